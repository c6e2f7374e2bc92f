import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { revisionPath } from '#playbook/paths.ts';
import { axeViolations } from '#test/helpers/axe.ts';
import { useBrowser } from '#test/helpers/browser.ts';
import type { HistoryStep } from '#test/helpers/history-playbook.ts';

const visit = useBrowser();

const policy = 'policies/counterfeit';
const invoice = 'evidence-standards/supplier-invoice';

const address = (path: string): string => inject('historySite') + path.replace(/^\//, '');
const permalink = (id: string, step: HistoryStep): string =>
  address(revisionPath(id, inject('historyCommits')[step]));
const open = (id: string, step: HistoryStep, options: Parameters<typeof visit>[1] = {}) =>
  visit(permalink(id, step), options);

/** The words of elements, each as one line. */
const lines = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? ''));

/** A revision of each sort. */
const sorts: readonly [string, string, HistoryStep, string][] = [
  ['the text in force', policy, 'housekeeping', 'Current'],
  ['a text to come', invoice, 'upcoming', 'From 1 December 2026'],
  ['a text that another replaced', policy, 'clauses', 'Superseded'],
  ['a decision template', 'decision-templates/counterfeit', 'first', 'Superseded'],
  ['a text of an entry that is gone', 'glossary/strike-out', 'hostileText', 'Removed'],
  ['a draft that was', 'glossary/draft-term', 'first', 'Superseded'],
];

