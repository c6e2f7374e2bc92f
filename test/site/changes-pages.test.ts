import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { axeViolations } from '#test/helpers/axe.ts';
import { useBrowser } from '#test/helpers/browser.ts';
import { line, lines, seenLines, unfold } from '#test/helpers/page-text.ts';

const visit = useBrowser();

/** Opens a path of the small playbook with a past. */
const open = (path: string, options: BrowserContextOptions = {}) =>
  visit(inject('historySite') + path.replace(/^\//, ''), options);

const week = '/changes/2026-w47/';
const outcomeWeek = '/changes/2026-w14/';

describe.each([
  ['all changes', '/changes/'],
  ['a week with an outcome change', outcomeWeek],
  ['the home page', '/'],
  ['a list', '/glossary/'],
])('%s', (_what, path) => {
  test.each(['light', 'dark'] as const)('passes axe in %s, unfolded and with marks', async (colorScheme) => {
    const { page, errors } = await open(path, { colorScheme });
    await page.evaluate(() => {
      localStorage.setItem('redress.seen', JSON.stringify({ upTo: 1, on: Date.parse('2026-11-17') }));
    });
    await page.reload();
    await unfold(page);
    expect(await axeViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each([1280, 390])('does not scroll sideways at %i px, unfolded', async (width) => {
    const { page } = await open(path, { viewport: { width, height: 800 } });
    const overflow = await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('changes stand by week, newest first, each in the words of the field with who, when and why', async () => {
  const { page } = await open('/changes/');
  expect((await lines(page, '.week > h2')).slice(0, 4)).toEqual([
    'Week 47, 16 to 22 November 2026 2 changes',
    'Week 45, 2 to 8 November 2026 1 change',
    'Week 41, 5 to 11 October 2026 1 change',
    'Week 37, 7 to 13 September 2026 2 changes',
  ]);
  const row = page.locator('.week').first().locator('.rows > li', { hasText: 'Supplier invoice' });
  expect(await line(row.locator('.row-title'))).toBe(
    'E06 Supplier invoice Evidence standard In force from 1 December 2026',
  );
  expect(await line(row.locator('summary').first())).toBe('Maximum age: 365 days to 90 days, and 1 more');
  expect(await line(row.locator('.who'))).toBe(
    '16 November 2026. By Ada Lovelace. Invoices may be 90 days old #31',
  );
});

test('a change unfolds to its reason, its difference, the text that it left and the history', async () => {
  const { page } = await open('/changes/');
  const row = page.locator('.rows > li', { hasText: 'Invoices may be 90 days old' });
  await row.locator('summary').first().click();
  expect(await line(row.locator('.reason'))).toBe('From December, when the sellers have been told.');
  expect(await lines(page, '.rows > li:has(details[open]) .change-list > li')).toEqual([
    'In force since: 15 January 2026 to 1 December 2026',
    'Maximum age: 365 days to 90 days',
  ]);
  for (const link of await row.locator('.ways a').all()) {
    const response = await page.request.get(await link.evaluate((a) => (a as HTMLAnchorElement).href));
    expect(response.status()).toBe(200);
  }
});

test('outcome changes stand unfolded, their combinations in words', async () => {
  const { page } = await open(outcomeWeek);
  const [box, ...others] = await seenLines(page, '.outcome-boxes > li');
  expect(box).toMatch(/^authenticity unverified, provenance partial 1: was Request information.*now Uphold$/);
  expect(others).toEqual([]);
});

test('what landed after midnight in the time zone of the team stands in the day and week of the team', async () => {
  const { page } = await open(outcomeWeek);
  expect(await page.locator('.who time').getAttribute('datetime')).toBe('2026-04-01');
});

test('an entry that is gone is called so, and leads to its history', async () => {
  const { page } = await open('/changes/');
  const title = page.locator('.row-title', { hasText: 'Strike out' });
  expect(await line(title)).toBe('Strike out Glossary term, gone');
  await title.locator('a').click();
  await page.waitForURL('**/glossary/strike-out/history/');
  expect(await page.locator('h1').count()).toBe(1);
});

test('weeks that are not told in full are linked with their counts, and weeks with each other', async () => {
  const { page } = await open('/changes/');
  expect((await lines(page, '.older li')).at(-1)).toBe('Week 3, 12 to 18 January 2026 10 changes');
  await page.locator('.older li a').last().click();
  expect(await line(page.locator('h1'))).toBe('Week 3, 12 to 18 January 2026');
  await page.locator('a[rel=next]').click();
  expect(await line(page.locator('h1'))).toBe('Week 4, 19 to 25 January 2026');
  await page.locator('a[rel=prev]').click();
  expect(await page.locator('a[rel=prev]').count()).toBe(0);
});

test('changes narrow by type, kind, region and words; what is chosen stands in the address', async () => {
  const { page } = await open('/changes/');
  await page.getByLabel('Kind').selectOption('wording');
  expect(await line(page.locator('.controls output'))).toBe('4 of 11');
  expect(new Set(await seenLines(page, '.kind-heading .change-kind'))).toEqual(new Set(['Wording']));
  await page.getByLabel('Words').fill('severity');
  await page.getByLabel('Type').selectOption('procedures');
  expect(await seenLines(page, '.week > h2 a')).toEqual(['Week 37, 7 to 13 September 2026']);
  expect(new URL(page.url()).search).toBe('?q=severity&type=procedures&kind=wording');
  await page.reload();
  expect(await seenLines(page, '.week > h2 a')).toEqual(['Week 37, 7 to 13 September 2026']);
  await page.getByLabel('Words').fill('nothing like this');
  expect(await page.locator('.nothing').isVisible()).toBe(true);
  await page.locator('[data-reset]').click();
  expect(await line(page.locator('.controls output'))).toBe('11');
});

test('arrow keys walk through what is open, and not into what is folded', async () => {
  const { page } = await visit('/changes/');
  const places: number[] = [];
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('ArrowDown');
    places.push(
      await page.evaluate(() => {
        const link = document.activeElement;
        return link?.checkVisibility() ? ([...document.links] as Element[]).indexOf(link) : -1;
      }),
    );
  }
  expect(places.every((place, step) => place > (places[step - 1] ?? 0))).toBe(true);
});

test('many new entries of one commit are one line, that unfolds to all of them', async () => {
  const { page } = await visit('/changes/');
  const folded = page
    .locator('.folded', { has: page.locator('summary', { hasText: 'glossary terms: New' }) })
    .first();
  const [, count = ''] = /^(\d+) glossary terms/.exec(await line(folded.locator('summary'))) ?? [];
  expect(await folded.locator('li').count()).toBe(Number(count));
  expect(await folded.locator('li').first().isVisible()).toBe(false);
  await folded.locator('summary').click();
  expect(await folded.locator('li').first().isVisible()).toBe(true);
});

test('narrowing reaches into what is folded', async () => {
  const { page } = await visit('/changes/?kind=created&type=glossary');
  const shown = await page.locator('.rows > li:not([hidden])').count();
  expect(await line(page.locator('.controls output'))).toMatch(new RegExp(`^${shown} of \\d+$`));
  expect(shown).toBeGreaterThan(20);
  expect(new Set(await seenLines(page, '.kind-heading .change-kind'))).toEqual(new Set(['New']));
  for (const summary of await seenLines(page, '.folded summary')) expect(summary).toContain('glossary term');
});

test('without scripts everything is there to read, and nothing that only a script can do', async () => {
  const { page } = await open('/changes/', { javaScriptEnabled: false });
  expect(await page.locator('.rows > li').count()).toBe(11);
  expect(await page.locator('.controls').isVisible()).toBe(false);
  expect(await page.getByText('Mark all as seen').filter({ visible: true }).count()).toBe(0);
  const row = page.locator('.rows > li', { hasText: 'Invoices may be 90 days old' });
  await row.locator('summary').first().click();
  expect(await row.locator('.reason').isVisible()).toBe(true);
});

test('printed, a week is white, without what surrounds it, unfolded, with the addresses of its links', async () => {
  const { page } = await open(week, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.sidebar, nav.sidebar').filter({ visible: true }).count()).toBe(0);
  expect(await page.locator('.controls').isVisible()).toBe(false);
  expect(await seenLines(page, '.reason')).toEqual(['From December, when the sellers have been told.']);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toMatch(
    /^rgba?\((?:255, 255, 255|0, 0, 0, 0)/,
  );
  const after = await page
    .locator('.row-title a')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain('/glossary/appeal-request/');
});

test('names, subjects and reasons that hold markup are shown as typed and do nothing', async () => {
  for (const path of ['/changes/', '/changes/2026-w45/']) {
    const { page, errors } = await open(path);
    await unfold(page);
    expect(await page.locator('.who', { hasText: '<script>window.hostile = true</script>' }).count()).toBe(1);
    expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
    expect(await page.locator('main :is(img, script:not([type=module]), [onload], [onerror])').count()).toBe(
      0,
    );
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await line(page.locator('main'))).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(await line(page.locator('main'))).not.toContain('@example.com');
    expect(errors).toEqual([]);
  }
});

describe('the home page and the sidebar', () => {
  test('tell what changed this week, strongest first', async () => {
    const { page } = await open('/');
    expect(await lines(page, '.changed > li > [data-marks]')).toEqual([
      'Requirement Appeal',
      'Requirement E06 Supplier invoice',
    ]);
    expect(await lines(page, '.changed .sentence')).toEqual([
      'Text: “, see CF-1,” added',
      'Maximum age: 365 days to 90 days, and 1 more',
    ]);
    expect(await line(page.locator('.sections a', { hasText: 'Changes' }))).toMatch(/Changes\s*2/);
  });

  test('the page of an entry does not count, so that it stays as it was when something else changes', async () => {
    const { page } = await open('/policies/counterfeit/');
    expect(await line(page.locator('.sections a', { hasText: 'Changes' }))).toBe('Changes');
  });
});

test('a list sorts by the last change that mattered, newest first', async () => {
  const { page } = await open('/glossary/');
  await page.getByLabel('Sort by').selectOption('changed');
  expect(await lines(page, '.rows .row-title')).toEqual(['Appeal', 'Gift voucher', 'Escrow']);
});
