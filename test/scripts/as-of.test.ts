import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#test/helpers/cli.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { ToldRepository } from '#test/helpers/told-repository.ts';

const policy = 'policies/counterfeit.mdx';

/** A playbook with a rule that is merged ahead of its day, a term that gets a new name, and a standard that is retired. */
function aYear(): ToldRepository {
  const repository = ToldRepository.withPlaybook();
  const { git } = repository;
  repository.edit(
    'ahead',
    'From March, such items may stay',
    policy,
    [
      ['effective: 2026-01-15', 'effective: 2026-03-01'],
      ['is removed', 'may stay'],
    ],
    { date: '2026-02-10T23:30:00Z' },
  );
  git.move('content/glossary/appeal.mdx', 'content/glossary/request-for-review.mdx');
  repository.commit('rename', 'Call it by its name', { date: '2026-02-20T10:00:00Z' });
  repository.edit(
    'retired',
    'No invoices any more',
    'evidence-standards/supplier-invoice.mdx',
    [['status: active', 'status: retired']],
    { date: '2026-03-10T10:00:00Z' },
  );
  git.remove('content/procedures/intake-and-triage.mdx');
  repository.commit('removed', 'No intake any more', { date: '2026-03-20T10:00:00Z' });
  return repository;
}

describe('npm run as-of', () => {
  let repository: ToldRepository;
  beforeAll(() => {
    repository = aYear();
  }, 60_000);
  afterAll(() => repository.git.delete());
  const asOf = (...args: string[]) => {
    const { code, out, err } = run('as-of', [...args, '--root', repository.git.root]);
    return { code, out: repository.named(out), err };
  };

  test('tells what was in force, and what was only recorded', () => {
    expect(asOf('2026-02-20').out).toMatchInlineSnapshot(`
      "decision-templates/counterfeit          <start>
      escalation-paths/policy-team            <start>
      evidence-standards/supplier-invoice     <start>
      glossary/request-for-review             <rename>
      macros/counterfeit-overturned           <start>
      policies/counterfeit                    <start>  recorded since: <ahead>
      precedents/counterfeit-verified-jacket  <start>
      procedures/intake-and-triage            <start>"
    `);
    expect(asOf('2026-03-31').out).toMatchInlineSnapshot(`
      "decision-templates/counterfeit          <start>
      escalation-paths/policy-team            <start>
      evidence-standards/supplier-invoice     not in force; recorded <retired>
      glossary/request-for-review             <rename>
      macros/counterfeit-overturned           <start>
      policies/counterfeit                    <ahead>
      precedents/counterfeit-verified-jacket  <start>"
    `);
  });

  test('gives machines id to commit, of what was in force', () => {
    const found = asOf('2026-02-20', '--format', 'json');
    expect([found.code, found.err]).toEqual([0, '']);
    expect(JSON.parse(found.out)).toMatchObject({
      'policies/counterfeit': '<start>',
      'glossary/request-for-review': '<rename>',
      'evidence-standards/supplier-invoice': '<start>',
    });
    const later = JSON.parse(asOf('2026-03-31', '--format', 'json').out);
    expect(later['policies/counterfeit']).toBe('<ahead>');
    expect(Object.keys(later)).not.toContain('evidence-standards/supplier-invoice');
    expect(Object.keys(later)).not.toContain('procedures/intake-and-triage');
  });

  test("goes by days of the organisation's time zone, and by times to the second", () => {
    const recorded = (date: string) => /policies\/counterfeit\s+.*$/m.exec(asOf(date).out)?.[0];
    // 23:30 in Greenwich is the next day in Berlin.
    expect(recorded('2026-02-10')).toMatch(/<start>$/);
    expect(recorded('2026-02-11')).toMatch(/<start> {2}recorded since: <ahead>$/);
    expect(recorded('2026-02-10T23:29:59Z')).toMatch(/<start>$/);
    expect(recorded('2026-02-11T00:30:00+01:00')).toMatch(/<ahead>$/);
  });

  test.each([
    [['2025-01-01'], 0, 'Nothing stood on 2025-01-01.', ''],
    [['2025-01-01', '--format', 'json'], 0, '{}', ''],
    [['yesterday'], 1, '', 'Unexpected date `yesterday`, expected a day such as 2026-11-20'],
    [['2026-02-30'], 1, '', 'Unexpected date `2026-02-30`, expected a day such as 2026-11-20'],
    [['2026-02-20', '--format', 'xml'], 2, '', 'Unexpected format `xml`, expected one of text, json'],
  ])('%j ends with %d', (args, code, out, err) => expect(asOf(...args)).toEqual({ code, out, err }));

  test('explains itself where no day is given, and when asked', () => {
    const { code, out, err } = asOf();
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatchInlineSnapshot(`
      "npm run as-of -- <date> [--root <folder>] [--dir <folder>] [--format text|json]

      Prints which text of each entry was in force at the end of a day, as the commit that wrote it.
      What applies goes by the entry's own date, what was known by when it reached this branch; text shows where they differ.
      With --dir, what stood there, of all .md and .mdx files in that folder. <date> is a day or an ISO time.
      Exit 0: told, 1: no such date, 2: the tool failed, or history does not reach back so far."
    `);
    expect(asOf('--help').out).toBe(err);
    expect(asOf('2026-01-01', '2026-02-02').code).toBe(2);
  });

  test('says from when on a shallow clone knows, and tells nothing from before', () => {
    const shallow = new TestRepository();
    shallow.git('fetch', '--quiet', '--depth=2', `file://${repository.git.root}`, 'main');
    shallow.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    expect(run('as-of', ['2026-02-20', '--root', shallow.root])).toEqual({
      code: 2,
      out: '',
      err: 'This clone is shallow: history is known since 2026-03-10T10:00:00+00:00.',
    });
    expect(run('as-of', ['2026-03-15', '--root', shallow.root]).code).toBe(0);
    shallow.delete();
  });

  test('tells of any folder of any repository what stood there', () => {
    const notes = new ToldRepository();
    notes.git.write('docs/a.md', 'One\n');
    notes.commit('one', 'One', { date: '2026-01-01T10:00:00Z' });
    notes.git.write('docs/a.md', 'Two\n');
    notes.git.write('docs/b.md', 'Two\n');
    notes.commit('two', 'Two', { date: '2026-02-01T10:00:00Z' });
    const told = (date: string) =>
      notes.named(run('as-of', [date, '--root', notes.git.root, '--dir', 'docs', '--format', 'json']).out);
    expect(JSON.parse(told('2026-01-31'))).toEqual({ a: '<one>' });
    expect(JSON.parse(told('2026-02-01'))).toEqual({ a: '<two>', b: '<two>' });
    notes.git.delete();
  });
});
