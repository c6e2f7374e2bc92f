import { describe, expect, inject, test } from 'vitest';
import { axeViolations } from '#test/helpers/axe.ts';
import { useBrowser } from '#test/helpers/browser.ts';
import { kindsOfPage } from '#test/helpers/kinds-of-page.ts';

const visit = useBrowser();

describe.each(kindsOfPage)('%s', (_kind, path) => {
  test.each(['light', 'dark'] as const)('passes axe in %s', async (colorScheme) => {
    const { page, errors } = await visit(path, { colorScheme });
    expect(await axeViolations(page)).toEqual([]);
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  });

  test('does not scroll sideways, from 1920 to 380 px', async () => {
    const { page } = await visit(path);
    const overflow: Record<number, number> = {};
    for (const width of [1920, 1280, 390, 380]) {
      await page.setViewportSize({ width, height: 800 });
      overflow[width] = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    }
    expect(Object.entries(overflow).filter(([, pixels]) => pixels > 0)).toEqual([]);
  });

  test('asks nothing of any other host, and says what it is in one heading and its title', async () => {
    const { page, requests } = await visit(path);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => !url.startsWith(inject('site')) && !url.startsWith('data:'))).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).not.toBe('');
  });
});
