import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Clause, Heading } from '#playbook/entry.ts';
import { nodesOf } from '#playbook/nodes.ts';
import { clauseFragment } from '#playbook/paths.ts';

/** `CF-1 Title`: a clause heading's code and title. */
const clauseHeading = /^([A-Z]{2,4}-\d+)\s+(\S.*)$/;

/** Every heading of a body, each with the id of its element: a clause's code, else its text, unique in the entry. */
export function readHeadings(tree: Root): Heading[] {
  const slugger = new GithubSlugger();
  const headings: Heading[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type !== 'heading') continue;
    const text = textOf(node).trim();
    const code = node.depth === 2 ? clauseHeading.exec(text)?.[1] : undefined;
    const { line, column } = node.position?.start ?? { line: 0, column: 0 };
    headings.push({
      depth: node.depth,
      text,
      slug: slugger.slug(code ? clauseFragment(code) : text),
      line,
      column,
    });
  }
  return headings;
}

/** The clauses of a policy: from each `## CF-1 Title` heading to the next heading of that depth. */
export function readClauses(headings: readonly Heading[], body: string, bodyLine: number): Clause[] {
  const lines = body.split('\n');
  const tops = headings.filter(({ depth }) => depth === 2);
  const lineAfter = (index: number) => tops[index + 1]?.line ?? bodyLine + lines.length;
  return tops.flatMap((heading, index) => {
    const [, code, title] = clauseHeading.exec(heading.text) ?? [];
    if (!code || !title) return [];
    const text = lines
      .slice(heading.line + 1 - bodyLine, lineAfter(index) - bodyLine)
      .join('\n')
      .trim();
    return [{ code, title, slug: heading.slug, text, line: heading.line, column: heading.column }];
  });
}
