import type { CommitLog } from '#playbook/commit-log.ts';
import { nameWithoutAddress, withoutAddresses } from './addresses.ts';
import { Numbering } from './numbering.ts';

/** One commit as git prints it. */
export interface PrintedCommit {
  id: string;
  parents: readonly string[];
  author: string;
  /** Seconds since 1970 and offset, `1700000000 +0530`. */
  date: string;
  message: string;
}

/** Collects commits and their file changes into the columns of a log. */
export class LogBuilder {
  readonly #ids: string[] = [];
  readonly #parentStart: number[] = [];
  readonly #parents: string[] = [];
  readonly #times: number[] = [];
  readonly #zones: number[] = [];
  readonly #author: number[] = [];
  readonly #authors = new Numbering();
  readonly #messages: string[] = [];
  readonly #eventStart: number[] = [];
  readonly #eventPath: number[] = [];
  readonly #eventFrom: number[] = [];
  readonly #eventBlob: string[] = [];
  readonly #paths = new Numbering();

  /** How many commits there are so far. */
  get count(): number {
    return this.#ids.length;
  }

  /** The next commit; children are expected before their parents as far as their dates allow. */
  commit({ id, parents, author, date, message }: PrintedCommit): void {
    this.#ids.push(id);
    this.#parentStart.push(this.#parents.length);
    this.#parents.push(...parents);
    this.#author.push(this.#authors.of(author));
    this.#messages.push(withoutAddresses(message));
    this.#eventStart.push(this.#eventPath.length);
    const space = date.indexOf(' ');
    this.#times.push(secondsOf(date.slice(0, space)));
    this.#zones.push(minutesEast(date.slice(space + 1)));
  }

  /** A file change of the commit given last; `blob` is '' where the file was removed. */
  event(path: string, from: string | undefined, blob: string): void {
    this.#eventPath.push(this.#paths.of(path));
    this.#eventFrom.push(from === undefined ? -1 : this.#paths.of(from));
    this.#eventBlob.push(blob);
  }

  /** The log so far; a parent that is not in it is looked up in the older log that it will be put before. */
  build(older?: CommitLog): CommitLog {
    const numbers = new Map(this.#ids.map((id, number) => [id, number]));
    const number = (id: string): number => {
      const own = numbers.get(id);
      if (own !== undefined || !older) return own ?? -1;
      const behind = older.ids.indexOf(id);
      return behind < 0 ? -1 : behind + this.#ids.length;
    };
    return {
      ids: this.#ids,
      parentStart: starts(this.#parentStart, this.#parents.length),
      parents: Int32Array.from(this.#parents, number),
      times: Float64Array.from(this.#times),
      zones: Int16Array.from(this.#zones),
      author: Int32Array.from(this.#author),
      authors: this.#authors.names.map(nameWithoutAddress),
      messages: this.#messages,
      eventStart: starts(this.#eventStart, this.#eventPath.length),
      eventPath: Int32Array.from(this.#eventPath),
      eventFrom: Int32Array.from(this.#eventFrom),
      eventBlob: this.#eventBlob,
      paths: this.#paths.names,
    };
  }
}

/** A column of starts, with the end of the last one. */
function starts(column: readonly number[], end: number): Int32Array {
  const all = new Int32Array(column.length + 1);
  all.set(column);
  all[column.length] = end;
  return all;
}

/**
 * Dates are what their committer claims; those beyond the years 1 to 9999 cannot be shown, and are held a day inside of
 * them, so that no zone carries them out again.
 */
const secondsOf = (text: string): number =>
  Math.min(Math.max(Number(text) || 0, -62_135_510_400), 253_402_214_399);

function minutesEast(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  const east = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return east > 14 * 60 ? 0 : sign === '-' ? -east : east;
}
