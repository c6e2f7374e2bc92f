import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** A git process, its output read by the caller. */
export interface GitProcess {
  child: ChildProcessWithoutNullStreams;
  /** Resolves when the process has ended; rejects with a GitError where it could not start or failed. */
  ended: Promise<void>;
}

/** git could not be started (`code` is then undefined) or ended with an error. */
export class GitError extends Error {
  readonly code: number | undefined;
  readonly stderr: string;

  constructor(args: readonly string[], code: number | undefined, stderr: string) {
    super(`git ${args[0]} failed${code === undefined ? '' : ` with ${code}`}: ${stderr.trim()}`);
    this.name = 'GitError';
    this.code = code;
    this.stderr = stderr;
  }
}

/** Starts git on a repository with an argument array; nothing goes through a shell and nothing is asked for. */
export function startGit(root: string, args: readonly string[]): GitProcess {
  const child = spawn('git', ['-C', root, '--no-pager', ...settings, ...args], {
    env: environment(),
    windowsHide: true,
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < 10_000) stderr += text;
  });
  // A process that ends early closes its input; the exit code tells more than the broken pipe.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((done, fail) => {
    child.once('error', (error) => fail(new GitError(args, undefined, error.message)));
    child.once('close', (code, signal) => {
      if (code === 0) done();
      else fail(new GitError(args, code ?? -1, stderr || `ended by ${signal}`));
    });
  });
  // Whoever awaits `ended` gets the error; who stops reading early must not bring the process down.
  ended.catch(() => undefined);
  return { child, ended };
}

/** Runs git to its end and gives what it printed. */
export async function runGit(root: string, args: readonly string[]): Promise<string> {
  const { child, ended } = startGit(root, args);
  child.stdin.end();
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await ended;
  return Buffer.concat(chunks).toString();
}

/** Whatever the user set for himself must not change what is read. */
const settings = [
  'core.quotePath=false',
  'log.showRoot=true',
  'log.showSignature=false',
  'log.mailmap=true',
  'mailmap.file=',
  'mailmap.blob=',
  'log.follow=false',
  'diff.renameLimit=1000',
].flatMap((setting) => ['-c', setting]);

/** The variables that a git hook sets would point every command at the repository of the hook. */
const ofHooks = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
];

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !ofHooks.includes(name));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
}
