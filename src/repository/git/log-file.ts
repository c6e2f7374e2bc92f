import { hash } from 'node:crypto';
import type { CommitLog } from '#playbook/commit-log.ts';

/** A log as it is kept in the cache, with what it must fit to be believed. */
export interface KeptLog {
  /** The commit from which it was read. */
  head: string;
  /** What besides the commits decided how they read (see `Inspection`). */
  fingerprint: string;
  log: CommitLog;
}

/** Raised whenever the columns or what is put into them change, so that older files are not believed. */
const version = 1;

const numbers = {
  parentStart: Int32Array,
  parents: Int32Array,
  times: Float64Array,
  zones: Int16Array,
  author: Int32Array,
  eventStart: Int32Array,
  eventPath: Int32Array,
  eventFrom: Int32Array,
} as const;
const texts = ['authors', 'messages', 'paths'] as const;
const names = ['ids', 'eventBlob'] as const;

interface Header {
  version: number;
  head: string;
  fingerprint: string;
  /** Length of each column in bytes, in the order of the file, and how many texts it holds. */
  columns: Record<string, { bytes: number; count: number }>;
}

/** Bytes of a log: the SHA-256 of the rest, one line of JSON, then the columns. */
export function encodeLog({ head, fingerprint, log }: KeptLog): Buffer {
  const width = head.length;
  const parts: Buffer[] = [];
  const columns: Header['columns'] = {};
  const add = (name: string, bytes: Buffer, count: number) => {
    columns[name] = { bytes: bytes.length, count };
    parts.push(bytes);
  };
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
    const { buffer, byteOffset, byteLength, length } = log[name];
    add(name, Buffer.from(buffer, byteOffset, byteLength), length);
  }
  for (const name of texts) add(name, Buffer.from(log[name].join('\0')), log[name].length);
  const none = '0'.repeat(width);
  for (const name of names)
    add(name, Buffer.from(log[name].map((id) => id || none).join('')), log[name].length);
  const header = JSON.stringify({ version, head, fingerprint, columns } satisfies Header);
  const rest = Buffer.concat([Buffer.from(`${header}\n`), ...parts]);
  return Buffer.concat([Buffer.from(`${digest(rest)}\n`), rest]);
}

/** The log in a file of the cache; undefined where it is damaged, cut short or of another version. */
export function decodeLog(bytes: Buffer): KeptLog | undefined {
  const rest = bytes.subarray(65);
  if (bytes.length < 66 || bytes.toString('latin1', 0, 64) !== digest(rest)) return undefined;
  const end = rest.indexOf('\n');
  const header: Header = JSON.parse(rest.toString('utf8', 0, end));
  if (header.version !== version) return undefined;
  const { head, fingerprint, columns } = header;
  let offset = end + 1;
  const column = (name: string) => {
    const { bytes, count } = columns[name] ?? { bytes: 0, count: 0 };
    offset += bytes;
    return { slice: rest.subarray(offset - bytes, offset), count };
  };
  const log: Record<string, unknown> = {};
  for (const [name, Column] of Object.entries(numbers)) {
    const { slice } = column(name);
    // Copied, because a column of numbers must begin at a multiple of its width.
    log[name] = new Column(Uint8Array.from(slice).buffer);
  }
  for (const name of texts) {
    const { slice, count } = column(name);
    log[name] = count === 0 ? [] : slice.toString().split('\0');
  }
  for (const name of names) log[name] = pieces(column(name), head.length);
  return { head, fingerprint, log: log as unknown as CommitLog };
}

function pieces({ slice, count }: { slice: Buffer; count: number }, width: number): string[] {
  const text = slice.toString('latin1');
  const none = '0'.repeat(width);
  return Array.from({ length: count }, (_, number) => {
    const id = text.slice(number * width, (number + 1) * width);
    return id === none ? '' : id;
  });
}

const digest = (bytes: Buffer): string => hash('sha256', bytes);
