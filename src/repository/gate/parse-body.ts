import type { Nodes, Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import type { Issue } from '#playbook/issue.ts';
import { checkBodyCost } from './body-cost.ts';
import { maskBraces } from './braces.ts';
import { problem, startOf, wholeFile } from './problem.ts';
import { quote, visible } from './quote.ts';

/** What the parser may read; the site renders with the same. */
export const bodyFeatures = { smartPunctuation: false, frontmatter: false } as const;

/**
 * The body as a tree whose positions count from the first line of the file; undefined, with an issue, where it is
 * not MDX or would cost too much. Where braces are refused the tree is that of the rest: good for finding more issues.
 */
export function parseBody(
  body: string,
  bodyLine: number,
  file: string,
): { tree: Root | undefined; issues: Issue[] } {
  const cost = checkBodyCost(body, bodyLine, file);
  if (cost.length > 0) return { tree: undefined, issues: cost };
  const { masked, issues } = maskBraces(body, bodyLine, file);
  try {
    // The parser has no option for a first line: empty lines before the text have the same effect.
    const tree = mdxToMdast('\n'.repeat(bodyLine - 1) + masked, { features: bodyFeatures }) as Root;
    const deep = nodeTooDeep(tree);
    return deep ? { tree: undefined, issues: [...issues, nestingIssue(deep, file)] } : { tree, issues };
  } catch (error) {
    // A syntax error may come from the mask; the braces come first.
    return { tree: undefined, issues: issues.length > 0 ? issues : [syntaxIssue(error, file)] };
  }
}

const deepest = 250;

/** The first node that code which visits the tree by recursion should not meet; lists count two levels each. */
function nodeTooDeep(tree: Root): Nodes | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return level[0];
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return undefined;
}

const nestingIssue = (node: Nodes, file: string): Issue =>
  problem(
    file,
    startOf(node),
    'mdx-nested',
    `Unexpected nesting, expected at most ${deepest} levels of emphasis, lists and tags`,
    'Close what is open, or take the row of characters out.',
  );

/** `3:1: Message (origin)`, as the parser throws it. */
const thrown = /^(\d+):(\d+): (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s;

function syntaxIssue(error: unknown, file: string): Issue {
  const text = error instanceof Error ? error.message : String(error);
  const [, line, column, found = text] = thrown.exec(text) ?? [];
  const position = line && column ? { line: Number(line), column: Number(column) } : wholeFile;
  for (const [pattern, explain] of explanations) {
    const match = pattern.exec(found);
    if (match) return problem(file, position, 'mdx-syntax', ...explain(match));
  }
  return problem(
    file,
    position,
    'mdx-syntax',
    `Unexpected text that is not MDX, expected Markdown: ${visible(found).slice(0, 200)}`,
    'Take out the last change to this place, or write it as plain text.',
  );
}

/** The parser's messages in the words of someone who writes prose. */
const explanations: readonly [RegExp, (match: RegExpExecArray) => [message: string, hint: string]][] = [
  [
    /^Expected a closing tag for `<(.*?)>`/s,
    ([, name = '']) => [
      `Unexpected end of text, expected the closing tag ${quote(`</${name}>`)}`,
      `Write ${quote(`</${name}>`)} on a line of its own, or remove ${quote(`<${name}>`)}.`,
    ],
  ],
  [
    /^Unexpected closing tag `<\/(.*?)>`, expected corresponding closing tag for `<(.*?)>`/s,
    ([, found = '', open = '']) => [
      `Unexpected closing tag ${quote(`</${found}>`)}, expected ${quote(`</${open}>`)}`,
      'Close what was opened last first.',
    ],
  ],
  [
    /^Unexpected closing tag `<\/(.*?)>`/s,
    ([, name = '']) => [
      `Unexpected closing tag ${quote(`</${name}>`)}, expected ${quote(`<${name}>`)} before it`,
      'Remove it, or open what it closes.',
    ],
  ],
  [
    /create a comment in MDX/,
    () => [
      'Unexpected `<!--`, expected text: content has no comments',
      'Take the comment out; what stands in content is published.',
    ],
  ],
  [
    /expected a corresponding closing brace/,
    () => [
      'Unexpected `{` that is never closed, expected text',
      'Write the brace as `\\{`, or close the variable with `}`.',
    ],
  ],
  [
    /^Could not parse expression/,
    () => [
      'Unexpected `{`, expected text: braces hold a declared variable of a macro and nothing else',
      'Write the brace as `\\{`, or a variable as `{first_name}`.',
    ],
  ],
  [
    /^Unexpected character after `<`/,
    () => [
      'Unexpected `<`, expected text',
      'Write it as `\\<`, or in words ("less than"); a link as `[text](https://example.com)`.',
    ],
  ],
];
