import type { Issue } from '#playbook/issue.ts';
import { nearest } from '#playbook/nearest.ts';
import { attributeOffsets } from './attribute-offsets.ts';
import type { JsxElement } from './check-component.ts';
import type { ComponentRule } from './components.ts';
import type { Lines } from './lines.ts';
import { problem, startOf } from './problem.ts';
import { quote } from './quote.ts';

type Attribute = JsxElement['attributes'][number];
type Allowed = readonly string[] | RegExp;
type Finding = [message: string, hint: string];

/** Attributes of a component that its rule does not know, that repeat, miss, or hold anything but text that fits. */
export function checkAttributes(
  node: JsxElement,
  name: string,
  rule: ComponentRule,
  file: string,
  lines: Lines,
): Issue[] {
  const start = startOf(node);
  // The parser saw a text with other offsets (see parse-body.ts); lines and columns hold in both.
  const offsets = attributeOffsets(lines.text, lines.offsetOf(start));
  const seen = new Set<string>();
  const issues = node.attributes.flatMap((attribute, index) => {
    const found = attributeFinding(attribute, name, rule, seen);
    const offset = offsets[index];
    const at = offset === undefined ? start : lines.positionOf(offset);
    return found ? [problem(file, at, 'mdx-attribute', ...found)] : [];
  });
  const missing = (rule.requires ?? []).filter((key) => !seen.has(key));
  return [
    ...issues,
    ...missing.map((key) => {
      const allowed = rule.attributes[key] ?? [];
      const message = `Unexpected \`<${name}>\` without \`${key}\`, expected ${valuesOf(allowed)}`;
      return problem(file, start, 'mdx-attribute', message, `Write \`<${name} ${example(key, allowed)}>\`.`);
    }),
  ];
}

/** What is wrong with one attribute; `seen` gathers the names before it. */
function attributeFinding(
  attribute: Attribute,
  name: string,
  rule: ComponentRule,
  seen: Set<string>,
): Finding | undefined {
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    return [
      `Unexpected ${quote(`{${attribute.value}}`)}, expected attributes written out`,
      'Write each as `name="text"`.',
    ];
  }
  const { name: key, value } = attribute;
  const twice = seen.has(key);
  seen.add(key);
  if (twice)
    return [`Unexpected second ${quote(key)} of \`<${name}>\`, expected one`, 'Remove one of the two.'];
  const known = Object.keys(rule.attributes);
  const allowed = Object.hasOwn(rule.attributes, key) ? rule.attributes[key] : undefined;
  if (!allowed) {
    const near = nearest(key, known, 1)[0];
    return [
      `Unexpected attribute ${quote(key)} of \`<${name}>\`, expected ${known.length ? list(known) : 'none'}`,
      near ? `Did you mean \`${near}\`?` : 'Remove it.',
    ];
  }
  const hint = `Write \`${example(key, allowed)}\`.`;
  if (value === null || value === undefined) {
    return [`Unexpected ${quote(key)} without a value, expected ${valuesOf(allowed)}`, hint];
  }
  if (typeof value !== 'string') {
    return [`Unexpected expression in ${quote(key)}, expected text in quotes`, hint];
  }
  const fits = allowed instanceof RegExp ? allowed.test(value) : allowed.includes(value);
  const near = allowed instanceof RegExp ? undefined : nearest(value, allowed, 1)[0];
  if (fits) return undefined;
  const found = value === '' ? 'empty text' : quote(value);
  return [
    `Unexpected ${found} in \`${key}\`, expected ${valuesOf(allowed)}`,
    near ? `Did you mean \`${near}\`?` : hint,
  ];
}

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const valuesOf = (allowed: Allowed): string =>
  allowed instanceof RegExp ? 'a key: letters, digits and single hyphens' : list(allowed);

const example = (key: string, allowed: Allowed): string =>
  `${key}="${allowed instanceof RegExp ? '…' : allowed[0]}"`;
