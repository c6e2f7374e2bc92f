import { describe, expect, test } from 'vitest';
import { historyAddress, linesWithoutIds, useHistoryPages } from '#test/helpers/history-pages.ts';

const { open } = useHistoryPages();

describe('changed text', () => {
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

  test('is set side by side by keyboard, and back, and stays so on the next page', async () => {
    const { page } = await open('policies/counterfeit');
    const button = page.getByRole('button', { name: 'Side by side' });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    const sides = page.locator('.sides', { hasText: 'permission' }).locator('> div');
    const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(right?.y).toBe(left?.y);
    expect(await linesWithoutIds(page, '.sides:has-text("permission") .changed-words')).toEqual([
      "An item that carries a brand without the brand's consent is removed.…",
      "An item that carries a brand without the brand's permission is removed.…",
    ]);
    await page.goto(historyAddress('/procedures/intake-and-triage/history/'));
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
