import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { busyWeek } from '#test/helpers/busy-week.ts';
import { run } from '#test/helpers/cli.ts';
import type { ToldRepository } from '#test/helpers/told-repository.ts';

describe('npm run changelog, narrowed', () => {
  let repository: ToldRepository;
  beforeAll(() => {
    repository = busyWeek();
  }, 60_000);
  afterAll(() => repository.git.delete());

  test.each([
    [
      ['--entry', 'evidence-standards/supplier-invoice'],
      'evidence-standards/supplier-invoice: requirement created',
    ],
    [['--entry', 'glossary/appeal'], 'glossary/request-for-review: renamed created'],
    [
      ['--kind', 'retired,outcomes', '--kind', 'renamed'],
      'decision-templates/counterfeit: outcomes outcomes, glossary/request-for-review: renamed, procedures/intake-and-triage: retired',
    ],
    [
      ['--since', '2026-02-05'],
      'glossary/request-for-review: renamed, procedures/intake-and-triage: restored retired',
    ],
    [['--since', '2026-02-04', '--until', '2026-02-04'], 'decision-templates/counterfeit: outcomes'],
    [
      ['--until', '2026-02-05T10:00:00+01:00', '--since', '2026-02-05'],
      'glossary/request-for-review: renamed',
    ],
    // By when it reached this branch, not by when it was written.
    [['--since', '2026-02-02', '--until', '2026-02-02'], 'evidence-standards/supplier-invoice: requirement'],
    [['--since', 'invoices', '--until', 'HEAD~3'], 'decision-templates/counterfeit: outcomes outcomes'],
    [['--since', '2026-03-01'], ''],
  ])('%j tells %s', (args, expected) => {
    const { code, out, err } = run('changelog', ['--root', repository.git.root, ...args, '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    const { entries } = JSON.parse(out) as { entries: Told[] };
    const lines = entries.map(({ id, revisions }) => `${id}: ${revisions.map(({ kind }) => kind).join(' ')}`);
    expect(lines.join(', ')).toBe(expected);
  });

  test.each([
    [
      ['--entry', 'evidence-standards/suplier-invoice'],
      1,
      'Unexpected entry `evidence-standards/suplier-invoice`, expected one that git knows. Did you mean `evidence-standards/supplier-invoice`?',
    ],
    [
      ['--since', 'mian'],
      1,
      'Unexpected `mian`, expected a day such as 2026-11-20, or the name of a commit, a branch or a tag',
    ],
    [
      ['--until', '2026-02-30'],
      1,
      'Unexpected `2026-02-30`, expected a day such as 2026-11-20, or the name of a commit, a branch or a tag',
    ],
    [['--since', '--all'], 2, undefined],
    [
      ['--kind', 'requirements'],
      2,
      'Unexpected kind `requirements`, expected one of outcomes, requirement, wording, housekeeping, created, renamed, retired, restored',
    ],
    [['--format', 'xml'], 2, 'Unexpected format `xml`, expected one of text, markdown, json'],
    [['policies/counterfeit'], 2, undefined],
    [
      ['--dir', 'nothing'],
      1,
      'Unexpected folder `nothing`, expected one with .md or .mdx files that git knows',
    ],
  ])('refuses %j with exit code %d', (args, code, err) => {
    const found = run('changelog', ['--root', repository.git.root, ...args]);
    expect([found.code, found.out]).toEqual([code, '']);
    if (err !== undefined) expect(found.err).toBe(err);
    else expect(found.err).toMatch(/npm run changelog -- \[--root <folder>\]/);
  });
});

interface Told {
  id: string;
  path: string;
  revisions: { kind: string }[];
}
