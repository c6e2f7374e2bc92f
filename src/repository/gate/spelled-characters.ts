import type { Nodes, Root } from 'mdast';
import type { Issue } from '#playbook/issue.ts';
import { nodesOf } from '#playbook/nodes.ts';
import { type CharacterFinding, checkCharacters } from './characters.ts';
import { linesOf } from './lines.ts';
import { capped, problem } from './problem.ts';

/**
 * What is wrong with the characters of a value that were not typed but spelled, as `&#x202E;` or `\u202E`: no check of
 * the bytes sees them. `written` is the value as it stands in the file; what is wrong with that is told already.
 */
export function checkSpelled(value: string, written: string): CharacterFinding[] {
  const { findings } = checkCharacters(value);
  if (!value.isWellFormed()) findings.push(unreadable('bytes-utf-8', 'half a character'));
  // What parsers put in the place of a code that stands for no character, or for one that they refuse.
  if (value.includes('\uFFFD') && !written.includes('\uFFFD'))
    findings.push(unreadable('bytes-control', 'a character that cannot be shown'));
  return findings.length > 0 && checkCharacters(written).findings.length === 0 ? findings : [];
}

const unreadable = (rule: CharacterFinding['rule'], what: string): CharacterFinding => ({
  offset: 0,
  rule,
  message: `Unexpected code of ${what}, expected text that can be seen`,
  hint: 'Take it out, or type the character itself.',
});

/** Characters that a body may not hold and spells as character references; the positions are those of the first in a text. */
export function checkReferences(tree: Root, source: string, file: string): Issue[] {
  if (!source.includes('&')) return [];
  const lines = linesOf(source);
  const issues: Issue[] = [];
  for (const node of nodesOf(tree)) {
    const values = valuesOf(node);
    const { start, end } = node.position ?? {};
    if (values.length === 0 || !start || !end) continue;
    const from = lines.offsetOf(start);
    const written = source.slice(from, lines.offsetOf(end));
    const reference = written.search(/&[#\w]/);
    if (reference === -1) continue;
    const at = lines.positionOf(from + reference);
    for (const { rule, message, hint } of values.flatMap((value) => checkSpelled(value, written)))
      issues.push(problem(file, at, rule, message, hint));
  }
  return capped(issues);
}

/** The texts of a node in which the parser puts characters in the place of references. */
function valuesOf(node: Nodes): string[] {
  switch (node.type) {
    case 'text':
      return [node.value];
    case 'link':
      return texts(node.url, node.title);
    case 'image':
      return texts(node.url, node.title, node.alt);
    case 'code':
      return texts(node.lang, node.meta);
    default:
      return [];
  }
}

const texts = (...values: readonly (string | null | undefined)[]): string[] =>
  values.filter((value) => typeof value === 'string');
