import type { Issue } from '#playbook/issue.ts';
import { checkFileNames } from '#repository/gate/file-names.ts';
import { checkImages } from '#repository/gate/images.ts';
import { readEntry } from '#repository/read-entry.ts';
import type { Organisation } from '#schemas/organisation.ts';
import { activeIn } from './second-opinion.ts';

/** What the gate made of one file. */
export interface Judgement {
  issues: readonly Issue[];
  /** Processor time of the gate in milliseconds. */
  ms: number;
  /** Whether the file is an entry of the playbook from now on. */
  accepted: boolean;
  /** What must not happen whatever the file holds, in words; empty where all is well. */
  breaches: readonly string[];
}

/** The longest that the gate may take for a file, in milliseconds. */
export const longestMs = 1000;

/** Lets the gate judge a file, and judges the gate: no exception, no odd issue, in time, nothing active accepted. */
export async function judgeFile(
  path: string,
  bytes: Uint8Array,
  organisation: Organisation,
): Promise<Judgement> {
  const breaches: string[] = [];
  const start = process.threadCpuUsage();
  const spent = () => {
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
  try {
    const issues = checkFileNames([{ path, kind: 'file', size: bytes.length }]);
    const read = issues.length === 0 ? readEntry(bytes, path, organisation) : undefined;
    if (read) issues.push(...read.issues);
    if (read?.tree) issues.push(...(await checkImages(read.tree, path, async () => undefined)));
    const ms = spent();
    if (ms > longestMs) breaches.push(`took ${Math.round(ms)} ms`);
    const lines = bytes.reduce((sum, byte) => sum + (byte === 0x0a || byte === 0x0d ? 1 : 0), 1);
    breaches.push(...issues.flatMap((issue) => oddIn(issue, lines)));
    const entry = issues.length === 0 ? read?.entry : undefined;
    if (issues.length === 0 && !entry) breaches.push('neither accepted nor refused');
    if (entry) breaches.push(...activeIn(entry.body, variablesOf(entry.data, organisation)));
    return { issues, ms, accepted: entry !== undefined, breaches };
  } catch (error) {
    const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { issues: [], ms: spent(), accepted: false, breaches: [...breaches, `threw ${thrown}`] };
  }
}

const variablesOf = (data: object, { variables }: Organisation): ReadonlySet<string> =>
  new Set([...Object.keys(variables), ...Object.keys('variables' in data ? (data.variables as object) : {})]);

/** What no issue may be: without a place in the file, a rule or our words, or with something that acts on a terminal. */
function oddIn({ file, line, column, rule, message, hint, severity }: Issue, lines: number): string[] {
  const placed =
    Number.isInteger(line) &&
    Number.isInteger(column) &&
    line >= 0 &&
    line <= lines &&
    column >= (line === 0 ? 0 : 1);
  const told = /^[a-z]+(?:-[a-z0-9]+)+$/.test(rule) && message.startsWith('Unexpected ');
  const trace = /\bat \S.*:\d+:\d+\)|\.ts:\d/.test(message + hint);
  const unseen = /\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}/u.test(file + message + hint);
  return [
    ...(placed ? [] : [`position ${line}:${column} of ${lines} lines (${rule})`]),
    ...(told && severity === 'error' ? [] : [`wording of ${rule}: ${message} / ${hint}`]),
    ...(trace ? [`stack trace in ${rule}: ${message}`] : []),
    ...(unseen ? [`unseen characters in ${rule}: ${JSON.stringify(message + hint)}`] : []),
  ];
}
