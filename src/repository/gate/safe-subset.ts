import type { Nodes, Root } from 'mdast';
import type { Issue } from '#playbook/issue.ts';
import { didYouMean } from '#playbook/nearest.ts';
import type { ContentType } from '#schemas/index.ts';
import { checkComponent, type JsxElement } from './check-component.ts';
import type { ComponentTable } from './components.ts';
import { type Lines, linesOf } from './lines.ts';
import { capped, problem, startOf } from './problem.ts';
import { quote } from './quote.ts';
import type { GateRuleName } from './rules.ts';

/** What the body of one entry may hold. */
export interface SubsetContext {
  file: string;
  type: ContentType;
  components: ComponentTable;
  /** The whole file, in which the positions of the tree count. */
  source: string;
  /** Names that may stand in braces; undefined where the type has no variables. */
  variables: ReadonlySet<string> | undefined;
}

/** Markdown that the site renders; every other kind of node is refused. */
const plain: ReadonlySet<string> = new Set<Nodes['type']>([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'code',
  'blockquote',
  'list',
  'listItem',
  'thematicBreak',
  'break',
  'link',
  'image',
  'table',
  'tableRow',
  'tableCell',
]);

type Report = (node: Nodes, rule: GateRuleName, message: string, hint: string) => void;

/** Everything in a body that is outside of the safe subset, in order. */
export function checkBody(tree: Root, context: SubsetContext): Issue[] {
  const issues: Issue[] = [];
  const lines = linesOf(context.source);
  const report: Report = (node, rule, message, hint) =>
    issues.push(problem(context.file, startOf(node), rule, message, hint));
  let depth = 1;
  const walk = (node: Nodes, parent: Nodes | undefined): void => {
    switch (node.type) {
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        issues.push(...checkComponent(node as JsxElement, parent, context, lines));
        break;
      case 'mdxjsEsm':
        checkModule(node, report);
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        checkExpression(node, context.variables, report);
        break;
      case 'heading':
        checkDepth(node, depth, report);
        depth = node.depth;
        break;
      case 'paragraph':
        issues.push(...directiveIssues(node, context.file, lines));
        break;
      default:
        checkKind(node, report);
    }
    if ('children' in node) for (const child of node.children) walk(child, node);
  };
  walk(tree, undefined);
  return capped(issues);
}

function checkModule(node: Nodes & { value: string }, report: Report): void {
  const word = node.value.startsWith('import') ? 'import' : 'export';
  report(
    node,
    'mdx-module',
    `Unexpected line that begins with \`${word}\`, expected prose: MDX reads such a line as code`,
    `If it is prose, begin otherwise, such as "To ${word} …" or "${word === 'import' ? 'Imports' : 'Exports'} …"; code has no place in content.`,
  );
}

function checkExpression(
  node: Nodes & { value: string },
  variables: ReadonlySet<string> | undefined,
  report: Report,
): void {
  const { value } = node;
  const name = value.trim();
  const shown = quote(`{${value}}`);
  if (variables?.has(value)) return;
  if (!variables) {
    const hint = 'Write a brace that is meant as text as `\\{`. Variables belong in macros.';
    report(
      node,
      'mdx-expression',
      `Unexpected expression ${shown}, expected text: content is never executed`,
      hint,
    );
  } else if (variables.has(name)) {
    const message = `Unexpected variable ${shown}, expected ${quote(`{${name}}`)}`;
    report(node, 'mdx-variable', message, 'Take out the spaces.');
  } else if (/^[A-Za-z_]\w*$/.test(name)) {
    const message = `Unexpected variable ${shown}, expected one that the macro or organisation.yaml declares`;
    report(node, 'mdx-variable', message, didYouMean(name, variables));
  } else {
    const hint = 'Name a variable, or write a brace that is meant as text as `\\{`.';
    report(
      node,
      'mdx-expression',
      `Unexpected expression ${shown}, expected a variable such as \`{first_name}\``,
      hint,
    );
  }
}

function checkDepth(node: Nodes & { depth: number }, before: number, report: Report): void {
  if (node.depth > 1 && node.depth <= before + 1) return;
  const expected = Math.max(2, Math.min(node.depth, before + 1));
  const because =
    node.depth === 1 ? 'the title is the first heading of the page' : 'headings go down one step at a time';
  const message = `Unexpected heading of depth ${node.depth}, expected depth ${expected}: ${because}`;
  report(node, 'mdx-heading-depth', message, `Begin it with \`${'#'.repeat(expected)} \`.`);
}

/** The parser leaves directives as text, so that they would be published as written. */
function directiveIssues(node: Nodes, file: string, lines: Lines): Issue[] {
  const { start, end } = node.position ?? {};
  if (!start || !end) return [];
  const issues: Issue[] = [];
  for (let number = start.line; number <= end.line; number++) {
    const before = number === start.line ? start.column - 1 : 0;
    const line = lines.line(number).slice(before);
    const found = /^[\s>]*(:{3,})\s*([a-z]*)/i.exec(line);
    if (!found) continue;
    const at = { line: number, column: before + found[0].indexOf(':') + 1 };
    const hint = found[2]
      ? 'Write `<Note kind="tip">`, the text and `</Note>`, each on a line of its own.'
      : 'Take the line out, or close a component with its own tag.';
    const message = `Unexpected directive ${quote(line.trim())}, expected Markdown or a component`;
    issues.push(problem(file, at, 'mdx-directive', message, hint));
  }
  return issues;
}

const definitions: ReadonlySet<string> = new Set([
  'definition',
  'linkReference',
  'imageReference',
  'footnoteReference',
  'footnoteDefinition',
]);

function checkKind(node: Nodes, report: Report): void {
  if (plain.has(node.type)) return;
  if (definitions.has(node.type)) {
    const what = node.type.startsWith('footnote')
      ? 'footnote'
      : node.type === 'definition'
        ? 'link definition'
        : 'link by reference';
    report(
      node,
      'mdx-definition',
      `Unexpected ${what}, expected the ${what === 'footnote' ? 'text' : 'address'} where it is used`,
      what === 'footnote'
        ? 'Write the remark into the sentence, or into a `<Note kind="tip">` below it.'
        : 'identifier' in node && node.identifier === '//'
          ? 'A rule is silenced by `[//]: # (redress-disable-next-line vague-word: The reason, without parentheses.)`.'
          : 'Write `[text](/policies/counterfeit/)`.',
    );
  } else if (node.type === 'html') {
    report(
      node,
      'mdx-html',
      `Unexpected HTML ${quote(node.value)}, expected Markdown`,
      'Write it in Markdown or with a component of the list.',
    );
  } else {
    report(
      node,
      'mdx-unsupported',
      `Unexpected ${quote(node.type)}, expected Markdown that the site shows`,
      'Write it in plain Markdown.',
    );
  }
}
