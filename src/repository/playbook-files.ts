import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundFile } from './gate/file-names.ts';
import { listFiles } from './list-files.ts';

/** Where the files of one state of a playbook are kept: in a folder, or in a commit. */
export interface PlaybookFiles {
  /** Everything under content/, sorted by path. */
  list: () => Promise<FoundFile[]>;
  /** The bytes of a file by its path from the playbook root. */
  read: (path: string) => Promise<Buffer>;
}

/** The files as they lie in a folder. */
export const workTree = (root: string): PlaybookFiles => ({
  list: () => listFiles(root),
  // Thousands of small files: to wait for each takes longer than to read it.
  read: async (path) => readFileSync(join(root, path)),
});
