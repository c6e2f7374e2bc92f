import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPast } from '#site/past.ts';
import { railHistory } from '#site/views/rail-history.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { type HistoryPlaybook, historyPlaybook } from '#test/helpers/history-playbook.ts';
import { noPast } from './no-past.ts';

let told: HistoryPlaybook;
beforeAll(() => {
  told = historyPlaybook();
});
afterAll(() => told.repository.delete());

const rail = async (id: string, today = '2026-11-22') =>
  railHistory(await openPast(told.repository.root, today), id);

describe('the rail of an entry', () => {
  test('tells the last change that mattered, and not the last review of it', async () => {
    expect(await rail('policies/counterfeit')).toEqual({
      entry: 'policies/counterfeit',
      readsSince: '2026-08-03',
      lastChange: {
        kind: { kind: 'requirement', word: 'Requirement' },
        on: '2026-08-03',
        author: 'Ada Lovelace',
        reason: 'Say what many units mean (#27)',
      },
      link: { path: '/policies/counterfeit/history/', text: '4 revisions' },
      note: undefined,
    });
  });

  test.each([
    ['2026-11-22', '2026-02-20', 'Revert "Invoices age faster (#12)"'],
    ['2026-12-01', '2026-12-01', 'Invoices may be 90 days old (#31)'],
  ])('on %s tells of the text in force then, since %s', async (today, since, reason) => {
    const { readsSince, lastChange } = await rail('evidence-standards/supplier-invoice', today);
    expect(readsSince).toBe(since);
    expect(lastChange?.reason).toBe(reason);
  });

  test('dates a change by the day on which it landed where the organisation is', async () => {
    const { lastChange } = await rail('decision-templates/counterfeit');
    expect(lastChange).toMatchObject({ on: '2026-04-01', kind: { word: 'Outcomes' } });
  });

  test('does not say since when a draft is in force', async () => {
    expect((await rail('glossary/draft-term', '2026-11-22')).readsSince).toBe('2026-03-24');
    expect((await rail('glossary/draft-term', '2026-03-23')).readsSince).toBeUndefined();
  });
});

describe('where history is not all there', () => {
  test('an entry that no commit holds has none yet', async () => {
    expect(await rail('glossary/unwritten')).toMatchObject({
      link: undefined,
      note: 'None yet: no commit holds this entry.',
    });
  });

  test('a playbook outside of git says so', () => {
    expect(railHistory(noPast, 'glossary/appeal')).toMatchObject({
      readsSince: undefined,
      lastChange: undefined,
      link: undefined,
      note: 'Not known: built from a copy without git history.',
    });
  });

  test('a shallow copy says from when on it knows, and invents nothing', async () => {
    const copy = new TestRepository();
    copy.git('fetch', '--quiet', '--depth=2', `file://${told.repository.root}`, 'main');
    copy.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    const past = await openPast(copy.root, '2026-11-22');
    copy.delete();
    expect(railHistory(past, 'policies/counterfeit')).toMatchObject({
      readsSince: undefined,
      lastChange: undefined,
      link: { text: 'No revision is known' },
      note: 'Known since 16 November 2026: built from a shallow copy.',
    });
    expect(railHistory(past, 'glossary/appeal-request').lastChange?.reason).toBe('Point to the clause');
  });
});
