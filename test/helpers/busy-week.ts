import { ToldRepository } from './told-repository.ts';

const standard = 'evidence-standards/supplier-invoice.mdx';
const template = 'decision-templates/counterfeit.mdx';
const older = ['maximumAgeDays: 365', 'maximumAgeDays: 180'] as const;
const cell = [/(provenance: partial \}\n {4}outcome: )[\w-]+/, '$1uphold'] as const;

/** What a team does in a week: a change by pull request, one that is reverted, a rename, a removal and a return. */
export function busyWeek(): ToldRepository {
  const repository = ToldRepository.withPlaybook();
  const { git } = repository;
  git.git('checkout', '--quiet', '-b', 'invoices');
  repository.edit(
    'written',
    'Accept invoices of the last 180 days only\n\nOlder ones could not be confirmed.\n\nCo-authored-by: Lee <lee@example.com>',
    standard,
    [older],
    { author: 'Kim <kim@example.com>' },
  );
  git.git('checkout', '--quiet', 'main');
  repository.name(
    'merge',
    git.merge(
      ['invoices'],
      'Merge pull request #12 from team/invoices\n\nApproved-by: Jo Doe <jo@example.com>',
      {
        date: '2026-02-02T10:00:00+0100',
      },
    ),
  );
  repository.edit('cell', 'Uphold where a link is missing', template, [cell], {
    date: '2026-02-03T10:00:00+0100',
  });
  repository.edit(
    'reverted',
    `Revert "Uphold where a link is missing"\n\nThis reverts commit ${git.head()}.`,
    template,
    [],
    {
      date: '2026-02-04T10:00:00+0100',
    },
  );
  git.move('content/glossary/appeal.mdx', 'content/glossary/request-for-review.mdx');
  repository.commit('rename', 'Call it by its name', { date: '2026-02-05T10:00:00+0100' });
  git.remove('content/procedures/intake-and-triage.mdx');
  repository.commit('removal', 'No intake any more', { date: '2026-02-05T11:00:00+0100' });
  repository.edit(
    'return',
    'Intake is back',
    'procedures/intake-and-triage.mdx',
    [['Ask the lead.', 'Ask the policy team.']],
    {
      date: '2026-02-06T10:00:00+0100',
    },
  );
  return repository;
}
