import type { Nodes, Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { components } from '#repository/gate/components.ts';

const parser = unified().use(remarkParse).use(remarkMdx);

/** What another parser of MDX sees in a body that would act: code, HTML, components off the list, addresses that run. */
export function activeIn(body: string, variables: ReadonlySet<string>): string[] {
  let tree: Root;
  try {
    tree = parser.parse(body);
  } catch (error) {
    return [`not MDX: ${error instanceof Error ? error.message : String(error)}`];
  }
  const found: string[] = [];
  visit(tree, (node) => {
    const problem = actOf(node, variables);
    if (problem) found.push(problem);
  });
  return found;
}

function actOf(node: Nodes, variables: ReadonlySet<string>): string | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
    case 'html':
      return `${node.type} ${node.value}`;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return variables.has(node.value) ? undefined : `expression {${node.value}}`;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const rule = node.name !== null && Object.hasOwn(components, node.name) && components[node.name];
      if (!rule) return `component <${node.name}>`;
      const odd = node.attributes.find(
        (attribute) =>
          attribute.type !== 'mdxJsxAttribute' ||
          typeof attribute.value !== 'string' ||
          !Object.hasOwn(rule.attributes, attribute.name),
      );
      return odd && `attribute ${JSON.stringify(odd)}`;
    }
    case 'link':
    case 'definition':
    case 'image':
      return /^(?:https:|mailto:|\.?\/(?![/\\])|#)/.test(node.url) ? undefined : `address ${node.url}`;
    default:
      return undefined;
  }
}
