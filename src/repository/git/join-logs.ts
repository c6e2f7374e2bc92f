import type { CommitLog } from '#playbook/commit-log.ts';
import { Numbering } from './numbering.ts';

/** One log of two: the newer one, whose parents already count the older one's commits behind its own, and the older one. */
export function joinLogs(newer: CommitLog, older: CommitLog): CommitLog {
  const commits = newer.ids.length;
  const events = newer.eventPath.length;
  const authors = new Numbering(older.authors);
  const paths = new Numbering(older.paths);
  const newAuthor = newer.authors.map((name) => authors.of(name));
  const newPath = newer.paths.map((path) => paths.of(path));
  return {
    ids: [...newer.ids, ...older.ids],
    parentStart: joined(newer.parentStart.subarray(0, -1), older.parentStart, newer.parents.length),
    parents: joined(
      newer.parents,
      older.parents.map((parent) => (parent < 0 ? parent : parent + commits)),
      0,
    ),
    times: Float64Array.from([...newer.times, ...older.times]),
    zones: Int16Array.from([...newer.zones, ...older.zones]),
    author: joined(renumbered(newer.author, newAuthor), older.author, 0),
    authors: authors.names,
    messages: [...newer.messages, ...older.messages],
    eventStart: joined(newer.eventStart.subarray(0, -1), older.eventStart, events),
    eventPath: joined(renumbered(newer.eventPath, newPath), older.eventPath, 0),
    eventFrom: joined(renumbered(newer.eventFrom, newPath), older.eventFrom, 0),
    eventBlob: [...newer.eventBlob, ...older.eventBlob],
    paths: paths.names,
  };
}

/** Both columns in one; the older one's numbers are raised by an offset. */
function joined(newer: Int32Array, older: Int32Array, offset: number): Int32Array {
  const column = new Int32Array(newer.length + older.length);
  column.set(newer);
  column.set(offset === 0 ? older : older.map((value) => value + offset), newer.length);
  return column;
}

const renumbered = (column: Int32Array, numbers: readonly number[]): Int32Array =>
  column.map((number) => (number < 0 ? number : (numbers[number] ?? -1)));
