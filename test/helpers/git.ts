import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** How a commit of a test is made, where that matters. */
export interface CommitOptions {
  /** ISO date with offset; without one, each commit is an hour after the one before, from 5 January 2026, 09:00 UTC. */
  date?: string;
  /** `Jo Doe <jo@example.com>`. */
  author?: string;
}

/** A git repository, asked with nothing of the user's settings. */
export class Repository {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  git(...args: string[]): string {
    return this.gitWith({}, ...args);
  }

  /** Runs git with variables of the environment or text on its input. */
  gitWith(
    { input, ...environment }: { input?: string | Buffer; [name: string]: unknown },
    ...args: string[]
  ): string {
    return execFileSync('git', ['-C', this.root, ...args], {
      env: {
        PATH: process.env.PATH,
        HOME: this.root,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada Lovelace',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada Lovelace',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
        ...environment,
      } as NodeJS.ProcessEnv,
      input,
      maxBuffer: 1 << 30,
      stdio: ['pipe', 'pipe', 'pipe'],
    }).toString();
  }

  head(): string {
    return this.git('rev-parse', 'HEAD').trim();
  }
}

/** A real git repository in a temporary folder, with fixed names and dates. */
export class TestRepository extends Repository {
  #clock = Date.UTC(2026, 0, 5, 9) / 1000;

  constructor(root: string = mkdtempSync(join(tmpdir(), 'redress-git-')), ...options: string[]) {
    super(root);
    this.git('init', '--quiet', '--initial-branch=main', ...options);
  }

  write(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  remove(path: string): void {
    rmSync(join(this.root, path));
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.root, to)), { recursive: true });
    renameSync(join(this.root, from), join(this.root, to));
  }

  /** Commits everything as it stands in the folder and gives the commit's id. */
  commit(message: string, options: CommitOptions = {}): string {
    this.git('add', '--all');
    this.gitWith(
      this.#of(options, message),
      'commit',
      '--quiet',
      '--allow-empty',
      '--allow-empty-message',
      '--file=-',
      '--cleanup=verbatim',
    );
    return this.head();
  }

  /** Writes one file and commits it. */
  save(path: string, text: string, message = `Write ${path}`, options: CommitOptions = {}): string {
    this.write(path, text);
    return this.commit(message, options);
  }

  /** Merges branches with a merge commit. */
  merge(
    branches: readonly string[],
    message: string,
    options: CommitOptions = {},
    ...args: string[]
  ): string {
    this.gitWith(this.#of(options), 'merge', '--quiet', '--no-ff', ...args, '-m', message, ...branches);
    return this.head();
  }

  /** Reads a stream of `git fast-import`, without checking anything out; gives the id of each mark. */
  import(stream: string): Map<number, string> {
    const marks = join(this.root, '.git/marks');
    this.gitWith({ input: stream }, 'fast-import', '--quiet', '--force', `--export-marks=${marks}`);
    const lines = readFileSync(marks, 'utf8').trim().split('\n');
    return new Map(
      lines.map((line) => [Number(line.slice(1, line.indexOf(' '))), line.slice(line.indexOf(' ') + 1)]),
    );
  }

  delete(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #of({ date, author }: CommitOptions, input?: string) {
    this.#clock += 3600;
    const when = date ?? `${this.#clock} +0000`;
    const [, name, email] = /^(.*?)\s*<(.*)>$/.exec(author ?? '') ?? [];
    return {
      GIT_AUTHOR_DATE: when,
      GIT_COMMITTER_DATE: when,
      ...(name === undefined ? {} : { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email }),
      ...(input === undefined ? {} : { input }),
    };
  }
}
