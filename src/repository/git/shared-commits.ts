import type { CommitLog } from '#playbook/commit-log.ts';
import type { ObjectReader } from './object-reader.ts';
import { GitError, runGit } from './run-git.ts';

/**
 * The commits (by number in the log) up to which HEAD and a named commit have the same history: the commit itself where
 * HEAD reaches it, else where they parted, none where they share nothing. Undefined where there is no such commit.
 */
export async function sharedCommits(
  root: string,
  log: CommitLog,
  name: string,
  reader: ObjectReader,
): Promise<number[] | undefined> {
  const id = await reader.commit(name);
  if (id === undefined) return undefined;
  const known = log.ids.indexOf(id);
  if (known >= 0) return [known];
  const output = await runGit(root, ['merge-base', '--all', 'HEAD', id]).catch((error) => {
    if (error instanceof GitError && error.code === 1) return '';
    throw error;
  });
  return output
    .split('\n')
    .filter(Boolean)
    .map((base) => log.ids.indexOf(base));
}
