import { isMap, isScalar, parseDocument } from 'yaml';
import type { Approval } from '#schemas/macro.ts';

/** A macro's file with an approval in its frontmatter; every other byte stays as it is. Throws where there is no frontmatter. */
export function writeApproval(file: string, approval: Approval): string {
  const [whole = '', front = ''] = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(file) ?? [];
  if (!whole) throw new RangeError('A file without frontmatter cannot be approved');
  const { contents } = parseDocument(front, { version: '1.2' });
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'approval')
    : undefined;
  const place = pair && rangeOf(pair, front);
  const start = place?.start ?? front.length;
  const end = place?.end ?? front.length;
  const block = approvalLines(approval, commentsIn(front.slice(start, end))).join('\n');
  const written = `${front.slice(0, start)}${block}${place ? '' : '\n'}${front.slice(end)}`;
  return `---\n${written}---${file.slice(4 + front.length + 3)}`;
}

/** From the first character of the key to behind the last of the value, without the line break that ends a block. */
function rangeOf(
  { key, value }: { key: unknown; value: unknown },
  front: string,
): { start: number; end: number } | undefined {
  const [from] = (key as { range?: [number, number, number] }).range ?? [];
  const [, to] = (value as { range?: [number, number, number] } | null)?.range ?? [];
  if (from === undefined || to === undefined) return undefined;
  return { start: from, end: from + front.slice(from, to).trimEnd().length };
}

/** Lines that hold a comment alone; they stay with what they speak about. */
const commentsIn = (text: string): string[] => text.split('\n').filter((line) => /^\s+#/.test(line));

const approvalLines = ({ by, on, text, clauses }: Approval, comments: readonly string[]): string[] => [
  'approval:',
  ...comments,
  `  by: ${by}`,
  `  on: ${on}`,
  `  text: ${text}`,
  ...(Object.keys(clauses).length ? ['  clauses:'] : ['  clauses: {}']),
  ...Object.entries(clauses).map(([code, digest]) => `    ${code}: ${digest}`),
];
