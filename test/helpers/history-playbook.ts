import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestRepository } from './git.ts';
import { validPlaybook } from './playbook.ts';

/** A repository with a past of every sort, told by the commits that made it. The caller deletes it. */
export interface HistoryPlaybook {
  repository: TestRepository;
  /** Full object ids by what the commit did. */
  commits: Readonly<Record<HistoryStep, string>>;
}

export type HistoryStep =
  | 'first'
  | 'shortened'
  | 'reverted'
  | 'hostileText'
  | 'outcomes'
  | 'renamed'
  | 'lowered'
  | 'removed'
  | 'recreated'
  | 'clauses'
  | 'onBranch'
  | 'onBranchAgain'
  | 'housekeeping'
  | 'hostileMessage'
  | 'upcoming'
  | 'latest';

const term = (title: string, fields: string, body: string): string => `---
title: ${title}
summary: A word of the field.
owner: appeals
effective: 2026-01-15
reviewBy: 2027-01-15
${fields}
---

${body}
`;

/** What the gate would refuse today, in the text of a day before there was one. */
const hostile = term(
  '"<b>Strike</b> out"',
  'status: active',
  `import x from 'y'

<script>window.hostile = true</script>

{window.hostile = true} [click](javascript:window.hostile=true) <img src=x onerror="window.hostile = true">`,
);

const withClauses = (text: string): string =>
  text
    .replace('Proof of origin', 'Proof of where it came from')
    .replace(
      'See [CF-1](#cf-1).',
      'See [CF-1](#cf-1). A receipt from a shop proves one item and no more.\n\nWithout either, the seller may send a letter of the brand.\n\n## CF-3 Many units\n\nTen or more units go to the policy team, whatever the papers say. The reviewer who read the papers first stays with the case until the team has answered, and tells the seller so.',
    );

