import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How much of git's memory stands behind a playbook: all of it, only its newest part, or none. */
export interface GitState {
  history: 'full' | 'shallow' | 'none';
  /** Path of the playbook inside its repository, '' or ending in a slash, for links to the files. */
  prefix: string;
}

/** Asks git about the folder; where there is no git or no repository, that is an answer and not an error. */
export async function gitState(root: string): Promise<GitState> {
  const none: GitState = { history: 'none', prefix: '' };
  try {
    const { stdout } = await promisify(execFile)('git', [
      '-C',
      root,
      'rev-parse',
      '--is-shallow-repository',
      '--show-prefix',
      '--verify',
      '--quiet',
      'HEAD',
    ]);
    const [shallow, prefix = ''] = stdout.split('\n');
    return { history: shallow === 'true' ? 'shallow' : 'full', prefix };
  } catch {
    return none;
  }
}
