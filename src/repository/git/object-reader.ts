import { type GitProcess, startGit } from './run-git.ts';

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

  constructor(root: string) {
    this.#root = root;
  }

  /** The texts of blobs, in the order of their ids; undefined for one that is not there. Only a part is held at a time. */
  async *texts(ids: readonly string[]): AsyncGenerator<string | undefined> {
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
        const object = await this.#answer();
        answered++;
        yield object?.type === 'blob' ? object.bytes.toString() : undefined;
      }
    } finally {
      // Whoever stops early leaves answers in the pipe that the next question must not take for its own.
      for (; answered < asked; answered++) await this.#answer();
      release();
    }
  }

  /** The id of the commit that a name stands for (`main`, `v1`, `HEAD~3`), or undefined where there is none. */
  async commit(name: string): Promise<string | undefined> {
    if (name === '' || /\p{Cc}/u.test(name)) return undefined;
    const release = await this.#takeTurn();
    try {
      this.#ask([`${name}^{commit}`]);
      return (await this.#answer())?.id;
    } finally {
      release();
    }
  }

  /** Ends the process. */
  async close(): Promise<void> {
    await this.#turn;
    this.#git?.child.stdin.end();
    await this.#git?.ended.catch(() => undefined);
    this.#git = undefined;
    this.#output = undefined;
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
    this.#git.child.stdin.write(`${names.join('\n')}\n`);
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
