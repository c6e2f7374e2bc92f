import { GitError, type GitProcess, runGit, startGit } from './run-git.ts';

/** How many objects are asked for ahead of the one that is being read. */
const ahead = 1_000;

/** Reads objects of a repository through one long-lived `git cat-file --batch`, started at the first question. */
export class ObjectReader {
  readonly #root: string;
  #git: GitProcess | undefined;
  #output: AsyncIterator<Buffer> | undefined;
  #bytes: Buffer = Buffer.alloc(0);
  #position = 0;
  #turn: Promise<unknown> = Promise.resolve();
  /** The objects that are there; asked for only where git gives up at one that is not. */
  #present: Set<string> | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** The texts of blobs, in the order of their ids; undefined for one that is not there. Only a part is held at a time. */
  texts(ids: readonly string[]): AsyncGenerator<string | undefined> {
    return this.#contents(ids, (bytes) => bytes.toString());
  }

  /** The bytes of blobs, in the same way. */
  blobs(ids: readonly string[]): AsyncGenerator<Buffer | undefined> {
    return this.#contents(ids, (bytes) => Buffer.from(bytes));
  }

  async *#contents<T>(ids: readonly string[], read: (bytes: Buffer) => T): AsyncGenerator<T | undefined> {
    const release = await this.#takeTurn();
    let asked = 0;
    let answered = 0;
    try {
      while (answered < ids.length) {
        if (asked - answered < ahead / 2 && asked < ids.length) {
          const more = ids.slice(asked, answered + ahead);
          this.#ask(more);
          asked += more.length;
        }
        const object = await this.#answer().catch((error) => this.#startAgain(error));
        if (object === 'started again') {
          asked = answered;
          continue;
        }
        answered++;
        yield object?.type === 'blob' ? read(object.bytes) : undefined;
      }
    } finally {
      try {
        // Whoever stops early leaves answers in the pipe that the next question must not take for its own.
        for (; this.#git && answered < asked; answered++) await this.#answer();
      } finally {
        release();
      }
    }
  }

  /** The id of the commit that a name stands for (`main`, `v1`, `HEAD~3`), or undefined where there is none. */
  async commit(name: string): Promise<string | undefined> {
    if (name === '' || /\p{Cc}/u.test(name)) return undefined;
    const release = await this.#takeTurn();
    try {
      this.#ask([`${name}^{commit}`]);
      const object = await this.#answer().catch((error) => this.#startAgain(error));
      return object === 'started again' ? undefined : object?.id;
    } finally {
      release();
    }
  }

  /** Ends the process. */
  async close(): Promise<void> {
    await this.#turn;
    this.#git?.child.stdin.end();
    await this.#git?.ended.catch(() => undefined);
    this.#forget();
  }

  /** In a clone that left objects out git ends at the first of them; it is then asked for no other. */
  async #startAgain(error: unknown): Promise<'started again'> {
    this.#forget();
    if (!(error instanceof GitError) || error.code === undefined || this.#present) throw error;
    const format = '--batch-check=%(objectname)';
    const listed = await runGit(this.#root, ['cat-file', '--batch-all-objects', '--unordered', format]);
    this.#present = new Set(listed.split('\n'));
    return 'started again';
  }

  #forget(): void {
    this.#git = undefined;
    this.#output = undefined;
    this.#bytes = Buffer.alloc(0);
    this.#position = 0;
  }

  async #takeTurn(): Promise<() => void> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    return resolve;
  }

  #ask(names: readonly string[]): void {
    this.#git ??= startGit(this.#root, ['cat-file', '--batch']);
    const present = this.#present;
    // The id of nothing is the one that git never goes looking for.
    const asked = present
      ? names.map((name) => (isId(name) && !present.has(name) ? '0'.repeat(name.length) : name))
      : names;
    this.#git.child.stdin.write(`${asked.join('\n')}\n`);
  }

  /** `<id> <type> <size>`, the content and a line break, or `<name> missing`. */
  async #answer(): Promise<{ id: string; type: string; bytes: Buffer } | undefined> {
    let end = this.#bytes.indexOf(newline, this.#position);
    while (end < 0) {
      await this.#readMore();
      end = this.#bytes.indexOf(newline, this.#position);
    }
    const [id = '', type = '', size] = this.#bytes
      .toString('latin1', this.#position, end)
      .split(' ')
      .slice(-3);
    this.#position = end + 1;
    if (!/^\d+$/.test(size ?? '')) return undefined;
    const length = Number(size);
    while (this.#bytes.length - this.#position < length + 1) await this.#readMore();
    const bytes = this.#bytes.subarray(this.#position, this.#position + length);
    this.#position += length + 1;
    return { id, type, bytes };
  }

  async #readMore(): Promise<void> {
    this.#output ??= this.#git?.child.stdout[Symbol.asyncIterator]();
    const next = await this.#output?.next();
    if (!next || next.done) {
      await this.#git?.ended;
      throw new Error('git cat-file ended before it had answered everything');
    }
    const left = this.#bytes.subarray(this.#position);
    this.#bytes = left.length === 0 ? next.value : Buffer.concat([left, next.value]);
    this.#position = 0;
  }
}

const newline = 0x0a;

const isId = (name: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
