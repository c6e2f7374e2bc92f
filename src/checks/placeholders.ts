import type { AnyEntry } from '#playbook/entry.ts';
import type { Issue, Position } from '#playbook/issue.ts';
import { nodesOf } from '#playbook/nodes.ts';
import { placeholdersIn } from '#playbook/placeholder.ts';
import { walkSchema } from '#playbook/walk-schema.ts';
import { contentTypes } from '#schemas/index.ts';
import { atPosition } from './at.ts';
import type { Check } from './check.ts';

/** What was left open when an entry was begun is written before it comes into force. */
export const placeholders: Check = {
  rules: [
    {
      name: 'placeholder',
      explains:
        'What `npm run new` left open is written before the entry comes into force; in a draft it is a reminder.',
      bad: 'summary: "[to write: one sentence that says what the entry is for]"',
      good: 'summary: Shows where the goods came from.',
    },
  ],
  run: ({ playbook }) => playbook.entries.filter(({ data }) => data.status !== 'retired').flatMap(issuesOf),
};

function issuesOf(entry: AnyEntry): Issue[] {
  const issues: Issue[] = [];
  const draft = entry.data.status === 'draft';
  const told = (text: string, at: () => Position) => {
    for (const { what } of placeholdersIn(text))
      issues.push(
        atPosition(entry.file, at(), {
          severity: draft ? 'warning' : 'error',
          rule: 'placeholder',
          message: `Unexpected placeholder in ${draft ? 'a draft' : 'an entry in force'}, expected what it stands for: ${what}`,
          hint: draft
            ? 'Write it before the entry becomes active.'
            : 'Write it, or set `status: draft` until it is written.',
        }),
      );
  };
  walkSchema(contentTypes[entry.type].schema, entry.data, (schema, value, path, key) => {
    // A field that may be left out is visited twice: with what makes it optional, and bare.
    if (!key && typeof value === 'string' && schema._zod.def.type === 'string')
      told(value, () => entry.positionOf(path));
  });
  for (const node of nodesOf(entry.tree))
    if (node.type === 'text') told(node.value, () => node.position?.start ?? { line: 0, column: 0 });
  return issues;
}
