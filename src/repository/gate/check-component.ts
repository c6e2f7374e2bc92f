import type { Nodes } from 'mdast';
import type { Issue } from '#playbook/issue.ts';
import { didYouMean } from '#playbook/nearest.ts';
import { checkAttributes } from './check-attributes.ts';
import type { ComponentRule } from './components.ts';
import { htmlWords, isHtmlName } from './html-words.ts';
import type { Lines } from './lines.ts';
import { problem, startOf } from './problem.ts';
import { quote } from './quote.ts';
import type { GateRuleName } from './rules.ts';
import type { SubsetContext } from './safe-subset.ts';

/** A component, or HTML, in a body. */
export type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

type Finding = [rule: GateRuleName, message: string, hint: string];

/** Everything that is wrong with one component: its name, its place, its children and its attributes. */
export function checkComponent(
  node: JsxElement,
  parent: Nodes | undefined,
  context: SubsetContext,
  lines: Lines,
): Issue[] {
  const { components, file } = context;
  const { name } = node;
  const at = startOf(node);
  // Own properties only: `<constructor/>` and `<toString/>` are not on the list.
  const rule = name !== null && Object.hasOwn(components, name) ? components[name] : undefined;
  if (name === null || !rule) return [problem(file, at, ...unknownName(name, Object.keys(components)))];
  return [
    ...placeFindings(node, name, rule, parent, context).map((found) => problem(file, at, ...found)),
    ...checkAttributes(node, name, rule, file, lines),
  ];
}

function unknownName(name: string | null, known: readonly string[]): Finding {
  if (name === null) {
    return ['mdx-unsupported', 'Unexpected `<>`, expected a component with a name', 'Take the tags out.'];
  }
  if (isHtmlName(name)) return htmlWords(name);
  const message = `Unexpected component ${quote(`<${name}>`)}, expected one of the list`;
  return ['mdx-component', message, didYouMean(name, known)];
}

function placeFindings(
  node: JsxElement,
  name: string,
  rule: ComponentRule,
  parent: Nodes | undefined,
  { type }: SubsetContext,
): Finding[] {
  const findings: Finding[] = [];
  const report = (message: string, hint: string) =>
    findings.push(['mdx-component-place', `Unexpected ${message}`, hint]);
  if (rule.where && !rule.where.includes(type)) {
    report(
      `\`<${name}>\` in ${type}, expected it in ${rule.where.join(', ')}`,
      'Say it in plain Markdown here.',
    );
  }
  if (node.type === 'mdxJsxTextElement' && !rule.inline) {
    report(
      `\`<${name}>\` inside a line, expected it on lines of its own`,
      `Put \`<${name} …>\`, its text and \`</${name}>\` each on a line of its own.`,
    );
  } else if (rule.parent && nameOf(parent) !== rule.parent) {
    report(
      `\`<${name}>\` here, expected it directly inside of \`<${rule.parent}>\``,
      `Put it between \`<${rule.parent}>\` and \`</${rule.parent}>\`.`,
    );
  }
  if (rule.holds) {
    const { component, count } = rule.holds;
    const right = node.children.filter((child) => nameOf(child) === component).length;
    const other = node.children.length > right ? ' and other content' : '';
    if (right !== count || other) {
      report(
        `${right} \`<${component}>\`${other} in \`<${name}>\`, expected exactly ${count} \`<${component}>\` and nothing else`,
        `Write \`<${component}>\` ${count} times; what else there is to say stands before or after.`,
      );
    }
  }
  return findings;
}

const nameOf = (node: Nodes | undefined): string | null =>
  node?.type === 'mdxJsxFlowElement' ? node.name : null;
