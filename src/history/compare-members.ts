import type { Change, ChangePath, Weight } from './change.ts';

/** What is needed to tell members of a list apart, name them and compare two of one key. */
interface Comparison<T> {
  /** What coming, going and moving weigh. */
  weight: Weight;
  /** The place of the list. */
  path: ChangePath;
  label: (key: string) => string;
  /** Whether their order says anything. */
  ordered: boolean;
  compare: (key: string, before: T, after: T) => Change[];
}

/** Changes of members that are told apart by a key, in their order afterwards, then removals, then moves. */
export function compareMembers<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  { weight, path, label, ordered, compare }: Comparison<T>,
): Change[] {
  const changes: Change[] = [];
  const order = [...before.keys()].filter((key) => after.has(key));
  for (const [at, [key, member]] of [...after].entries()) {
    const told = { weight, label: label(key), path: [...path, key] };
    const old = before.get(key);
    if (before.has(key)) changes.push(...compare(key, old as T, member));
    else {
      changes.push({ ...told, what: 'added', after: member, at });
      order.splice(at, 0, key);
    }
  }
  for (const [key, member] of before) {
    if (after.has(key)) continue;
    changes.push({ weight, label: label(key), path: [...path, key], what: 'removed', before: member });
  }
  const wanted = [...after.keys()];
  if (ordered && order.some((key, index) => key !== wanted[index])) {
    const moved = movedKeys(order, wanted);
    changes.push({ weight, label: moved.map(label).join(', '), path, what: 'moved', order: wanted, moved });
  }
  return changes;
}

/** The fewest keys that must be taken out and put elsewhere: those outside the longest run that keeps its order. */
function movedKeys(before: readonly string[], after: readonly string[]): string[] {
  const places = new Map(after.map((key, index) => [key, index]));
  const targets = before.map((key) => places.get(key) ?? -1);
  const length = new Array<number>(targets.length).fill(1);
  const previous = new Array<number>(targets.length).fill(-1);
  let last = 0;
  for (const [index, target] of targets.entries()) {
    for (let earlier = 0; earlier < index; earlier++) {
      if ((targets[earlier] ?? 0) < target && (length[earlier] ?? 0) + 1 > (length[index] ?? 0)) {
        length[index] = (length[earlier] ?? 0) + 1;
        previous[index] = earlier;
      }
    }
    if ((length[index] ?? 0) > (length[last] ?? 0)) last = index;
  }
  const stays = new Set<string>();
  for (let index = last; index >= 0 && targets.length > 0; index = previous[index] ?? -1)
    stays.add(before[index] ?? '');
  return after.filter((key) => !stays.has(key));
}
