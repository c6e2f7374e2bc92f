import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addDays } from '#history/time.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { axeViolations } from '#test/helpers/axe.ts';
import { useBrowser } from '#test/helpers/browser.ts';
import { run } from '#test/helpers/cli.ts';
import { type HistoryPlaybook, historyPlaybook } from '#test/helpers/history-playbook.ts';
import { Random } from '#test/helpers/random.ts';

const visit = useBrowser();
const open = (query: string, options: Parameters<typeof visit>[1] = {}) =>
  visit(`${inject('historySite')}as-of/${query}`, options);

/** The same commits as those of the site: their names and dates are fixed. */
let told: HistoryPlaybook;
beforeAll(() => {
  told = historyPlaybook();
});
afterAll(() => told.repository.delete());

/** What the page says was in force: id then -> the beginning of its commit. */
async function answered(page: Page): Promise<Record<string, string>> {
  await page.locator('.as-of-day-answer[aria-busy]').waitFor({ state: 'detached' });
  const rows = await page.locator('.as-of-in-force [data-id]').evaluateAll((all) =>
    all.map((row): [string, string] => {
      const link = row.querySelector('a')?.pathname ?? '';
      return [row.getAttribute('data-id') ?? '', /\/at\/([0-9a-f]+)\/$/.exec(link)?.[1] ?? link];
    }),
  );
  return Object.fromEntries(rows);
}

/** What the command says, cut to what addresses have of a commit. */
function asked(day: string, root: string): Record<string, string> {
  const { code, out, err } = run('as-of', [day, '--root', root, '--format', 'json']);
  if (code !== 0) throw new Error(err);
  const commits = JSON.parse(out) as Record<string, string>;
  return Object.fromEntries(Object.entries(commits).map(([id, commit]) => [id, commit.slice(0, 12)]));
}

const random = new Random(11);
const days = Array.from({ length: 10 }, () => addDays('2026-01-05', random.below(350))).sort();

describe('the page of a day', () => {
  test.each(['2026-01-11', '2026-06-01', '2026-11-22', '2026-12-01', ...days])(
    'says for %s what the command says',
    async (day) => {
      const { page } = await open(`?date=${day}`);
      expect(await answered(page)).toEqual(asked(day, told.repository.root));
    },
  );

  test.each(['2026-11-22', '2029-01-01'])(
    'says for %s of the real playbook what the command says',
    async (day) => {
      const { page } = await visit(`/as-of/?date=${day}`);
      expect(await answered(page)).toEqual(asked(day, projectRoot));
    },
  );

  test('answers without JavaScript for the day of the build', async () => {
    const { page } = await open('?date=2026-03-01', { javaScriptEnabled: false });
    expect(await page.locator('.as-of-day-answer > p').textContent()).toBe(
      'On 22 November 2026, the day on which this site was built, 10 entries were in force.',
    );
    expect(await answered(page)).toEqual(asked('2026-11-22', told.repository.root));
    expect(await page.locator('noscript').textContent()).toContain('Without JavaScript');
  });

  test.each([
    [
      '?date=2026-01-11',
      'On 11 January 2026, 0 entries were in force. The first entry was recorded on 12 January 2026.',
    ],
    [
      '?date=2026-12-24',
      'On 24 December 2026, 10 entries were in force. That day lies ahead: this is what is merged so far.',
    ],
    ['?date=2026-02-30', '“2026-02-30” is no day such as 2026-11-20. The answer below is for today.'],
    [
      '?date=<img src=x onerror=alert(1)>',
      '“<img src=x onerror=alert(1)>” is no day such as 2026-11-20. The answer below is for today.',
    ],
    ['?date=2026-03-01&entry=glossary/nothing', 'There is no entry glossary/nothing.'],
  ])('%s: %s', async (query, says) => {
    const { page, errors } = await open(query);
    await page.locator('.as-of-day-answer p', { hasText: says }).waitFor();
    expect(errors).toEqual([]);
  });

  test('tells both clocks where they differ', async () => {
    const { page } = await open('?date=2026-11-18&entry=evidence-standards/supplier-invoice');
    expect(await page.locator('.as-of-entry small').textContent()).toBe(
      'In force from 20 February 2026 to 30 November 2026; a newer text was recorded 16 November 2026, to be in force from 1 December 2026',
    );
  });

  test('tells a name that an entry had then', async () => {
    const { page } = await open('?date=2026-02-01');
    expect(await page.locator('[data-id="glossary/appeal"] small').textContent()).toContain(
      'then glossary/appeal',
    );
    const gift = page.locator('[data-id="glossary/gift-card"]');
    expect(await gift.textContent()).toMatch(/^Gift card .*now “Gift voucher”$/);
  });

  test('keeps what was recorded and not in force apart', async () => {
    const { page } = await open('?date=2026-02-01');
    const others = page.locator('section', { hasText: 'Recorded, but not in force' });
    expect(await others.locator('li').allTextContents()).toEqual([
      'Escrow a draft, recorded 12 January 2026',
    ]);
  });

  test.each(['light', 'dark'] as const)('passes axe in %s', async (colorScheme) => {
    const { page } = await open('?date=2026-11-18&entry=evidence-standards/supplier-invoice', {
      colorScheme,
    });
    await page.locator('.as-of-entry').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test.each([1280, 390])('does not scroll sideways at %i px', async (width) => {
    const { page } = await open('?date=2026-11-18', { viewport: { width, height: 800 } });
    await page.getByText('On 18 November 2026').waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('is asked by keyboard', async () => {
    const { page } = await open('');
    await page.getByLabel('Day').fill('2026-03-01');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?date=2026-03-01$/);
    await page.getByText('On 1 March 2026').waitFor();
  });
});
