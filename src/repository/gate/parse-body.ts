import type { Nodes, Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import type { Issue } from '#playbook/issue.ts';
import { checkBodyCost } from './body-cost.ts';
import { maskBraces } from './braces.ts';
import { syntaxIssue } from './mdx-errors.ts';
import { problem, startOf } from './problem.ts';

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
    return {
      tree: undefined,
      issues: issues.length > 0 ? issues : [syntaxIssue(error, body, bodyLine, file)],
    };
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
