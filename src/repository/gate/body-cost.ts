import type { Issue } from '#playbook/issue.ts';
import { linesOf } from './lines.ts';
import { problem } from './problem.ts';

/** What the parser pays for more than once, in time or in memory; measured on satteri 0.10.5. */
const limits = {
  '{': { most: 1000, what: 'braces', hint: 'Split the entry into several.' },
  '<': { most: 2000, what: 'tags', hint: 'Split the entry into several.' },
  '&': { most: 2000, what: 'character references', hint: 'Type the characters themselves: `&` for `&amp;`.' },
} as const;

/** Text on which the parser would take longer than a second, found in linear time before it is parsed. */
export function checkBodyCost(body: string, bodyLine: number, file: string): Issue[] {
  return (Object.keys(limits) as (keyof typeof limits)[]).flatMap((sign) => {
    const { most, what, hint } = limits[sign];
    let offset = -1;
    for (let count = 0; count <= most; count++) {
      offset = body.indexOf(sign, offset + 1);
      if (offset === -1) return [];
    }
    const { line, column } = linesOf(body).positionOf(offset);
    const message = `Unexpected number of ${what}, expected at most ${most.toLocaleString('en')} in a file`;
    return [problem(file, { line: line + bodyLine - 1, column }, 'mdx-too-many', message, hint)];
  });
}
