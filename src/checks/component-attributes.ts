import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { Position } from '#playbook/issue.ts';
import { nodesOf } from '#playbook/nodes.ts';

/** The literal values of one attribute of a component in a body, each with the position of its component. */
export function componentAttributes(
  tree: Root,
  component: string,
  name: string,
): { value: string; position: Position }[] {
  const found: { value: string; position: Position }[] = [];
  for (const node of nodesOf(tree)) {
    if (!isElement(node) || node.name !== component) continue;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue;
      if (typeof attribute.value !== 'string') continue;
      found.push({ value: attribute.value, position: node.position?.start ?? { line: 0, column: 0 } });
    }
  }
  return found;
}

const isElement = (node: Nodes): node is MdxJsxFlowElement | MdxJsxTextElement =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
