import type { Entry, FieldPath } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { nodesOf } from '#playbook/nodes.ts';
import { atField, atPosition, type Finding } from './at.ts';
import type { Check } from './check.ts';

/** Messages hold characters that every helpdesk, filter and phone shows alike. */
export const macroCharacters: Check = {
  rules: [
    {
      name: 'macro-quotes',
      explains:
        'Quotes and apostrophes in messages are straight, because helpdesks, search and word comparison treat curly ones as other words.',
      bad: 'the seller’s “proof”',
      good: 'the seller\'s "proof"',
    },
    {
      name: 'macro-invisible',
      explains: 'A message holds no invisible, control or direction character: what is read is what is sent.',
      bad: 'pay\u200bpal (with a zero-width space)',
      good: 'paypal',
    },
  ],
  run: ({ playbook }) =>
    [...playbook.ofType('macros'), ...playbook.ofType('passages')].flatMap((entry) => [
      ...bodyIssues(entry),
      ...fieldTexts(entry).flatMap(([path, text]) =>
        findingsIn(text).map(({ finding }) => atField(entry, path, finding)),
      ),
    ]),
};

type TextEntry = Entry<'macros'> | Entry<'passages'>;

function bodyIssues(entry: TextEntry): Issue[] {
  const issues: Issue[] = [];
  for (const node of nodesOf(entry.tree)) {
    if (node.type !== 'text') continue;
    const { line, column } = node.position?.start ?? { line: 0, column: 0 };
    for (const { index, finding } of findingsIn(node.value)) {
      const before = node.value.slice(0, index).split('\n');
      const sameLine = before.length === 1;
      const at = {
        line: line + before.length - 1,
        column: (sameLine ? column : 1) + (before.at(-1)?.length ?? 0),
      };
      issues.push(atPosition(entry.file, at, finding));
    }
  }
  return issues;
}

/** What of the fields is sent: the subject and the defaults. */
const fieldTexts = (entry: TextEntry): [FieldPath, string][] => {
  if (entry.type === 'passages') return [];
  const { subject, variables } = entry.data;
  return [
    ...(subject ? [[['subject'], subject] as [FieldPath, string]] : []),
    ...Object.entries(variables).flatMap(([name, variable]): [FieldPath, string][] =>
      variable.default ? [[['variables', name, 'default'], variable.default]] : [],
    ),
  ];
};

const straight: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2039': "'",
  '\u203a': "'",
};

/** What most texts are, in which nothing need be looked for. */
const plain = /^[\n\t -~]*$/;

/** Controls, format characters, separators and every space but the common one. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;

function findingsIn(text: string): { index: number; finding: Finding }[] {
  if (plain.test(text)) return [];
  return [...text].reduce<{ index: number; found: { index: number; finding: Finding }[] }>(
    ({ index, found }, character) => {
      const finding = findingFor(character);
      return {
        index: index + character.length,
        found: finding ? [...found, { index, finding }] : found,
      };
    },
    { index: 0, found: [] },
  ).found;
}

function findingFor(character: string): Finding | undefined {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const quote = straight[character];
  if (quote)
    return {
      rule: 'macro-quotes',
      message: `Unexpected quotation mark \`${character}\` (${code}), expected \`${quote}\``,
      hint: 'Type it with the key for straight quotes.',
    };
  if (character === '\n' || character === '\t' || !invisible.test(character)) return undefined;
  return {
    rule: 'macro-invisible',
    message: `Unexpected invisible character ${code}, expected characters that can be seen`,
    hint: 'Delete it and type a plain space if one is meant.',
  };
}
