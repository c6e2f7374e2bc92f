import { GitError, runGit } from './git/run-git.ts';

/** Where a playbook lies in its repository, and which of its files are not as HEAD has them. */
export interface GitState {
  /** Path of the playbook inside its repository, '' or ending in a slash, for links to the files. */
  prefix: string;
  /** Paths from the playbook's root of files whose text no commit holds. */
  uncommitted: ReadonlySet<string>;
}

/** Asks git about the folder; where there is no git or no repository, nothing is known and that is no error. */
export async function gitState(root: string): Promise<GitState> {
  try {
    const [prefix, status] = await Promise.all([
      runGit(root, ['rev-parse', '--show-prefix']),
      runGit(root, ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', 'content']),
    ]);
    const folder = prefix.replace(/\n$/, '');
    // `XY path`, the path from the top of the repository.
    const changed = status.split('\0').map((line) => line.slice(3 + folder.length));
    return { prefix: folder, uncommitted: new Set(changed) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { prefix: '', uncommitted: new Set() };
  }
}
