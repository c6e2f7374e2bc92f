import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with a page, or with parts of it by selector, as `rule: elements`. On a page in the dark theme only
 * contrast is asked for: nothing but colours depends on the theme.
 */
export async function axeViolations(page: Page, ...parts: readonly string[]): Promise<string[]> {
  const dark = await page.evaluate(() => document.documentElement.dataset.theme === 'dark');
  const whole = dark ? new AxeBuilder({ page }).withRules('color-contrast') : new AxeBuilder({ page });
  const axe = parts.reduce((builder, part) => builder.include(part), whole);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
