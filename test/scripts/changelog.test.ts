import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { busyWeek } from '#test/helpers/busy-week.ts';
import { run } from '#test/helpers/cli.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { ToldRepository } from '#test/helpers/told-repository.ts';

const told = (repository: ToldRepository, ...args: string[]) => {
  const { code, out, err } = run('changelog', ['--root', repository.git.root, ...args]);
  expect([code, err]).toEqual([0, '']);
  return repository.named(out);
};

describe('npm run changelog', () => {
  let repository: ToldRepository;
  beforeAll(() => {
    repository = busyWeek();
  }, 60_000);
  afterAll(() => repository.git.delete());

  test('tells what happened since a commit, as text', () => {
    expect(told(repository, '--since', 'main~6')).toMatchInlineSnapshot(`
      "decision-templates/counterfeit
        2026-02-04  outcomes      <reverted>  Revert "Uphold where a link is missing" [Ada Lovelace]
            Reverts <cell>
            Brings back the text of <start>
            Outcomes: 1 of 5 combinations ends differently
              authenticity unverified, provenance partial: uphold to request-information (1)
            Rule R3, outcome: uphold to request-information
        2026-02-03  outcomes      <cell>  Uphold where a link is missing [Ada Lovelace]
            Outcomes: 1 of 5 combinations ends differently
              authenticity unverified, provenance partial: request-information to uphold (1)
            Rule R3, outcome: request-information to uphold

      evidence-standards/supplier-invoice
        2026-02-02  requirement   <written>  Accept invoices of the last 180 days only (#12) [Kim and Lee; approved by Jo Doe]
            Why: Older ones could not be confirmed.
            Written on 2026-01-05, landed with <merge>
            Maximum age: 365 days to 180 days

      glossary/request-for-review
        2026-02-05  renamed       <rename>  Call it by its name [Ada Lovelace]
            Renamed from content/glossary/appeal.mdx to content/glossary/request-for-review.mdx

      procedures/intake-and-triage
        2026-02-06  restored      <return>  Intake is back [Ada Lovelace]
            Section “If it goes wrong”: “lead” to “policy team”
        2026-02-05  retired       <removal>  No intake any more [Ada Lovelace]"
    `);
  });

  test('tells the same as Markdown', () => {
    expect(
      told(repository, '--since', 'main~6', '--kind', 'outcomes,requirement', '--format', 'markdown'),
    ).toMatchInlineSnapshot(`
      "## decision-templates/counterfeit

      - **outcomes**, 2026-02-04, \`<reverted>\`: Revert "Uphold where a link is missing" \\[Ada Lovelace\\]
        - Reverts <cell>
        - Brings back the text of <start>
        - Outcomes: 1 of 5 combinations ends differently
          - authenticity unverified, provenance partial: uphold to request-information (1)
        - Rule R3, outcome: uphold to request-information
      - **outcomes**, 2026-02-03, \`<cell>\`: Uphold where a link is missing \\[Ada Lovelace\\]
        - Outcomes: 1 of 5 combinations ends differently
          - authenticity unverified, provenance partial: request-information to uphold (1)
        - Rule R3, outcome: request-information to uphold

      ## evidence-standards/supplier-invoice

      - **requirement**, 2026-02-02, \`<written>\`: Accept invoices of the last 180 days only (\\#12) \\[Kim and Lee; approved by Jo Doe\\]
        - Why: Older ones could not be confirmed.
        - Written on 2026-01-05, landed with <merge>
        - Maximum age: 365 days to 180 days"
    `);
  });

  test('gives machines the JSON that is promised, and nothing is left out of it', () => {
    const { head, complete, knownSince, entries } = JSON.parse(told(repository, '--format', 'json'));
    expect({ head, complete, knownSince }).toEqual({ head: '<return>', complete: true, knownSince: null });
    expect(
      entries.map(({ id, path, revisions }: Told) => [id, path, revisions.map(({ kind }) => kind).join(' ')]),
    ).toMatchInlineSnapshot(`
      [
        [
          "decision-templates/counterfeit",
          "content/decision-templates/counterfeit.mdx",
          "outcomes outcomes created",
        ],
        [
          "escalation-paths/policy-team",
          "content/escalation-paths/policy-team.mdx",
          "created",
        ],
        [
          "evidence-standards/supplier-invoice",
          "content/evidence-standards/supplier-invoice.mdx",
          "requirement created",
        ],
        [
          "glossary/request-for-review",
          "content/glossary/request-for-review.mdx",
          "renamed created",
        ],
        [
          "macros/counterfeit-overturned",
          "content/macros/counterfeit-overturned.mdx",
          "created",
        ],
        [
          "organisation",
          "content/organisation.yaml",
          "created",
        ],
        [
          "policies/counterfeit",
          "content/policies/counterfeit.mdx",
          "created",
        ],
        [
          "precedents/counterfeit-verified-jacket",
          "content/precedents/counterfeit-verified-jacket.mdx",
          "created",
        ],
        [
          "procedures/intake-and-triage",
          "content/procedures/intake-and-triage.mdx",
          "restored retired created",
        ],
      ]
    `);
    const standardTold = entries.find(({ id }: Told) => id === 'evidence-standards/supplier-invoice');
    expect(standardTold.revisions[0]).toMatchInlineSnapshot(`
      {
        "approvedBy": [
          "Jo Doe",
        ],
        "author": "Kim",
        "changes": [
          {
            "after": 180,
            "before": 365,
            "kind": "requirement",
            "label": "Maximum age",
            "path": [
              "maximumAgeDays",
            ],
            "summary": "Maximum age: 365 days to 180 days",
            "unit": "days",
            "what": "value",
          },
        ],
        "coAuthors": [
          "Lee",
        ],
        "commit": "<written>",
        "kind": "requirement",
        "landed": {
          "commit": "<merge>",
          "date": "2026-02-02T10:00:00+01:00",
        },
        "life": 1,
        "loweredBy": [],
        "overturns": [],
        "parents": [
          "<start>",
        ],
        "path": "content/evidence-standards/supplier-invoice.mdx",
        "pullRequest": 12,
        "reason": "Older ones could not be confirmed.",
        "recorded": "2026-01-05T11:00:00+00:00",
        "renamedFrom": null,
        "restores": null,
        "reverts": null,
        "reviewedBy": [],
        "subject": "Accept invoices of the last 180 days only",
      }
    `);
  });

  test('explains itself', () => {
    expect(run('changelog', ['--help'])).toMatchObject({ code: 0, err: '' });
    expect(run('changelog', ['--help']).out).toMatchInlineSnapshot(`
      "npm run changelog -- [--root <folder>] [--dir <folder>] [--entry <type/slug>] [--since <ref|date>]
                           [--until <ref|date>] [--kind <kind>]… [--format text|markdown|json]

      Tells what every commit changed, entry by entry, newest first. With --dir, of all .md and .mdx files in that folder,
      as text alone. Dates are days of the organisation's time zone and go by when a change reached this branch.
      Kinds: outcomes, requirement, wording, housekeeping, created, renamed, retired, restored.
      Exit 0: told, 1: no such entry, folder or commit, 2: the tool failed, or there is no history to read."
    `);
  });

  test('says where there is no history, and from when on it is known', () => {
    const shallow = new ToldRepository(new TestRepository());
    shallow.git.git('fetch', '--quiet', '--depth=3', `file://${repository.git.root}`, 'main');
    shallow.git.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    const { code, out, err } = run('changelog', ['--root', shallow.git.root, '--format', 'json']);
    expect([code, err]).toEqual([
      0,
      'This clone is shallow: history is known since 2026-02-05T10:00:00+01:00.',
    ]);
    shallow.git.delete();
    const { complete, knownSince, entries } = JSON.parse(out);
    expect({ complete, knownSince }).toEqual({ complete: false, knownSince: '2026-02-05T10:00:00+01:00' });
    expect(
      entries.flatMap(({ id, revisions }: Told) => revisions.map(({ kind }) => `${id}: ${kind}`)),
    ).toEqual(['procedures/intake-and-triage: restored', 'procedures/intake-and-triage: retired']);
  });
});

interface Told {
  id: string;
  path: string;
  revisions: { kind: string }[];
}
