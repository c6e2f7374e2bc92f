import type { Issue } from '#playbook/issue.ts';
import { htmlWords, isHtmlName } from './html-words.ts';
import { linesOf } from './lines.ts';
import { problem, wholeFile } from './problem.ts';
import { quote, visible } from './quote.ts';

/** `3:1: Message (origin)`, as the parser throws it. */
const thrown = /^(\d+):(\d+): (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s;

/** What the parser threw, as an issue in the words of someone who writes prose; its position counts in the file. */
export function syntaxIssue(error: unknown, body: string, bodyLine: number, file: string): Issue {
  const text = error instanceof Error ? error.message : String(error);
  const [, line, column, found = text] = thrown.exec(text) ?? [];
  const position = line && column ? { line: Number(line), column: Number(column) } : wholeFile;
  const rest = linesOf(body)
    .line(position.line - bodyLine + 1)
    .slice(position.column - 1);
  for (const [pattern, explain] of explanations) {
    const match = pattern.exec(found);
    if (match) return problem(file, position, ...explain(match, rest));
  }
  const message = `Unexpected text that is not MDX, expected Markdown: ${visible(found).slice(0, 200)}`;
  return problem(file, position, 'mdx-syntax', message, 'Write this place in plain words.');
}

type Words = [rule: 'mdx-syntax' | 'mdx-html', message: string, hint: string];

/** The parser's messages and our words; `rest` is the line from where the message points. */
const explanations: readonly (readonly [RegExp, (match: RegExpExecArray, rest: string) => Words])[] = [
  [
    /^Expected a closing tag for `<(.*?)>`/s,
    ([, name = '']) =>
      isHtmlName(name)
        ? htmlWords(name)
        : [
            'mdx-syntax',
            `Unexpected end of text, expected the closing tag ${quote(`</${name}>`)}`,
            `Write ${quote(`</${name}>`)} on a line of its own, or remove ${quote(`<${name}>`)}.`,
          ],
  ],
  [
    /^Unexpected closing tag `<\/(.*?)>`, expected corresponding closing tag for `<(.*?)>`/s,
    ([, found = '', open = '']) => [
      'mdx-syntax',
      `Unexpected closing tag ${quote(`</${found}>`)}, expected ${quote(`</${open}>`)}`,
      'Close what was opened last first.',
    ],
  ],
  [
    /^Unexpected closing tag `<\/(.*?)>`/s,
    ([, name = '']) => [
      'mdx-syntax',
      `Unexpected closing tag ${quote(`</${name}>`)}, expected ${quote(`<${name}>`)} before it`,
      'Remove it, or open what it closes.',
    ],
  ],
  [
    /create a comment in MDX/,
    () => [
      'mdx-syntax',
      'Unexpected `<!--`, expected text: content has no comments',
      'Take the comment out; what stands in content is published.',
    ],
  ],
  [
    /^Could not parse expression|closing brace/,
    () => [
      'mdx-syntax',
      'Unexpected word in braces, expected the name of a variable',
      'Write a brace that is meant as text as `\\{`.',
    ],
  ],
  [/^Unexpected character after `<`/, (_, rest) => ['mdx-syntax', ...angleWords(rest)]],
];

function angleWords(rest: string): [message: string, hint: string] {
  const [, address] = /^<((?:https?:\/\/|mailto:)?[^\s<>]*[@/][^\s<>]*)>/.exec(rest) ?? [];
  if (address && !address.endsWith('/')) {
    const url = /^(?:https?|mailto):/.test(address) ? address : `mailto:${address}`;
    return [`Unexpected ${quote(`<${address}>`)}, expected a link`, `Write ${quote(`[text](${url})`)}.`];
  }
  if (/^<[A-Z]/.test(rest)) {
    return [
      `Unexpected ${quote(rest)}, expected a tag whose attributes are written \`name="text"\``,
      'Put every value in quotes, close them, and close the tag with `>`.',
    ];
  }
  return ['Unexpected `<`, expected text', 'Write it as `\\<`, or in words ("less than").'];
}
