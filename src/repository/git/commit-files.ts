import { EnvironmentError } from '../environment-error.ts';
import type { FoundFile } from '../gate/file-names.ts';
import { maximumImageBytes } from '../gate/file-names.ts';
import type { PlaybookFiles } from '../playbook-files.ts';
import type { ObjectReader } from './object-reader.ts';
import { runGit } from './run-git.ts';

/**
 * The files of a playbook as a commit (full id) has them, read without a checkout. `blobs` keeps what was read by
 * object id, so that what two commits share is read once.
 */
export async function commitFiles(
  root: string,
  commit: string,
  reader: ObjectReader,
  blobs: Map<string, Buffer>,
): Promise<PlaybookFiles> {
  const output = await runGit(root, ['ls-tree', '-r', '-t', '-l', '-z', commit, 'content/']);
  const found = output.split('\0').flatMap((line) => {
    const [, mode = '', id = '', size = '', path = ''] =
      /^(\d+) \w+ ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(line) ?? [];
    return path.startsWith('content/') ? [{ path, kind: kindOf(mode), size: Number(size) || 0, id }] : [];
  });
  // Larger files are refused unread.
  const wanted = found.filter(({ kind, size }) => kind === 'file' && size <= maximumImageBytes);
  const ids = [...new Set(wanted.map(({ id }) => id))].filter((id) => !blobs.has(id));
  let next = 0;
  for await (const bytes of reader.blobs(ids)) {
    const id = ids[next++] ?? '';
    if (!bytes) throw missing(id);
    blobs.set(id, bytes);
  }
  const ofPath = new Map(wanted.map(({ path, id }) => [path, id]));
  return {
    list: async () => found.map(({ id: _, ...file }) => file).sort((a, b) => (a.path < b.path ? -1 : 1)),
    read: async (path) => {
      const id = ofPath.get(path) ?? '';
      const bytes = blobs.get(id);
      if (!bytes) throw missing(path);
      return bytes;
    },
  };
}

const kindOf = (mode: string): FoundFile['kind'] =>
  (({ '040000': 'directory', '120000': 'symlink', '160000': 'submodule' }) as const)[mode] ?? 'file';

const missing = (what: string): EnvironmentError =>
  new EnvironmentError(
    `git does not have ${what}, which the commit names.`,
    'Fetch the whole repository: a partial clone leaves files out.',
  );
