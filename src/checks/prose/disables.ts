import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { type DisableComment, disableInBody, disableInFrontmatter } from '#playbook/disable-comment.ts';
import type { Issue } from '#playbook/issue.ts';
import { didYouMean } from '#playbook/nearest.ts';
import { nodesOf } from '#playbook/nodes.ts';
import type { RuleDoc } from '../check.ts';
import { entryOf } from './file-entry.ts';

/** What may be wrong with a line that silences a rule. */
export const disableRules: readonly RuleDoc[] = [
  {
    name: 'disable-form',
    explains:
      'A line that silences a rule names the rule and the reason, because the next reader asks for both.',
    bad: '# redress-disable-next-line spelling\nsummary: The word "recieved".',
    good: '# redress-disable-next-line spelling: The mistake is the topic.\nsummary: The word "recieved".',
  },
  {
    name: 'disable-rule',
    explains: 'A line silences one of the rules for prose; what is wrong otherwise cannot be silenced.',
    bad: '# redress-disable-next-line speling: The mistake is the topic.\nsummary: The word "recieved".',
    good: '# redress-disable-next-line spelling: The mistake is the topic.\nsummary: The word "recieved".',
  },
  {
    name: 'disable-unused',
    explains: 'A line that silences nothing goes, because it would silence a later mistake.',
    bad: '# redress-disable-next-line spelling: The mistake is the topic.\nsummary: The word "received".',
    good: 'summary: The word "received".',
  },
];

/** A line that silences a rule, and the lines for which it does. */
interface Disable extends DisableComment {
  line: number;
  column: number;
  first: number;
  last: number;
}

/** The issues without those that a line silences, and what is wrong with such lines. */
export function applyDisables(
  issues: readonly Issue[],
  tree: Root,
  file: VFile,
  known: readonly string[],
): Issue[] {
  if (!String(file).includes('redress-disable')) return [...issues];
  const { disables, malformed } = readDisables(tree, file);
  const used = new Set<Disable>();
  const left = issues.filter(({ rule, line }) => {
    const by = disables.filter(
      (disable) => disable.rule === rule && disable.first <= line && line <= disable.last,
    );
    for (const disable of by) used.add(disable);
    return by.length === 0;
  });
  const wrong = disables.flatMap((disable) => {
    if (used.has(disable)) return [];
    const { rule, line, column } = disable;
    return known.includes(rule)
      ? [
          issue(file, line, column, 'disable-unused', 'warning', [
            `Unexpected line that silences \`${rule}\`, expected an issue of that rule below it`,
            'Take the line out.',
          ]),
        ]
      : [
          issue(file, line, column, 'disable-rule', 'error', [
            `Unexpected rule \`${rule}\`, expected the name of a rule for prose`,
            didYouMean(rule, known),
          ]),
        ];
  });
  return [...left, ...malformed, ...wrong];
}

const issue = (
  { path }: VFile,
  line: number,
  column: number,
  rule: string,
  severity: Issue['severity'],
  [message, hint]: readonly [string, string],
): Issue => ({ file: path, line, column, severity, rule, message, hint });

function readDisables(tree: Root, file: VFile): { disables: Disable[]; malformed: Issue[] } {
  const lines = String(file).split('\n');
  const bodyLine = lines.length - entryOf(file).body.split('\n').length;
  const below = textsBelow(lines);
  const ends = endsOfTexts(tree, file);
  const disables: Disable[] = [];
  const malformed: Issue[] = [];
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const column = text.search(/\S/) + 1;
    const comment = index < bodyLine ? disableInFrontmatter(text) : disableInBody(text);
    if (comment) {
      const first = below[index] ?? line;
      disables.push({ ...comment, line, column, first, last: ends.get(first) ?? first });
    } else if (index < bodyLine && /^\s*#\s*redress-/.test(text))
      malformed.push(
        issue(file, line, column, 'disable-form', 'error', [
          `Unexpected comment \`${text.trim()}\`, expected a rule and a reason`,
          'Write `# redress-disable-next-line vague-word: The reason, without parentheses.`',
        ]),
      );
  }
  return { disables, malformed };
}

/** For each line, the number of the next one below that is neither empty nor silences a rule. */
function textsBelow(lines: readonly string[]): number[] {
  const below: number[] = [];
  let next = lines.length;
  for (let index = lines.length - 1; index >= 0; index--) {
    below[index] = next;
    const text = lines[index] ?? '';
    if (!/^[\s>]*$/.test(text) && !disableInBody(text) && !disableInFrontmatter(text)) next = index + 1;
  }
  return below;
}

/** The last line of the sentence of the frontmatter, or of the smallest block, that begins in a line. */
function endsOfTexts(tree: Root, file: VFile): Map<number, number> {
  const { positionOf } = entryOf(file);
  const ends = new Map<number, number>();
  for (const node of nodesOf(tree)) {
    const { start, end } = node.position ?? {};
    if (!start || !end || !blocks.has(node.type)) continue;
    const field = node.type === 'paragraph' ? node.data?.field : undefined;
    const line = field ? positionOf(field).line : start.line;
    ends.set(line, Math.min(end.line, ends.get(line) ?? end.line));
  }
  return ends;
}

const blocks: ReadonlySet<Nodes['type']> = new Set([
  'paragraph',
  'heading',
  'tableRow',
  'code',
  'mdxJsxFlowElement',
]);
