import { describe, expect, test } from 'vitest';
import { ruleDocs } from '#report/rule-docs.ts';
import { components } from '#repository/gate/components.ts';
import { gateRules } from '#repository/gate/rules.ts';
import { contentTypeNames } from '#schemas/index.ts';
import { useBrowser } from '#test/helpers/browser.ts';

const visit = useBrowser();

describe('the guide for authors', () => {
  test('leads to every content type, the components and the rules, and each page exists', async () => {
    const { page } = await visit('/contribute/');
    const links = await page
      .locator('main .body ul a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.map((link) => new URL(link).pathname.replace(/^.*\/contribute\//, ''))).toEqual([
      ...contentTypeNames.map((type) => `${type}/`),
      'components/',
      'rules/',
    ]);
    for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
  });

  test('shows for each field its sentence, its form and a value from an entry', async () => {
    const { page } = await visit('/contribute/policies/');
    const row = page.locator('tr', { has: page.locator('th code', { hasText: /^severity$/ }) });
    expect(await row.locator('td').textContent()).toMatch(
      /^How hard the usual measure hits, from S0 .*one of S0, S1, S2, S3, S4, such as S\d$/,
    );
    expect(await page.locator('th code', { hasText: /^ladder\[\]\.actions$/ }).count()).toBe(1);
  });

  test.each(contentTypeNames)(
    'the guide to %s ends in the body of an entry and names its command',
    async (type) => {
      const { page } = await visit(`/contribute/${type}/`);
      expect(await page.locator('main').textContent()).toContain(`npm run new -- ${type} <slug>`);
      expect(await page.locator('main pre').textContent()).not.toBe('');
      const link = page.locator('main .body a', { hasText: /./ }).last();
      expect(
        (await page.request.get(await link.evaluate((a) => (a as HTMLAnchorElement).href))).status(),
      ).toBe(200);
    },
  );

  test('shows every component as it is written and as it renders', async () => {
    const { page } = await visit('/contribute/components/');
    for (const [name, { example }] of Object.entries(components)) {
      const section = page.locator('section', { has: page.locator(`#${name.toLowerCase()}`) });
      expect(await section.locator('h2').textContent()).toBe(`<${name}>`);
      if (example === undefined) continue;
      expect(await section.locator('pre').textContent()).toBe(example);
      expect((await section.locator('.shown').textContent())?.trim(), name).not.toBe('');
    }
  });

  test('has an anchor for every rule, and shows its examples to the letter', async () => {
    const { page } = await visit('/contribute/rules/');
    const shown = await page.locator('h3[id]').evaluateAll((all) =>
      all.map((heading) => {
        const pair = heading.nextElementSibling?.nextElementSibling?.querySelectorAll('pre');
        return { name: heading.id, bad: pair?.[0]?.textContent, good: pair?.[1]?.textContent };
      }),
    );
    expect(shown).toEqual(ruleDocs(gateRules).map(({ name, bad, good }) => ({ name, bad, good })));
  });
});
