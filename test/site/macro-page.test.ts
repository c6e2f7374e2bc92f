import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { axeViolations } from '#test/helpers/axe.ts';
import { useBrowser, type Visit } from '#test/helpers/browser.ts';

const visit = useBrowser();

/** Opens a macro of the small playbook in a tab that may use the clipboard. */
async function open(slug: string, options: Parameters<typeof visit>[1] = {}): Promise<Visit> {
  return visit(`${inject('deskSite')}macros/${slug}/`, {
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
}

/** Everything on the clipboard, by type. */
const clipboard = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const entries = (item?.types ?? []).map(async (type) => [
      type,
      await (await item?.getType(type))?.text(),
    ]);
    return Object.fromEntries(await Promise.all(entries));
  });

const said = (page: Page) => page.locator('.copy-bar [role="status"]');
const message = (page: Page) => page.locator('.message [data-text]');

/** Presses the keys of the copy until the bar says what the claim expects. */
async function copyAndHear(page: Page, expected: RegExp): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => said(page).textContent()).toMatch(expected);
}

const sentinel = 'what was there before';

describe('a support agent fills a macro in and copies it', () => {
  test('by keyboard alone, and both types arrive byte for byte', async () => {
    const { page, errors } = await open('desk-every-type');
    await copyAndHear(page, /choose where the reader is/);
    await page.keyboard.type('European');
    await copyAndHear(
      page,
      /^Not copied: fill in Item, Papers, Last day to reply, Address of the form and Office\.$/,
    );
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('item');
    await page.keyboard.type('a red hat');
    await page.keyboard.press('Enter');
    await page.keyboard.type('an invoice');
    await page.keyboard.press('Enter');
    await page.keyboard.type('a photo');
    await page.keyboard.press('Tab');
    await page.keyboard.type('11292026');
    await copyAndHear(page, /fill in Address of the form and Office/);
    await page.keyboard.type('https://example.com/appeal?a=1&b=2');
    await page.keyboard.press('Enter');
    await page.keyboard.type('the court in Bonn');
    await copyAndHear(page, /^Copied, with 5 values filled in\.$/);
    expect(await clipboard(page)).toEqual({
      'text/html':
        '<p>Hello there,</p><p><strong>Your item.</strong> We looked at a red hat and at <em>all</em> your papers: an invoice, a photo.</p><ul><li>Answer by 29 November 2026.</li><li>Use the form: <a href="https://example.com/appeal?a=1&amp;b=2">https://example.com/appeal?a=1&amp;b=2</a>.</li></ul><p>You may go to the court in Bonn.</p>',
      'text/plain':
        'Hello there,\n\nYour item. We looked at a red hat and at all your papers: an invoice, a photo.\n\n- Answer by 29 November 2026.\n- Use the form: https://example.com/appeal?a=1&b=2.\n\nYou may go to the court in Bonn.',
    });
    expect(errors).toEqual([]);
  });

  test('the region chooses the text, its blanks and the form of dates', async () => {
    const { page } = await open('desk-every-type');
    expect(await message(page).textContent()).toMatch(/Only for European Union[\s\S]*Only for United States/);
    await page.getByLabel('Where the reader is').selectOption('US');
    await page.getByLabel('Last day to reply').fill('2026-11-29');
    const text = await message(page).textContent();
    expect(text).toContain('You may write to us & ask "why".');
    expect(text).toContain('Answer by November 29, 2026.');
    expect(text).not.toContain('Only for');
    expect(await page.getByLabel('Office').isVisible()).toBe(false);
    expect(await page.locator('[data-left]').textContent()).toBe('3 still to fill in');
  });

  test('what is missing is marked in the text, and nothing reaches the clipboard', async () => {
    const { page } = await open('desk-next');
    await page.evaluate((text) => navigator.clipboard.writeText(text), sentinel);
    expect(await message(page).locator('mark').allTextContents()).toEqual(['Item']);
    await copyAndHear(page, /^Not copied: fill in Item\.$/);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('item');
    expect(await clipboard(page)).toEqual({ 'text/plain': sentinel });
  });

  test.each([
    ['<img src=x onerror="window.hit=1">', '&lt;img src=x onerror="window.hit=1"&gt;'],
    ["$& $1 $$ $` $'", "$& $1 $$ $` $'".replaceAll('&', '&amp;')],
    ['{first_name} {item}', '{first_name} {item}'],
    ['</p><script>window.hit=1</script>', '&lt;/p&gt;&lt;script&gt;window.hit=1&lt;/script&gt;'],
    ['“curly” – … ‮', '“curly” – … ‮'],
  ])('the value %s is sent as it was typed and does nothing', async (value, html) => {
    const { page, errors } = await open('desk-next');
    await page.getByLabel('Item').fill(value);
    await copyAndHear(page, /^Copied/);
    expect(await clipboard(page)).toEqual({
      'text/html': `<p>Hello there, ${html} is on its way.</p>`,
      'text/plain': `Hello there, ${value} is on its way.`,
    });
    expect(await message(page).textContent()).toBe(`Hello there, ${value} is on its way.`);
    expect(await page.evaluate(() => Reflect.get(window, 'hit'))).toBeUndefined();
    expect(errors).toEqual([]);
  });

  test('an address that is none is refused with the reason', async () => {
    const { page } = await open('desk-every-type');
    await page.getByLabel('Where the reader is').selectOption('US');
    for (const [label, value] of [
      ['Item', 'x'],
      ['Papers', 'y'],
      ['Last day to reply', '2026-11-29'],
      ['Address of the form', 'javascript:alert(1)'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value);
    await copyAndHear(page, /Address of the form: Write a whole address/);
  });

  test('plain text, the subject and the text for a helpdesk stand beside it', async () => {
    const { page } = await open('desk-next');
    await page.getByLabel('Item').fill('a hat');
    await page.getByRole('button', { name: 'Plain text' }).click();
    await expect.poll(() => said(page).textContent()).toMatch(/as plain text/);
    expect(await clipboard(page)).toEqual({ 'text/plain': 'Hello there, a hat is on its way.' });
    await page.getByLabel('Helpdesk').selectOption('zendesk');
    await page.locator('[data-copy="helpdesk"]').click();
    await expect.poll(() => said(page).textContent()).toMatch(/placeholders/);
    const placeholders = '{{ticket.requester.first_name | default: "there"}}, [[item]] is on its way.';
    expect(await clipboard(page)).toEqual({
      'text/html': `<p>Hello ${placeholders}</p>`,
      'text/plain': `Hello ${placeholders}`,
    });
  });

  test('then gets what goes into the internal note', async () => {
    const { page } = await open('desk-next');
    await page.evaluate(() =>
      sessionStorage.setItem(
        'redress.case',
        JSON.stringify({
          template: 'counterfeit',
          outcome: 'overturn',
          rule: 'R1',
          because: 'The item is authentic.',
          facts: {},
          values: { item: 'the case item' },
        }),
      ),
    );
    await page.reload();
    expect(await page.getByLabel('Item').inputValue()).toBe('the case item');
    expect(await page.locator('.carried').textContent()).toBe('From the case decided in this tab, rule R1.');
    await copyAndHear(page, /^Copied, with 1 value filled in/);
    await page.getByRole('button', { name: 'Copy internal note' }).click();
    await expect
      .poll(async () => (await clipboard(page))['text/plain'])
      .toMatch(
        /^Sent: Counterfeit: the next message \[macros\/desk-next@[0-9a-f]{8}\]\nRule: R1 of decision-templates\/counterfeit\. The item is authentic\.$/,
      );
  });
});

describe('values typed for one case', () => {
  test('carry to the next macro in that tab, and one key clears them', async () => {
    const { page } = await open('desk-every-type');
    await page.getByLabel('Item').fill('a red hat');
    await page.goto(`${inject('deskSite')}macros/desk-next/`);
    expect(await page.getByLabel('Item').inputValue()).toBe('a red hat');
    await page.locator('h1').click();
    await page.keyboard.press('x');
    expect(await page.getByLabel('Item').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Bring them back' }).click();
    expect(await page.getByLabel('Item').inputValue()).toBe('a red hat');
    await page.getByRole('button', { name: 'Clear 1 value' }).click();
    await page.reload();
    expect(await page.getByLabel('Item').inputValue()).toBe('');
  });

  test('give way to the next case, so that no value of another person stays', async () => {
    const { page } = await open('desk-next');
    await page.getByLabel('First name').fill('Alex');
    await page.evaluate(() =>
      sessionStorage.setItem(
        'redress.case',
        JSON.stringify({
          template: 'counterfeit',
          outcome: 'uphold',
          rule: 'R4',
          because: '',
          facts: {},
          values: {},
        }),
      ),
    );
    await page.reload();
    expect(await page.getByLabel('First name').inputValue()).toBe('');
    expect(await page.locator('.carried').textContent()).toMatch(/leads to another macro/);
  });

  test('leave the browser in no request', async () => {
    const { page, requests } = await open('desk-next');
    await page.getByLabel('Item').fill('secret-item');
    await copyAndHear(page, /^Copied/);
    expect(requests.filter((url) => url.includes('secret'))).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('secret');
  });
});

describe('an old tab', () => {
  test.each([
    [
      'another text',
      { revision: 'sha256:0000000000000000', state: 'approved' },
      /changed after this page was opened/,
    ],
    ['a text that is stale now', { state: 'stale' }, /may no longer be sent: it is stale now/],
    ['no such macro', undefined, /no longer in the playbook/],
  ])('is refused before anything reaches the clipboard: %s', async (_name, change, reason) => {
    const { page } = await open('desk-next');
    await page.getByLabel('Item').fill('a hat');
    await page.evaluate((text) => navigator.clipboard.writeText(text), sentinel);
    await page.route('**/macros/manifest.json', async (route) => {
      const manifest = (await (await route.fetch()).json()) as Record<string, object>;
      const { 'macros/desk-next': present, ...others } = manifest;
      await route.fulfill({
        json: change ? { ...others, 'macros/desk-next': { ...present, ...change } } : others,
      });
    });
    await copyAndHear(page, reason);
    expect(await clipboard(page)).toEqual({ 'text/plain': sentinel });
    expect(await page.getByRole('button', { name: 'Load the page again' }).isVisible()).toBe(true);
  });

  test('that is offline copies, and says that nobody checked', async () => {
    const { page } = await open('desk-next');
    await page.getByLabel('Item').fill('a hat');
    await page.context().setOffline(true);
    await copyAndHear(page, /^Copied, with 1 value filled in\. Unchecked: /);
    expect((await clipboard(page))['text/plain']).toBe('Hello there, a hat is on its way.');
    expect(await page.locator('[data-note]').textContent()).toContain('Unchecked: ');
  });
});

describe('a macro that is not approved', () => {
  test.each([
    [
      'desk-unapproved',
      /^The macro is not approved\./,
      /Policy lead may approve it: npm run approve -- macros\/desk-unapproved --by policy-lead/,
    ],
    ['desk-stale', /CF-2 changed/, /A supplier invoice (?:proves|shows|provesshows) where/],
  ])('%s cannot be copied, and the page says why and what to do', async (slug, reason, wayOut) => {
    const { page } = await open(slug);
    await page.evaluate((text) => navigator.clipboard.writeText(text), sentinel);
    expect(await page.locator('[data-copy]').count()).toBe(0);
    expect(await page.locator('[data-reason]').textContent()).toMatch(reason);
    expect(await page.locator('.refusal').textContent()).toMatch(wayOut);
    expect(await page.locator('.refusal').getByRole('link', { name: 'the next message' }).count()).toBe(1);
    await page.getByLabel('Item').fill('a hat');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('.announcer').textContent()).toMatch(reason);
    expect(await clipboard(page)).toEqual({ 'text/plain': sentinel });
  });

  test('is in no export, and the manifest says its state', async () => {
    const { page } = await open('desk-next');
    const [exported, manifest] = await page.evaluate(
      async () =>
        [
          await (await fetch('/exports/zendesk.json')).text(),
          (await (await fetch('/macros/manifest.json')).json()) as Record<string, { state: string }>,
        ] as const,
    );
    expect(exported).toContain('macros/desk-next@');
    expect(exported).not.toMatch(/desk-unapproved|desk-stale/);
    expect(manifest['macros/desk-stale']?.state).toBe('stale');
  });
});

describe('the page', () => {
  test.each([380, 390, 1280])('fits %i px in both themes, with the copy in reach', async (width) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open('desk-every-type', { viewport: { width, height: 700 }, colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const box = await page.locator('[data-copy="rich"]').boundingBox();
      expect(box && box.y + box.height).toBeLessThanOrEqual(700);
      expect(await axeViolations(page)).toEqual([]);
    }
  });

  test.each(['desk-unapproved', 'desk-stale'])('%s passes axe', async (slug) => {
    const { page } = await open(slug);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('weighs at most 31 KB in all, its own script at most 12 KB', async () => {
    const { page, requests } = await visit('/macros/counterfeit-upheld/');
    await page.waitForLoadState('networkidle');
    const weights = await Promise.all(
      [...new Set(requests.filter((url) => url.startsWith('http')))].map(async (url) => {
        const body = await (await page.request.get(url)).body();
        return { url, bytes: brotliCompressSync(body).length };
      }),
    );
    const of = (pattern: RegExp) =>
      weights.filter(({ url }) => pattern.test(url)).reduce((sum, { bytes }) => sum + bytes, 0);
    expect(of(/\.js$/)).toBeLessThanOrEqual(12 * 1024);
    expect(of(/./)).toBeLessThanOrEqual(31 * 1024);
  });

  test('has a document of at most 7 KB, whichever macro it is', async () => {
    const { page } = await visit('/macros/');
    const manifest = (await (
      await page.request.get(`${inject('site')}macros/manifest.json`)
    ).json()) as object;
    const heavy: string[] = [];
    for (const id of Object.keys(manifest)) {
      const { length } = brotliCompressSync(await (await page.request.get(`${inject('site')}${id}/`)).body());
      if (length > 7 * 1024) heavy.push(`${id}: ${length} bytes`);
    }
    expect(heavy).toEqual([]);
  });
});

describe('the list of macros', () => {
  test('is found, walked and opened by keyboard', async () => {
    const { page } = await visit('/macros/');
    await page.keyboard.type('date to apply');
    await expect.poll(() => page.locator('.rows > li:visible').count()).toBeLessThan(6);
    await page.keyboard.press('ArrowDown');
    const address = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
    await page.keyboard.press('Enter');
    await page.waitForURL(address);
    expect(await page.locator('macro-desk').count()).toBe(1);
  });

  test('narrows by state and by the region that a macro serves', async () => {
    const { page } = await visit(`${inject('deskSite')}macros/`);
    await page.getByRole('combobox', { name: 'State', exact: true }).selectOption({ label: 'Stale' });
    expect(await page.locator('.rows > li:visible').textContent()).toMatch(/its clause moved[\s\S]*Stale/);
  });
});

describe('the coverage page', () => {
  test('shows each outcome with what its readers get', async () => {
    const { page } = await visit(`${inject('deskSite')}coverage/`);
    expect(await page.locator('.body').textContent()).toMatch(/No hole\./);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.locator('nav a[aria-current]').textContent()).toMatch(/^Coverage/);
  });
});
