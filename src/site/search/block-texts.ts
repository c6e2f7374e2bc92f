import type { Node, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** One paragraph, heading, cell or case of a body as plain text, with its line. */
export interface BlockText {
  text: string;
  line: number;
}

/** The text of a body block by block, so that words of neighbouring blocks do not run together; blanks are left out. */
export function blockTexts(tree: Root): BlockText[] {
  const found: BlockText[] = [];
  visit(tree, (node) => {
    if (!holdsText(node)) return;
    const text = textOf({
      ...node,
      children: node.children.filter((child) => child.type !== 'mdxTextExpression'),
    });
    found.push({ text: text.replace(/\s+/g, ' ').trim(), line: node.position?.start.line ?? 0 });
    return SKIP;
  });
  return found.filter(({ text }) => text !== '');
}

interface TextParent extends Node {
  children: Node[];
}

const inline = new Set(['text', 'emphasis', 'strong', 'inlineCode', 'link', 'delete', 'mdxTextExpression']);

const holdsText = (node: Node): node is TextParent =>
  'children' in node &&
  Array.isArray(node.children) &&
  node.children.some((child: Node) => inline.has(child.type));