/** The small playbook of the fixtures, with eleven months behind it; its time zone is Europe/Berlin. */
export function historyPlaybook(): HistoryPlaybook {
  const repository = new TestRepository();
  const { root } = repository;
  const policy = 'content/policies/counterfeit.mdx';
  const invoice = 'content/evidence-standards/supplier-invoice.mdx';
  const template = 'content/decision-templates/counterfeit.mdx';
  const procedure = 'content/procedures/intake-and-triage.mdx';
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(root, path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} does not hold: ${from}`);
    repository.write(
      path,
      text.replace(from, () => to),
    );
  };
  const at = (date: string, author = 'Ada Lovelace <ada@example.com>') => ({ date, author });
  const grace = 'Grace Hopper <grace@example.com>';

  cpSync(validPlaybook, root, { recursive: true });
  const organisation = 'content/organisation.yaml';
  const browsed = 'repository:\n  url: https://git.example.org/appeals\n  branch: main\n';
  repository.write(organisation, `${readFileSync(join(root, organisation), 'utf8')}${browsed}`);
  repository.write('content/glossary/draft-term.mdx', term('Escrow', 'status: draft', 'Money that waits.'));
  const first = repository.commit('Write the playbook', at('2026-01-12T09:00:00+01:00'));

  repository.write(
    'content/glossary/gift-card.mdx',
    term('Gift card', 'status: active', 'A card that holds money.'),
  );
  repository.commit('Add gift cards', at('2026-01-20T11:00:00+01:00', grace));

  edit(invoice, 'maximumAgeDays: 365', 'maximumAgeDays: 180');
  const shortened = repository.commit(
    `Invoices age faster (#12)

Old invoices were reused in eleven cases of January.

They named goods that had long been sold.

Co-authored-by: Katherine Johnson <katherine@example.com>
Reviewed-by: Annie Easley <annie@example.com>
Approved-by: Mary Jackson <mary@example.com>`,
    at('2026-02-16T15:00:00+01:00'),
  );
  repository.write(invoice, readFileSync(join(validPlaybook, invoice), 'utf8'));
  const reverted = repository.commit(
    `Revert "Invoices age faster (#12)"

This reverts commit ${shortened}.

Sellers of vintage goods could not appeal any more.`,
    at('2026-02-20T10:00:00+01:00', grace),
  );

  const hostileText = repository.save(
    'content/glossary/strike-out.mdx',
    hostile,
    'Add a term',
    at('2026-02-23T10:00:00+01:00'),
  );
  repository.save(
    'content/glossary/strike-out.mdx',
    term('Strike out', 'status: active', 'To take a strike back.'),
    'Write the term in words',
    at('2026-02-24T10:00:00+01:00'),
  );
  edit('content/glossary/draft-term.mdx', 'status: draft', 'status: active');
  repository.commit('Escrow is in force', at('2026-03-24T10:00:00+01:00', grace));

  repository.git('switch', '--quiet', '--create', 'stricter');
  edit(template, 'outcome: request-information', 'outcome: uphold');
  edit(
    template,
    'because: One link is missing.',
    'because: One link is missing, and the seller was asked for it.',
  );
  const outcomes = repository.commit(
    'A missing link no longer asks again',
    at('2026-03-30T10:00:00+02:00', grace),
  );
  repository.git('switch', '--quiet', 'main');
  // Half past one in Berlin, still the day before in UTC.
  repository.merge(
    ['stricter'],
    'Merge pull request #21 from appeals/stricter\n\nApproved-by: Mary Jackson <mary@example.com>',
    at('2026-03-31T23:30:00+00:00'),
  );

  repository.move('content/glossary/appeal.mdx', 'content/glossary/appeal-request.mdx');
  edit(
    'content/glossary/appeal-request.mdx',
    'status: active',
    'status: active\nformerly: [glossary/appeal]',
  );
  edit(
    'content/glossary/appeal-request.mdx',
    'or that the measure was wrong',
    'or that the measure went too far',
  );
  const renamed = repository.commit(
    'Call an appeal what the notice calls it',
    at('2026-05-04T09:00:00+02:00'),
  );

  edit(policy, "without the brand's consent", "without the brand's permission");
  const lowered = repository.commit(
    'Use the word of the law\n\nChange-kind: wording\nApproved-by: Mary Jackson <mary@example.com>',
    at('2026-05-11T09:00:00+02:00'),
  );

  repository.remove('content/glossary/gift-card.mdx');
  repository.remove('content/glossary/strike-out.mdx');
  const removed = repository.commit(
    'Take out two words\n\nNobody uses them.',
    at('2026-06-01T09:00:00+02:00'),
  );
  repository.write(
    'content/glossary/gift-card.mdx',
    term(
      'Gift voucher',
      'status: active',
      'A card or code that holds money for one shop, and that nobody exchanges back.',
    ),
  );
  const recreated = repository.commit(
    'Gift cards again, as vouchers',
    at('2026-07-06T09:00:00+02:00', grace),
  );

  repository.write(policy, withClauses(readFileSync(join(root, policy), 'utf8')));
  const clauses = repository.commit(
    'Say what many units mean (#27)\n\n- ten or more units\n- receipts',
    at('2026-08-03T09:00:00+02:00'),
  );

  repository.git('switch', '--quiet', '--create', 'steps');
  edit(procedure, '2. Choose the queue.', '2. Choose the queue by severity.');
  const onBranch = repository.commit('Choose by severity', at('2026-09-07T09:00:00+02:00', grace));
  edit(procedure, '2. Choose the queue by severity.', '2. Choose the queue by severity, then by age.');
  const onBranchAgain = repository.commit('And by age', at('2026-09-08T09:00:00+02:00', grace));
  repository.git('switch', '--quiet', 'main');
  repository.merge(['steps'], 'Merge pull request #30 from appeals/steps', at('2026-09-09T09:00:00+02:00'));

  edit(policy, 'reviewBy: 2027-01-15', 'reviewBy: 2027-10-05');
  const housekeeping = repository.commit('Reviewed, nothing to change', at('2026-10-05T09:00:00+02:00'));

  edit(procedure, 'The case stands in one queue.', 'The case stands in exactly one queue.');
  const hostileMessage = repository.commit(
    '<script>window.hostile = true</script> & "quoted" \u202Egnp.exe\n\n<img src=x onerror="window.hostile = true">\n\n[a link](javascript:window.hostile=true)',
    at('2026-11-03T09:00:00+01:00', 'Eve "onload=alert(1)" &lt;b&gt; \u202Eevil <eve@example.com>'),
  );

  edit(invoice, 'maximumAgeDays: 365', 'maximumAgeDays: 90');
  edit(invoice, 'effective: 2026-01-15', 'effective: 2026-12-01');
  const upcoming = repository.commit(
    'Invoices may be 90 days old (#31)\n\nFrom December, when the sellers have been told.',
    at('2026-11-16T09:00:00+01:00'),
  );
  edit('content/glossary/appeal-request.mdx', 'An appeal says', 'An appeal, see CF-1, says');
  const latest = repository.commit('Point to the clause', at('2026-11-20T09:00:00+01:00', grace));

  return {
    repository,
    commits: {
      first,
      shortened,
      reverted,
      hostileText,
      outcomes,
      renamed,
      lowered,
      removed,
      recreated,
      clauses,
      onBranch,
      onBranchAgain,
      housekeeping,
      hostileMessage,
      upcoming,
      latest,
    },
  };
}
