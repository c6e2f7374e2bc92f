import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundFile } from './gate/file-names.ts';

/** Everything under content/, links not followed, sorted by path. */
export async function listFiles(root: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${item.name}`;
      const { size } = await lstat(join(root, path));
      if (item.isSymbolicLink()) found.push({ path, kind: 'symlink', size });
      else if (item.isFile()) found.push({ path, kind: 'file', size });
      else if (!item.isDirectory()) found.push({ path, kind: 'other', size });
      else if (await isSubmodule(join(root, path))) found.push({ path, kind: 'submodule', size });
      else {
        found.push({ path, kind: 'directory', size });
        await walk(path);
      }
    }
  };
  await walk('content');
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A folder with its own `.git` is another repository. */
const isSubmodule = (folder: string): Promise<boolean> =>
  lstat(join(folder, '.git')).then(
    () => true,
    () => false,
  );
