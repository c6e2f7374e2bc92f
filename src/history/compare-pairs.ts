import type { Change } from './change.ts';
import { compareEntries, type EntryText, readEntryText } from './compare-entries.ts';
import type { CompareTables } from './compare-outcomes.ts';
import { TextStore } from './text-store.ts';
import type { EntryKind } from './weights.ts';

/** The texts of blobs by their object ids, in the order asked; undefined for one that is missing. */
export type Texts = (ids: readonly string[]) => AsyncIterable<string | undefined>;

/** Two texts of one entry that follow upon each other; ranks are places in time, higher is newer. */
export interface TextPair {
  kind: EntryKind | undefined;
  before: { blob: string; rank: number };
  after: { blob: string; rank: number };
}

/** Up to so many pairs everything stays at hand; beyond, texts and changes are kept as bytes. */
const mostAtHand = 20_000;

/**
 * Compares all pairs, in groups by entry, and gives what came of those of a group in the same order; undefined for
 * one whose texts are not both there. Every text of an entry is read once, newest first, which is the order in which git
 * keeps them, and held until its neighbours have come.
 */
export async function comparePairs(
  groups: readonly (readonly TextPair[])[],
  texts: Texts,
  compareTables?: CompareTables,
): Promise<(group: number) => (Change[] | undefined)[]> {
  const plan = planOf(groups);
  const { order, sides, kinds, first, following, uses } = plan;
  const many = sides.length > 2 * mostAtHand;
  const held = many ? new PackedTexts(kinds) : new Map<number, EntryText>();
  const results = many ? new PackedChanges() : new Map<number, Change[]>();
  /** A text is held until all its pairs are compared. */
  const letGo = (text: number) => {
    const left = (uses[text] as number) - 1;
    uses[text] = left;
    if (left === 0) held.delete(text);
  };

  let next = 0;
  for await (const raw of texts(Array.from(order, (text) => plan.ids[text] ?? ''))) {
    const text = order[next++] as number;
    if (raw === undefined) continue;
    const read = readEntryText(kinds[text], raw);
    held.set(text, read);
    for (let side = first[text] as number; side >= 0; side = following[side] as number) {
      const isBefore = side % 2 === 0;
      const other = sides[isBefore ? side + 1 : side - 1] as number;
      const known = held.get(other);
      if (!known) continue;
      const [before, after] = isBefore ? [read, known] : [known, read];
      results.set(side >> 1, compareEntries(before, after, compareTables));
      letGo(text);
      letGo(other);
    }
  }
  return (group) => {
    const start = plan.starts[group] ?? 0;
    return (groups[group] ?? []).map((_, index) => results.get(start + index));
  };
}

/** Texts by number as bytes, taken apart again whenever one is asked for. */
class PackedTexts {
  readonly #store = new TextStore();
  readonly #kinds: readonly (EntryKind | undefined)[];

  constructor(kinds: readonly (EntryKind | undefined)[]) {
    this.#kinds = kinds;
  }

  set(number: number, { raw }: EntryText): void {
    this.#store.set(number, raw);
  }

  get(number: number): EntryText | undefined {
    const raw = this.#store.get(number);
    return raw === undefined ? undefined : readEntryText(this.#kinds[number], raw);
  }

  delete(number: number): void {
    this.#store.delete(number);
  }
}

/** Changes by number as bytes: as objects they hold on to the whole texts that they quote. */
class PackedChanges {
  readonly #store = new TextStore();

  set(number: number, changes: readonly Change[]): void {
    this.#store.set(number, JSON.stringify(changes));
  }

  get(number: number): Change[] | undefined {
    const json = this.#store.get(number);
    return json === undefined ? undefined : JSON.parse(json);
  }
}

/**
 * Numbers the texts of all entries, each once an entry. Pair n has the sides 2n (before) and 2n + 1 (after);
 * `sides` are their texts, `first` and `following` lead through the sides of a text, -1 ends them.
 */
function planOf(groups: readonly (readonly TextPair[])[]) {
  const pairs = groups.reduce((sum, { length }) => sum + length, 0);
  const ids: string[] = [];
  const kinds: (EntryKind | undefined)[] = [];
  const starts: number[] = [];
  const sides = new Int32Array(2 * pairs);
  const following = new Int32Array(2 * pairs).fill(-1);
  const first = new Int32Array(2 * pairs).fill(-1);
  const uses = new Int32Array(2 * pairs);
  const ranks = new Int32Array(2 * pairs);
  let side = 0;
  for (const group of groups) {
    starts.push(side / 2);
    const known = new Map<string, number>();
    for (const { kind, before, after } of group) {
      for (const { blob, rank } of [before, after]) {
        const text = known.get(blob) ?? ids.push(blob) - 1;
        known.set(blob, text);
        kinds[text] = kind;
        ranks[text] = Math.max(ranks[text] as number, rank);
        uses[text] = (uses[text] as number) + 1;
        sides[side] = text;
        following[side] = first[text] as number;
        first[text] = side++;
      }
    }
  }
  const order = Int32Array.from(ids.keys()).sort((a, b) => (ranks[b] as number) - (ranks[a] as number));
  return { ids, kinds, starts, sides, following, first, uses, order };
}