describe.each(sorts)('the permalink of %s', (_sort, id, step, mark) => {
  test('says how it stands to the one in force', async () => {
    const { page } = await open(id, step);
    expect(await page.locator('.mark strong').textContent()).toBe(mark);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).toContain(`revision ${inject('historyCommits')[step].slice(0, 12)}`);
  });

  test.each(['light', 'dark'] as const)('passes axe in %s', async (colorScheme) => {
    const { page, errors } = await open(id, step, { colorScheme });
    expect(await axeViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each([1280, 390])('does not scroll sideways at %i px', async (width) => {
    const { page } = await open(id, step, { viewport: { width, height: 800 } });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('a permalink shows the entry as it read then, with both clocks, who, why, and the ways from there', async () => {
  const { page } = await open('decision-templates/counterfeit', 'outcomes');
  const facts = await lines(page, 'main > .fields:not(h2 ~ *) > *');
  expect(facts.pop()).toBe(inject('historyCommits').outcomes);
  expect(facts).toMatchInlineSnapshot(`
    [
      "In force",
      "since 1 April 2026",
      "Recorded",
      "1 April 2026, written 30 March 2026",
      "By",
      "Grace Hopper",
      "Approved by",
      "Mary Jackson",
      "Why",
      "A missing link no longer asks again",
      "Commit",
    ]
  `);
  const links = await page.locator('.top nav a').evaluateAll((all) => all.map((one) => one.textContent));
  expect(links).toEqual(['Current page', 'History', 'Older']);
});

test('a text to come says from when, and the page of the entry keeps the text in force until then', async () => {
  const { page } = await open(invoice, 'upcoming');
  expect(await lines(page, 'h2 ~ .fields > *')).toContain('90 days');
  const entry = await visit(address(`${invoice}/`));
  const notice = entry.page.locator('[data-ahead]');
  expect(await lines(entry.page, '[data-ahead] :is(p, li)')).toMatchInlineSnapshot(`
    [
      "From 1 December 2026: the text to come applies. This page shows the text in force until then.",
      "Maximum age: 365 days to 90 days",
    ]
  `);
  expect(await notice.locator('a').getAttribute('href')).toBe(
    revisionPath(invoice, inject('historyCommits').upcoming),
  );
  await expect(entry.page.locator('.body').textContent()).resolves.toMatch(/365 days/);
});

test('a clause is cited by its fragment', async () => {
  const { page } = await visit(`${permalink(policy, 'clauses')}#cf-3`);
  expect(await page.locator(':target').textContent()).toBe('CF-3 Many units');
});

describe('Cite copies the permalink of the text that is shown', () => {
  const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
  const published = (id: string, step: HistoryStep) =>
    `${inject('historySiteUrl')}${revisionPath(id, inject('historyCommits')[step])}`;

  test.each([
    ['on the page of an entry', `${policy}/`, () => published(policy, 'housekeeping')],
    [
      'with the clause at which the reader is',
      `${policy}/#cf-2`,
      () => `${published(policy, 'housekeeping')}#cf-2`,
    ],
    ['where a later text is merged already', `${invoice}/`, () => published(invoice, 'reverted')],
  ])('%s', async (_where, path, expected) => {
    const { page } = await visit(address(path), clipboard);
    await page.getByRole('link', { name: 'Cite' }).click();
    await expect
      .poll(() => page.locator('.announcer').textContent())
      .toMatch(/^Copied the permanent link to/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(expected());
    expect(page.url()).toBe(address(path));
  });

  test('and on the page of a revision, of that one', async () => {
    const { page } = await open(policy, 'first', clipboard);
    await page.getByRole('link', { name: 'Cite' }).click();
    await expect
      .poll(() => page.locator('.announcer').textContent())
      .toBe('Copied the permanent link to this text.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(published(policy, 'first'));
  });

  test('published without an address of its own, with the one at which it is read', async () => {
    const { page } = await visit(`/${policy}/`, clipboard);
    await page.getByRole('link', { name: 'Cite' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(new RegExp(`^${inject('site')}${policy}/at/[0-9a-f]{12}/$`));
  });
});

test('a text from before there was a gate does nothing: it is shown as text, and told why', async () => {
  const { page, errors, requests } = await open('glossary/strike-out', 'hostileText');
  await page.waitForLoadState('networkidle');
  expect(await page.locator('main .notice').textContent()).toMatch(/^Shown as text, because it is not what/);
  expect(await page.locator('pre').textContent()).toContain('<script>window.hostile = true</script>');
  expect(
    await page.locator('main :is(script[src=""], img, iframe), main a[href^="javascript"]').count(),
  ).toBe(0);
  expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
  expect(errors).toEqual([]);
  expect(
    requests.filter((url) => !url.startsWith(inject('historySite')) && !url.startsWith('data:')),
  ).toEqual([]);
});

test('a hostile name or message does nothing', async () => {
  const { page, errors } = await open('procedures/intake-and-triage', 'hostileMessage');
  expect(await page.locator('main > .fields').first().textContent()).toContain(
    '<script>window.hostile = true</script>',
  );
  expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
  expect(errors).toEqual([]);
});

test('an entry that is gone keeps its texts, and its removal has no page', async () => {
  const { page } = await open('glossary/strike-out', 'hostileText');
  expect(await page.locator('.top nav').textContent()).not.toContain('Current page');
  const removed = await page.request.get(permalink('glossary/strike-out', 'removed'));
  expect(removed.status()).toBe(404);
});

test('is light: no sidebar, a few kilobytes, and what it loads is small and the same for all', async () => {
  const { page, requests } = await open(policy, 'clauses');
  await page.waitForLoadState('networkidle');
  expect(await page.locator('nav').count()).toBe(1);
  const weight = async (kind: RegExp): Promise<number> => {
    const bodies = requests
      .filter((url) => kind.test(url))
      .map(async (url) => (await page.request.get(url)).body());
    return (await Promise.all(bodies)).reduce((sum, { length }) => sum + length, 0);
  };
  expect(await weight(/\/at\/[0-9a-f]+\/$/)).toBeLessThan(8_000);
  expect(await weight(/\.js$/)).toBeLessThan(5_000);
  expect(await weight(/\.css$/)).toBeLessThan(12_000);
});

test('is read without scripts, in the colours of the system', async () => {
  const { page } = await open(policy, 'clauses', { javaScriptEnabled: false, colorScheme: 'light' });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  await expect(page.locator('main').textContent()).resolves.toContain('Many units');
});

test('search engines and the search of the site leave revisions out', async () => {
  const { page } = await open(policy, 'clauses');
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
  const map = await (await page.request.get(address('sitemap-0.xml'))).text();
  expect(map).toContain(`${inject('historySiteUrl')}/${policy}/<`);
  expect(map).not.toMatch(/\/(?:at|history)\//);
});
