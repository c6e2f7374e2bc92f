import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '#test/helpers/browser.ts';
import { kindsOfPage } from '#test/helpers/kinds-of-page.ts';

const visit = useBrowser();

describe.each(kindsOfPage)('%s', (_kind, path) => {
  test.each(['light', 'dark'] as const)('passes axe in %s', async (colorScheme) => {
    const { page, errors } = await visit(path, { colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  });

  test.each([1920, 1280, 390, 380])('does not scroll sideways at %i px', async (width) => {
    const { page } = await visit(path, { viewport: { width, height: 800 } });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('asks nothing of any other host', async () => {
    const { page, requests } = await visit(path);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => !url.startsWith(inject('site')) && !url.startsWith('data:'))).toEqual([]);
  });

  test('has one main heading and says what it is in its title', async () => {
    const { page } = await visit(path);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).not.toBe('');
  });
});
