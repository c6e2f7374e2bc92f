const unit = 64;
const chunkSize = 1 << 20;

/** Where a text is kept. */
interface Kept {
  readonly chunk: Buffer;
  readonly start: number;
  readonly length: number;
}

/**
 * Texts by number, as bytes outside the heap in places that are used again. Many texts that are each held for a while
 * would otherwise grow old one by one, and memory with them, long after they are needed.
 */
export class TextStore {
  readonly #kept: (Kept | undefined)[] = [];
  /** Free places by their size in units. */
  readonly #free = new Map<number, { chunk: Buffer; start: number }[]>();
  #chunk = Buffer.alloc(0);
  #end = 0;

  set(number: number, text: string): void {
    const length = Buffer.byteLength(text);
    const units = Math.ceil(length / unit);
    const { chunk, start } = this.#free.get(units)?.pop() ?? this.#place(units * unit);
    chunk.write(text, start);
    this.#kept[number] = { chunk, start, length };
  }

  get(number: number): string | undefined {
    const kept = this.#kept[number];
    return kept?.chunk.toString('utf8', kept.start, kept.start + kept.length);
  }

  delete(number: number): void {
    const kept = this.#kept[number];
    if (!kept) return;
    this.#kept[number] = undefined;
    const units = Math.ceil(kept.length / unit);
    const places = this.#free.get(units);
    if (places) places.push(kept);
    else this.#free.set(units, [kept]);
  }

  #place(size: number): { chunk: Buffer; start: number } {
    if (size > chunkSize) return { chunk: Buffer.allocUnsafe(size), start: 0 };
    if (this.#end + size > this.#chunk.length) {
      this.#chunk = Buffer.allocUnsafeSlow(chunkSize);
      this.#end = 0;
    }
    const start = this.#end;
    this.#end += size;
    return { chunk: this.#chunk, start };
  }
}
