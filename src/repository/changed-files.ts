import type { ChangedFile } from '#playbook/changed-file.ts';
import { maximumImageBytes } from './gate/file-names.ts';
import type { PlaybookFiles } from './playbook-files.ts';

/** Compares two states file by file; `renames` (new path to old) joins what went and what came. Sorted by path. */
export async function changedFiles(
  before: PlaybookFiles,
  after: PlaybookFiles,
  renames: ReadonlyMap<string, string>,
): Promise<ChangedFile[]> {
  const [old, fresh] = [await contents(before), await contents(after)];
  const renamed = [...renames].filter(([to, from]) => gone(old, fresh, from) && gone(fresh, old, to));
  for (const pair of sameBytes(old, fresh, renamed)) renamed.push(pair);
  const sources = new Set(renamed.map(([, from]) => from));
  const pairs = new Map<string, string>(renamed);
  const changed: ChangedFile[] = [];
  for (const path of new Set([...old.keys(), ...fresh.keys()])) {
    if (sources.has(path)) continue;
    const from = pairs.get(path) ?? path;
    const [a, b] = [old.get(from), fresh.get(path)];
    // What may not be read on either side is an issue, and no change that could be told.
    const same = a && b ? a.equals(b) : a === b && old.has(from) && fresh.has(path);
    if (from === path && same) continue;
    changed.push({
      before: old.has(from) ? from : undefined,
      after: fresh.has(path) ? path : undefined,
      textBefore: a?.toString(),
      textAfter: b?.toString(),
    });
  }
  const place = ({ before, after }: ChangedFile) => after ?? before ?? '';
  return changed.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

type Contents = ReadonlyMap<string, Buffer | undefined>;

async function contents(files: PlaybookFiles): Promise<Contents> {
  const found = new Map<string, Buffer | undefined>();
  for (const { path, kind, size } of await files.list()) {
    if (kind === 'directory') continue;
    const readable = kind === 'file' && size <= maximumImageBytes;
    found.set(path, readable ? await files.read(path) : undefined);
  }
  return found;
}

/** Whether a path is on one side alone. */
const gone = (here: Contents, there: Contents, path: string): boolean => here.has(path) && !there.has(path);

/** Files that moved letter for letter: what git does not track yet is not among its renames. */
function sameBytes(old: Contents, fresh: Contents, known: readonly (readonly [string, string])[]) {
  const taken = new Set(known.flat());
  const left = [...old.keys()].filter((path) => !fresh.has(path) && !taken.has(path));
  return [...fresh].flatMap(([to, bytes]): [string, string][] => {
    if (old.has(to) || taken.has(to) || !bytes) return [];
    const from = left.find((path) => !taken.has(path) && old.get(path)?.equals(bytes));
    if (from === undefined) return [];
    taken.add(from);
    return [[to, from]];
  });
}
