import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cli.ts';
import { TestRepository } from './git.ts';

const macro = (title: string, reflects: string, fields: string, body: string): string => `---
title: "${title}"
summary: Tells a seller something.
owner: appeals
status: active
effective: 2026-01-15
reviewBy: 2027-01-15
policy: counterfeit
reflects: [${reflects}]
outcome: overturn
audience: seller
channel: email
language: en
${fields}---

${body}
`;

const item = `  item:
    label: Item
    type: text
    example: a blue jacket
`;

const files: Readonly<Record<string, string>> = {
  'desk-every-type': macro(
    'Counterfeit: every type of blank',
    'CF-1',
    `subject: "Your appeal about {item}"
variables:
${item}  reply_by:
    label: Last day to reply
    type: date
    example: "2026-11-29"
  form:
    label: Address of the form
    type: url
    example: https://example.com/appeal
  papers:
    label: Papers
    type: list
    example: an invoice
  office:
    label: Office
    type: text
    example: the court in Bonn
`,
    `Hello {first_name},

**Your item.** We looked at {item} and at *all* your papers: {papers}.

- Answer by {reply_by}.
- Use the form: {form}.

<When region="EU">

You may go to {office}.

</When>

<When region="US">

You may write to us & ask "why".

</When>`,
  ),
  'desk-next': macro(
    'Counterfeit: the next message',
    'CF-1',
    `variables:\n${item}`,
    'Hello {first_name}, {item} is on its way.',
  ),
  'desk-unapproved': macro(
    'Counterfeit: nobody approved it',
    'CF-1',
    `variables:\n${item}`,
    'Hello {first_name}, {item} is lost.',
  ),
  'desk-stale': macro(
    'Counterfeit: its clause moved',
    'CF-2',
    `variables:\n${item}`,
    'Hello {first_name}, show us where {item} came from.',
  ),
};

/**
 * A repository with the small playbook and macros for the desk: two approved, one that nobody approved, and one whose
 * clause was reworded after its approval. The caller deletes it.
 */
export function deskPlaybook(): TestRepository {
  const repository = new TestRepository();
  const { root } = repository;
  cpSync(join(import.meta.dirname, '../fixtures/playbook'), root, { recursive: true });
  for (const [slug, text] of Object.entries(files)) repository.write(`content/macros/${slug}.mdx`, text);
  const organisation = 'content/organisation.yaml';
  const settings = 'helpdesks:\n  zendesk:\n    blank: "[[{name}]]"\n';
  repository.write(organisation, `${readFileSync(join(root, organisation), 'utf8')}${settings}`);
  repository.commit('Write the playbook');
  const approved = run('approve', [
    'macros/desk-every-type',
    'macros/desk-next',
    'macros/desk-stale',
    '--by',
    'policy-lead',
    '--root',
    root,
  ]);
  if (approved.code !== 0) throw new Error(`The macros were not approved:\n${approved.out}\n${approved.err}`);
  const policy = 'content/policies/counterfeit.mdx';
  const moved = readFileSync(join(root, policy), 'utf8').replace(
    'proves where the item came from',
    'shows where the item came from',
  );
  repository.save(policy, moved, 'Reword CF-2');
  return repository;
}
