import { GitError, runGit } from './git/run-git.ts';

/** The texts that a file had, newest first, one at a time; none where git knows nothing about it. */
export async function* fileTexts(root: string, file: string): AsyncGenerator<string> {
  const log = await ask(root, ['log', '--format=%H', '--', file]);
  for (const commit of log.split('\n').filter(Boolean)) {
    const text = await ask(root, ['show', `${commit}:./${file}`]);
    if (text) yield text;
  }
}

/** Author names, as git claims them, of the last change to a file: of the commit, or of whoever works here on a change that is not committed. */
export async function lastAuthors(root: string, file: string): Promise<string[]> {
  const changed = (await ask(root, ['status', '--porcelain', '--', file])).trim() !== '';
  const author = changed
    ? await ask(root, ['config', 'user.name'])
    : await ask(root, ['log', '-1', '--format=%aN', '--', file]);
  return author.trim() ? [author.trim()] : [];
}

/** What git says, or nothing where it cannot answer: no repository, no such file, no git. */
async function ask(root: string, args: readonly string[]): Promise<string> {
  try {
    return await runGit(root, args);
  } catch (error) {
    if (error instanceof GitError) return '';
    throw error;
  }
}
