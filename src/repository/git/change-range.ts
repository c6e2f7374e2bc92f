import type { ChangeRange, LoggedCommit } from '#playbook/change-range.ts';
import { EnvironmentError } from '../environment-error.ts';
import { nameWithoutAddress, withoutAddresses } from './addresses.ts';
import type { ObjectReader } from './object-reader.ts';
import { GitError, runGit } from './run-git.ts';

/**
 * Reads what git knows about a change from `base` to `head`, both names of commits; with `worktree` the change ends in
 * the folder as it stands. Throws an EnvironmentError where a name is none or the two share no history.
 */
export async function readChangeRange(
  root: string,
  names: { base: string; head: string; worktree: boolean },
  reader: ObjectReader,
): Promise<ChangeRange> {
  const named = await commitOf(names.base, reader);
  const head = await commitOf(names.head, reader);
  const base = await mergeBase(root, named, head);
  const log = ['log', '-z', '--topo-order', '--no-notes', '--no-color', '--encoding=UTF-8'];
  const [commits, renames, working] = await Promise.all([
    runGit(root, [...log, '--format=%H%x00%aN%x00%B', head, `^${base}`, '--']),
    runGit(root, [
      ...(names.worktree ? ['diff', base] : ['diff-tree', '-r', base, head]),
      ...['-M', '-z', '--diff-filter=R', '--name-status', '--relative', '--no-ext-diff'],
      ...['--', 'content'],
    ]),
    names.worktree ? worker(root) : undefined,
  ]);
  return { base, head, commits: commitsIn(commits), working, renames: renamesIn(renames) };
}

async function commitOf(name: string, reader: ObjectReader): Promise<string> {
  const id = await reader.commit(name);
  if (id !== undefined) return id;
  throw new EnvironmentError(
    `Unexpected \`${name}\`, expected the name of a commit, a branch or a tag.`,
    'Fetch it first, for example with `git fetch origin`.',
  );
}

async function mergeBase(root: string, base: string, head: string): Promise<string> {
  try {
    return (await runGit(root, ['merge-base', base, head])).trim();
  } catch (error) {
    if (!(error instanceof GitError) || error.code !== 1) throw error;
    throw new EnvironmentError(
      'The two sides share no history that this clone knows.',
      'Fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow.',
    );
  }
}

function commitsIn(output: string): LoggedCommit[] {
  const fields = output.split('\0');
  const commits: LoggedCommit[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [id = '', author = '', message = ''] = fields.slice(at, at + 3);
    commits.push({ id, author: nameWithoutAddress(author), message: withoutAddresses(message) });
  }
  return commits;
}

/** `R087`, the old path and the new one, again and again. */
function renamesIn(output: string): Map<string, string> {
  const fields = output.split('\0');
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) renames.set(fields[at + 2] ?? '', fields[at + 1] ?? '');
  return renames;
}

async function worker(root: string): Promise<string | undefined> {
  const changed = await runGit(root, ['status', '--porcelain', '--', 'content']);
  if (changed === '') return undefined;
  const name = await runGit(root, ['config', 'user.name']).catch((error) => {
    if (error instanceof GitError && error.code === 1) return '';
    throw error;
  });
  return nameWithoutAddress(name.trim());
}
