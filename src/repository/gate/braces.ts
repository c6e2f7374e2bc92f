import type { Issue } from '#playbook/issue.ts';
import { linesOf } from './lines.ts';
import { capped, problem } from './problem.ts';
import { quote } from './quote.ts';

/** A brace; `plain` where it holds a name, a member or a spread of one, which the parser reads in one pass. */
const brace = /\{(?<plain>[ \t]*(?:\.{3})?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*[ \t]*\})?/g;

/**
 * Refuses braces that the parser must not see, and masks them: its search for the end of an expression starts again
 * at each brace and tag inside, so that 26 times `<A a={` take minutes (satteri 0.10.5). Code counts too, as it
 * cannot be told apart without parsing. What is plain, such as `{process.env.HOME}`, is left to the check of the tree.
 */
export function maskBraces(
  body: string,
  bodyLine: number,
  file: string,
): { masked: string; issues: Issue[] } {
  if (!body.includes('{')) return { masked: body, issues: [] };
  const { positionOf } = linesOf(body);
  const offsets: number[] = [];
  for (const { index, groups } of body.matchAll(brace)) {
    if (groups?.plain === undefined && !isEscaped(body, index)) offsets.push(index);
  }
  const issues = offsets.map((offset) => {
    const { line, column } = positionOf(offset);
    const before = body.slice(Math.max(0, offset - 200), offset);
    const words = wordsFor(before, body.slice(offset, offset + 200).split('\n', 1)[0] ?? '');
    return problem(file, { line: line + bodyLine - 1, column }, ...words);
  });
  const parts = offsets.map((offset, index) =>
    body.slice(index === 0 ? 0 : (offsets[index - 1] ?? 0) + 1, offset),
  );
  return { masked: [...parts, body.slice((offsets.at(-1) ?? -1) + 1)].join('x'), issues: capped(issues) };
}

/** Whether an odd number of backslashes stands before the offset. */
function isEscaped(text: string, offset: number): boolean {
  let at = offset;
  while (text[at - 1] === '\\') at--;
  return (offset - at) % 2 === 1;
}

type Words = [rule: 'mdx-expression' | 'mdx-comment' | 'mdx-attribute', message: string, hint: string];

/** `text` begins with the brace and ends with its line. */
function wordsFor(before: string, text: string): Words {
  const shown = quote(/^\{+[^{}]*\}+/.exec(text)?.[0] ?? text);
  if (/^\{\s*\/[*/]/.test(text)) {
    return [
      'mdx-comment',
      'Unexpected comment, expected text: what stands in content is published',
      'Take it out; the reason for a change belongs in its commit.',
    ];
  }
  if (/<[A-Za-z][^<>\n]*=\s*$/.test(before)) {
    const message = `Unexpected ${shown}, expected the text of the attribute in quotes`;
    return ['mdx-attribute', message, 'Write `name="text"`.'];
  }
  const name = /^\{\{\s*([A-Za-z_]\w*)\s*\}\}/.exec(text)?.[1];
  const message = `Unexpected ${shown}, expected text: braces hold the name of a variable and nothing else, in code as well`;
  const hint = name
    ? `Write one brace: ${quote(`{${name}}`)}.`
    : 'Write the name of a variable of a macro, such as `{first_name}`, or a brace that is meant as text as `\\{`.';
  return ['mdx-expression', message, hint];
}
