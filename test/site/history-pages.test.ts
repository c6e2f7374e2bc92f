import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { revisionPath } from '#playbook/paths.ts';
import { useBrowser } from '#test/helpers/browser.ts';

const visit = useBrowser();

const address = (path: string): string => inject('historySite') + path.replace(/^\//, '');
const open = (id: string, options: Parameters<typeof visit>[1] = {}) =>
  visit(address(`/${id}/history/`), options);

/** The words of elements, each as one line, without the ids of commits. */
const lines = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? ''))
    .then((all) => all.map((line) => line.replace(/\b[0-9a-f]{12}\b/g, '#')));

const sorts: readonly (readonly [string, string])[] = [
  ['a policy with added and reworded clauses', 'policies/counterfeit'],
  ['a decision template that decides differently', 'decision-templates/counterfeit'],
  ['an entry that somebody hostile changed', 'procedures/intake-and-triage'],
  ['an entry that is gone', 'glossary/strike-out'],
  ['an entry of two lives', 'glossary/gift-card'],
  ['an entry with a text to come', 'evidence-standards/supplier-invoice'],
];

describe.each(sorts)('the history of %s', (_sort, id) => {
  test.each(['light', 'dark'] as const)('passes axe in %s', async (colorScheme) => {
    const { page, errors } = await open(id, { colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    expect(errors).toEqual([]);
  });

  test.each([1280, 390])('does not scroll sideways at %i px', async (width) => {
    const { page } = await open(id, { viewport: { width, height: 800 } });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('leads to a permalink for every text', async () => {
    const { page } = await open(id);
    const links = await page
      .locator('.timeline a', { hasText: 'As it read then' })
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
  });
});

describe('the history of an entry', () => {
  test('tells its revisions newest first: what kind, when, in force from when to when, by whom', async () => {
    const { page } = await open('evidence-standards/supplier-invoice');
    expect(await lines(page, '.timeline .when')).toMatchInlineSnapshot(`
      [
        "16 November 2026 RequirementIn force from 1 December 2026By Ada LovelacePull request #31",
        "20 February 2026 RequirementCurrent. In force 20 February 2026 to 30 November 2026By Grace Hopper",
        "16 February 2026 RequirementIn force 16 February 2026 to 19 February 2026By Ada Lovelace with Katherine JohnsonApproved by Mary JacksonReviewed by Annie EasleyPull request #12",
        "12 January 2026 NewIn force 15 January 2026 to 15 February 2026By Ada Lovelace",
      ]
    `);
    expect(await lines(page, '.timeline h3')).toMatchInlineSnapshot(`
      [
        "Invoices may be 90 days old (#31)",
        "Revert "Invoices age faster (#12)"",
        "Invoices age faster (#12)",
        "Write the playbook",
      ]
    `);
  });

  test('tells why, that a change was reverted and what it brought back, and each change in the words of the field', async () => {
    const { page } = await open('evidence-standards/supplier-invoice');
    expect(await lines(page, '.timeline > li:nth-child(2) .what > *')).toMatchInlineSnapshot(`
      [
        "Revert "Invoices age faster (#12)"",
        "Sellers of vintage goods could not appeal any more.",
        "Reverts the change #.",
        "Brings back the text of #.",
        "Maximum age: 180 days to 365 days",
        "As it read then Cite #",
      ]
    `);
    expect(await lines(page, '.timeline > li:nth-child(3) .what > *')).toMatchInlineSnapshot(`
      [
        "Invoices age faster (#12)",
        "Old invoices were reused in eleven cases of January.",
        "They named goods that had long been sold.",
        "Maximum age: 365 days to 180 days",
        "As it read then Cite #",
      ]
    `);
  });

  test('tells both dates where a change was written before it landed, and the pull request that landed it', async () => {
    const { page } = await open('decision-templates/counterfeit');
    expect(await lines(page, '.timeline > li:first-child .when p')).toMatchInlineSnapshot(`
      [
        "1 April 2026 Outcomes",
        "written 30 March 2026",
        "Current. In force since 1 April 2026",
        "By Grace Hopper",
        "Approved by Mary Jackson",
        "Pull request #21",
      ]
    `);
    const request = page.locator('.timeline > li:first-child .when a');
    expect(await request.getAttribute('href')).toBe('https://git.example.org/appeals/pull/21');
  });

  test('spells out what a decision template decides differently', async () => {
    const { page } = await open('decision-templates/counterfeit');
    expect(await lines(page, '.outcome-boxes li')).toEqual([
      'authenticity unverified, provenance partial 1: was Request information, now Uphold',
    ]);
    expect(await page.locator('.outcome-boxes details').count()).toBe(0);
  });

  test('says that a text never applied which reached the branch together with a later one', async () => {
    const { page } = await open('procedures/intake-and-triage');
    expect(await lines(page, '.timeline > li:nth-child(3) .when p')).toContain(
      'Never in force: it reached this branch together with a later revision',
    );
  });

  test('says that a binding text was told as wording, and on whose word', async () => {
    const { page } = await open('policies/counterfeit');
    expect(await lines(page, '.timeline .aside')).toEqual([
      'Binding text changed; told as wording on the word of Mary Jackson.',
    ]);
  });

  test('marks words that came and went as such, not by colour alone, and folds a new clause', async () => {
    const { page } = await open('policies/counterfeit');
    const lowered = page.locator('.timeline > li', { hasText: 'Use the word of the law' });
    expect(await lowered.locator('del').allTextContents()).toEqual(['consent']);
    expect(await lowered.locator('ins').allTextContents()).toEqual(['permission']);
    const line = (selector: string) =>
      lowered.locator(selector).evaluate((one) => getComputedStyle(one).textDecorationLine);
    expect(await line('del')).toBe('line-through');
    expect(await line('ins')).toBe('underline');
    const clause = page.locator('details', { hasText: 'Clause CF-3: new, “Many units”' });
    expect(await clause.getByText('Ten or more units').isVisible()).toBe(false);
    await clause.locator('summary').press('Enter');
    expect(await clause.getByText('Ten or more units').isVisible()).toBe(true);
  });

  test('keeps two lives apart', async () => {
    const { page } = await open('glossary/gift-card');
    expect(await lines(page, '.body h2')).toEqual([
      'Second life, since 6 July 2026',
      'First life, until 1 June 2026',
    ]);
  });

  test('goes on through a rename, and beyond the removal of an entry', async () => {
    const { page } = await open('glossary/appeal-request');
    expect(await lines(page, '.timeline .aside')).toEqual([
      'Renamed from content/glossary/appeal.mdx to content/glossary/appeal-request.mdx.',
    ]);
    const gone = await open('glossary/strike-out');
    expect(await lines(gone.page, 'h1, .notice')).toEqual([
      'Strike out',
      'Removed. Its texts stay here, because what was decided by them still refers to them.',
    ]);
  });

  test('shows what somebody hostile typed as text', async () => {
    const { page } = await open('procedures/intake-and-triage');
    expect(await page.locator('.timeline h3').first().textContent()).toBe(
      '<script>window.hostile = true</script> & "quoted" \uFFFDgnp.exe',
    );
    expect(await page.locator('.timeline :is(script, img)').count()).toBe(0);
    const gone = await open('glossary/strike-out');
    await gone.page.getByText('window.hostile = true').first().waitFor();
    for (const shown of [page, gone.page]) {
      expect(await shown.evaluate(() => 'hostile' in window)).toBe(false);
      expect(await shown.locator('[href^="javascript" i], [onload], [onerror]').count()).toBe(0);
    }
  });

  test('is whole without JavaScript', async () => {
    const { page } = await open('policies/counterfeit', { javaScriptEnabled: false });
    expect(await page.locator('.timeline > li').count()).toBe(4);
    expect(await page.locator('.timeline del').first().isVisible()).toBe(true);
    expect(await page.locator('.diff-switch').isVisible()).toBe(false);
  });

  test('Cite copies the permalink of a revision', async () => {
    const { page } = await open('policies/counterfeit');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page
      .locator('.timeline > li', { hasText: 'Use the word of the law' })
      .getByText('Cite')
      .press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      inject('historySiteUrl') + revisionPath('policies/counterfeit', inject('historyCommits').lowered),
    );
  });
});

describe('changed text', () => {
  test('is set side by side by keyboard, and back, and stays so on the next page', async () => {
    const { page } = await open('policies/counterfeit');
    const button = page.getByRole('button', { name: 'Side by side' });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    const sides = page.locator('.sides', { hasText: 'permission' }).locator('> div');
    const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(right?.y).toBe(left?.y);
    expect(await lines(page, '.sides:has-text("permission") .changed-words')).toEqual([
      "An item that carries a brand without the brand's consent is removed.…",
      "An item that carries a brand without the brand's permission is removed.…",
    ]);
    await page.goto(address('/procedures/intake-and-triage/history/'));
    expect(await page.locator('.sides').count()).toBe(3);
    await page.getByRole('button', { name: 'Inline' }).press('Enter');
    expect(await page.locator('.sides').count()).toBe(0);
    expect(await page.locator('.changed-words').count()).toBe(3);
  });

  test('is not offered side by side where there is no room', async () => {
    const { page } = await open('policies/counterfeit', { viewport: { width: 1000, height: 800 } });
    expect(await page.getByRole('button', { name: 'Side by side' }).isVisible()).toBe(false);
  });
});

describe('the rail of an entry', () => {
  test('tells since when it reads so, and the last change that mattered', async () => {
    const { page } = await visit(address('/policies/counterfeit/'));
    const facts = await lines(page, '.rail dt, .rail dd');
    expect(facts[facts.indexOf('In force since') + 1]).toBe('15 January 2026this text since 3 August 2026');
    expect(facts[facts.indexOf('Last change') + 1]).toBe(
      'Requirement 3 August 2026Say what many units mean (#27)by Ada Lovelace',
    );
    await page.getByRole('link', { name: '4 revisions' }).click();
    await page.waitForURL(/\/policies\/counterfeit\/history\/$/);
  });

  test('tells of the text that is in force, not of the one to come', async () => {
    const { page } = await visit(address('/evidence-standards/supplier-invoice/'));
    const facts = await lines(page, '.rail dt, .rail dd');
    expect(facts[facts.indexOf('Last change') + 1]).toMatch(/^Requirement 20 February 2026/);
  });

  test('asks what was in force on a day with one field', async () => {
    const { page } = await visit(address('/evidence-standards/supplier-invoice/'));
    await page.getByLabel('As of').fill('2026-02-18');
    await page.getByRole('button', { name: 'Show' }).press('Enter');
    await page.waitForURL(/\/as-of\/\?entry=evidence-standards%2Fsupplier-invoice&date=2026-02-18$/);
    const answer = page.locator('.as-of-entry');
    expect(await answer.locator('small').textContent()).toBe(
      'In force from 16 February 2026 to 19 February 2026',
    );
    await answer.getByRole('link').click();
    const { shortened } = inject('historyCommits');
    await page.waitForURL(`**${revisionPath('evidence-standards/supplier-invoice', shortened)}`);
    await page.getByText('180 days').waitFor();
  });
});
