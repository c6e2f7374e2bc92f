import { describe, expect, inject, test } from 'vitest';
import { revisionPath } from '#playbook/paths.ts';
import { axeViolations } from '#test/helpers/axe.ts';
import { useHistoryPages } from '#test/helpers/history-pages.ts';

const { open } = useHistoryPages();

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
    expect(await axeViolations(page)).toEqual([]);
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
