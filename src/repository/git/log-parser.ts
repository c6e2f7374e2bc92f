import type { LogBuilder } from './log-builder.ts';

/** What `git log` is asked for; `LogParser` reads its output. */
export const logFormat = [
  'log',
  '--raw',
  '-z',
  '-M',
  '--no-abbrev',
  // Children before parents, whatever their dates: a rename is then seen before what happened under the old name.
  '--topo-order',
  '--no-relative',
  '-O/dev/null',
  '--no-ext-diff',
  '--no-notes',
  '--no-color',
  '--ignore-submodules=none',
  // A merge is compared with its first parent alone: with the trees of the others known, that settles all of it.
  '--diff-merges=first-parent',
  '--encoding=UTF-8',
  '--date=raw',
  '--format=%H%x00%P%x00%aN%x00%cd%x00%B',
];

/** Turns the bytes of `git log`, piece by piece as they come, into a log; keeps the changes of wanted paths only. */
export class LogParser {
  readonly #builder: LogBuilder;
  readonly #wants: (path: string) => boolean;
  /** Paths that are not wanted by name but once were those of a wanted file. */
  readonly formerPaths = new Set<string>();
  #rest: Buffer[] = [];
  #next: keyof typeof order = 'id';
  #commit = { id: '', parents: [] as string[], author: '', date: '', message: '' };
  #change = { status: '', blob: '', path: '' };

  constructor(builder: LogBuilder, wants: (path: string) => boolean) {
    this.#builder = builder;
    this.#wants = wants;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      if (this.#rest.length > 0) {
        const whole = Buffer.concat([...this.#rest, chunk.subarray(0, end)]);
        this.#rest = [];
        this.#field(whole, 0, whole.length);
      } else this.#field(chunk, start, end);
      start = end + 1;
    }
    if (start < chunk.length) this.#rest.push(chunk.subarray(start));
  }

  #field(bytes: Buffer, start: number, end: number): void {
    const next = this.#next;
    this.#next = order[next];
    switch (next) {
      case 'parents':
        this.#commit.parents = end > start ? bytes.toString('latin1', start, end).split(' ') : [];
        return;
      case 'author':
        this.#commit.author = bytes.toString('utf8', start, end);
        return;
      case 'date':
        this.#commit.date = bytes.toString('latin1', start, end);
        return;
      case 'message':
        this.#commit.message = bytes.toString('utf8', start, end);
        this.#builder.commit(this.#commit);
        return;
      case 'path':
        this.#path(pathOf(bytes, start, end));
        return;
      case 'new path':
        this.#event(pathOf(bytes, start, end), this.#change.path);
        return;
      case 'id':
        this.#idOrChange(bytes, start, end);
    }
  }

  /** After a message stands a change, `\n:100644 100644 <old> <new> R086`, or the next commit. */
  #idOrChange(bytes: Buffer, start: number, end: number): void {
    const from = bytes[start] === newline ? start + 1 : start;
    if (bytes[from] !== colon) {
      this.#commit.id = bytes.toString('latin1', from, end);
      return;
    }
    const [, mode = '', , blob = '', status = ''] = bytes.toString('latin1', from, end).split(' ');
    const gone = status === 'D' || mode === submodule;
    this.#change = { status, blob: gone ? '' : blob, path: '' };
    this.#next = 'path';
  }

  #path(path: string): void {
    const { status } = this.#change;
    if (status.startsWith('R')) {
      this.#change.path = path;
      this.#next = 'new path';
      return;
    }
    this.#event(path, undefined);
  }

  #event(path: string, from: string | undefined): void {
    const wanted = this.#wants(path) || this.formerPaths.has(path);
    const wantedBefore = from !== undefined && (this.#wants(from) || this.formerPaths.has(from));
    if (!wanted && !wantedBefore) return;
    if (from !== undefined && !wantedBefore) this.formerPaths.add(from);
    this.#builder.event(path, from, this.#change.blob);
  }
}

/** What follows each field; a change is met where an id is expected. */
const order = {
  id: 'parents',
  parents: 'author',
  author: 'date',
  date: 'message',
  message: 'id',
  path: 'id',
  'new path': 'id',
} as const;

const newline = 0x0a;
const colon = 0x3a;
const submodule = '160000';

/** Paths are bytes to git; those that are not UTF-8 are written with escapes, so that no two become one. */
function pathOf(bytes: Buffer, start: number, end: number): string {
  const path = bytes.toString('utf8', start, end);
  return path.includes('\uFFFD') ? encodeBytes(bytes.subarray(start, end)) : path;
}

const encodeBytes = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16)}`)).join('');
