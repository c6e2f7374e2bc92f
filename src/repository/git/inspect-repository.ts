import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { HistoryState, NoHistoryReason } from '#playbook/commit-log.ts';
import { GitError, runGit } from './run-git.ts';

/** What one question to git tells about the folder. */
export interface Inspection {
  state: HistoryState;
  /** Digest of everything besides the commits that decides how they read: where history is cut, .mailmap, grafts, replacements. */
  fingerprint: string;
}

/** Asks git about a folder; that there is no git, no repository or no permission is an answer and not an error. */
export async function inspectRepository(root: string): Promise<Inspection> {
  let output: string;
  try {
    output = await runGit(root, [
      'rev-parse',
      '--is-shallow-repository',
      '--git-path',
      'shallow',
      '--git-path',
      'config',
      '--git-path',
      'info/grafts',
      '--show-cdup',
      '--show-prefix',
      '--glob=refs/replace/*',
      'HEAD',
      '--',
    ]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { state: noHistory(error), fingerprint: '' };
  }
  const [shallow, shallowFile = '', configFile = '', grafts = '', up = '', prefix = '', ...names] = output
    .trimEnd()
    .split('\n');
  const head = names.at(-2) ?? '';
  const read = (path: string) => readFile(isAbsolute(path) ? path : join(root, path), 'utf8').catch(() => '');
  const cut = shallow === 'true' ? await read(shallowFile) : '';
  const files = await Promise.all([configFile, grafts, join(up, '.mailmap')].map(read));
  const decides = [cut, ...files, ...names.slice(0, -2)];
  return {
    state: {
      known: true,
      head,
      prefix,
      complete: cut === '',
      boundaries: cut.split('\n').filter(Boolean),
    },
    fingerprint: createHash('sha256').update(decides.join('\0')).digest('hex'),
  };
}

/** Tells apart why git gave no answer; its messages are asked for in English. */
export function noHistory({ code, stderr }: GitError): HistoryState & { known: false } {
  const found =
    code === undefined ? 'no-git' : (reasons.find(([sign]) => sign.test(stderr))?.[1] ?? 'damaged');
  const state = { known: false, reason: found, message: messages[found] } as const;
  return found === 'damaged'
    ? { ...state, detail: stderr.trim().split('\n')[0]?.slice(0, 200) ?? '' }
    : state;
}

const reasons: readonly [RegExp, NoHistoryReason][] = [
  [/dubious ownership|unsafe repository/, 'refused-owner'],
  [/permission denied/i, 'no-permission'],
  [/not a git repository|cannot change to/, 'no-repository'],
  [/(?:ambiguous argument|bad revision) 'HEAD'|does not have any commits/, 'no-commits'],
  [/unrecognized argument|unknown (?:option|value)|usage:/, 'git-too-old'],
];

const messages: Record<NoHistoryReason, string> = {
  'no-git':
    'git is not installed or not on the path, so there is no history to read; install git 2.31 or later.',
  'git-too-old': 'This git is too old to read the history; git 2.31 or later is needed.',
  'no-repository':
    'The folder is not in a git repository, so there is no history to read; clone it instead of downloading it.',
  'refused-owner':
    'git refuses the repository because it belongs to another user; allow it with `git config --global --add safe.directory <folder>`.',
  'no-permission': 'git may not read the repository; give this user permission to read its .git folder.',
  'no-commits': 'The repository has no commits yet, so there is no history to read.',
  damaged:
    'git could not read the repository, so there is no history to tell; `git fsck` says what is damaged.',
};
