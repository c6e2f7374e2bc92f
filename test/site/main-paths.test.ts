import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '#test/helpers/browser.ts';

const visit = useBrowser();

describe('a frontline reviewer, by keyboard alone', () => {
  test('finds a clause by its code from anywhere', async () => {
    const { page } = await visit('/procedures/intake-and-triage/');
    await page.keyboard.press('/');
    await page.keyboard.type('CF-2', { delay: 20 });
    await page.locator('[role="dialog"], dialog').getByRole('link', { name: /CF-2/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/policies\/counterfeit\/#cf-2$/);
    expect(await page.locator('#cf-2').isVisible()).toBe(true);
  });

  test.each(['Control+k', 'Meta+k'])('opens search with %s and closes it with Escape', async (keys) => {
    const { page } = await visit('/');
    await page.keyboard.press(keys);
    const dialog = page.locator('dialog[open], [role="dialog"]:visible').first();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  test.each([
    ['E06', /Supplier invoice/],
    ['conterfeit', /Counterfeit/],
    ['hacked', /Account takeover/],
    ['dm for price', /Off-platform/],
  ])('finds %s', async (words, title) => {
    const { page } = await visit('/');
    await page.keyboard.press('/');
    await page.keyboard.type(words, { delay: 20 });
    await page.locator('[role="dialog"], dialog').getByRole('link', { name: title }).first().waitFor();
  });
});

describe('a support agent', () => {
  test('narrows the macros to an outcome, and the address keeps it', async () => {
    const { page } = await visit('/macros/');
    const all = await page.locator('main li:visible, main tr:visible').count();
    await page.getByLabel('Outcome').selectOption({ label: 'Request information' });
    await expect.poll(() => page.locator('main li:visible, main tr:visible').count()).toBeLessThan(all);
    const address = page.url();
    await page.reload();
    expect(page.url()).toBe(address);
    expect(await page.getByLabel('Outcome').inputValue()).not.toBe('');
  });
});

describe('without JavaScript', () => {
  test.each([
    '/policies/',
    '/macros/',
    '/decision-templates/counterfeit/',
    '/macros/counterfeit-overturned/',
  ])('%s is whole', async (path) => {
    const { page } = await visit(path, { javaScriptEnabled: false });
    expect(((await page.locator('main').textContent()) ?? '').length).toBeGreaterThan(400);
  });
});

describe('addresses', () => {
  test('a page that is not there offers search', async () => {
    const { page } = await visit('/nowhere/');
    expect(await page.locator('main').textContent()).toMatch(/search/i);
  });

  test('search asks for nothing until somebody wants it', async () => {
    const { page, requests } = await visit('/policies/counterfeit/');
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => url.includes('pagefind'))).toEqual([]);
    expect(requests.every((url) => url.startsWith(inject('site')) || url.startsWith('data:'))).toBe(true);
  });
});
