import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { useBrowser } from '#test/helpers/browser.ts';
import { line } from '#test/helpers/page-text.ts';

const visit = useBrowser();

/** Opens a path of the small playbook with a past. */
const open = (path: string) => visit(inject('historySite') + path.replace(/^\//, ''));

interface AtomView {
  broken: string;
  id: string;
  self: string;
  items: {
    id: string;
    href: string;
    title: string;
    updated: string;
    author: string;
    summary: string;
    tags: string[];
  }[];
}

/** An Atom feed as a browser parses it. */
async function atomOf(page: Page, path: string): Promise<AtomView> {
  const xml = await (await page.request.get(inject('historySite') + path)).text();
  return page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml');
    const textIn = (element: Element | Document, name: string) =>
      element.querySelector(name)?.textContent ?? '';
    return {
      broken: textIn(feed, 'parsererror'),
      id: textIn(feed, 'feed > id'),
      self: feed.querySelector('feed > link[rel=self]')?.getAttribute('href') ?? '',
      items: [...feed.querySelectorAll('entry')].map((entry) => ({
        id: textIn(entry, 'id'),
        href: entry.querySelector('link')?.getAttribute('href') ?? '',
        title: textIn(entry, 'title'),
        updated: textIn(entry, 'updated'),
        author: textIn(entry, 'author > name'),
        summary: textIn(entry, 'summary'),
        tags: [...entry.querySelectorAll('category')].map((tag) => tag.getAttribute('term') ?? ''),
      })),
    };
  }, xml);
}

test('both formats of every feed hold the same items, newest first, with absolute addresses that answer', async () => {
  const { page } = await open('/changes/');
  const site = inject('historySiteUrl');
  const urls = await page
    .locator('#follow ~ * a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(urls).toHaveLength(2 * (1 + 9 + 1));
  for (const url of urls.filter((one) => one.endsWith('atom.xml'))) {
    const path = url.slice(site.length + 1);
    const atom = await atomOf(page, path);
    const json = await (
      await page.request.get(inject('historySite') + path.replace('atom.xml', 'feed.json'))
    ).json();
    expect(atom.broken).toBe('');
    expect([atom.id, atom.self]).toEqual([url, url]);
    expect(json.version).toBe('https://jsonfeed.org/version/1.1');
    expect(json.feed_url).toBe(url.replace('atom.xml', 'feed.json'));
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(atom.items.map(({ id }) => id));
    expect(new Set(atom.items.map(({ id }) => id)).size).toBe(atom.items.length);
    const dates = atom.items.map(({ updated }) => Date.parse(updated));
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    for (const { id, href } of atom.items) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(href).toMatch(/^https:\/\/playbook\.example\/changes\/2026-w\d\d\/#/);
    }
  }
});

test('an item leads to its line on the page of its week', async () => {
  const { page } = await open('/changes/');
  const { items } = await atomOf(page, 'changes/atom.xml');
  for (const { href } of items) {
    const { pathname, hash } = new URL(href);
    await page.goto(inject('historySite') + pathname.slice(1) + hash);
    expect(await page.evaluate((id) => document.getElementById(id)?.id, hash.slice(1))).toBe(hash.slice(1));
  }
});

test('a type has its own feed, named by its list', async () => {
  const { page } = await open('/evidence-standards/');
  const link = page.locator('link[rel=alternate][type="application/atom+xml"]');
  expect(await link.getAttribute('href')).toBe(
    `${inject('historySiteUrl')}/changes/evidence-standards/atom.xml`,
  );
  expect(await page.locator('main a[type="application/atom+xml"]').isVisible()).toBe(true);
  const { items } = await atomOf(page, 'changes/evidence-standards/atom.xml');
  expect(items.map(({ title }) => title)).toEqual([
    'E06 Supplier invoice: Maximum age: 365 days to 90 days, and 1 more',
    'E06 Supplier invoice: Maximum age: 180 days to 365 days',
    'E06 Supplier invoice: Maximum age: 365 days to 180 days',
    'E06 Supplier invoice: New',
  ]);
});

test('a policy area has the changes of what stands under its policy', async () => {
  const { page } = await open('/changes/');
  const { items } = await atomOf(page, 'changes/areas/PA01/atom.xml');
  const types = new Set(items.map(({ tags }) => tags[1]));
  expect(types).toEqual(new Set(['policies', 'decision-templates', 'macros', 'precedents']));
  const [outcomes] = items.filter(({ tags }) => tags[0] === 'outcomes');
  expect(outcomes?.summary).toContain(
    'authenticity unverified, provenance partial: request-information to uphold (1)',
  );
});

test('items of hostile commits are text, without an address of mail', async () => {
  const { page } = await open('/changes/');
  const { items, broken } = await atomOf(page, 'changes/atom.xml');
  expect(broken).toBe('');
  const hostile = items.find(({ summary }) => summary.includes('<script>'));
  expect(hostile?.summary).toContain('<img src=x onerror="window.hostile = true">');
  expect(hostile?.author).toMatch(/^Eve "onload=alert\(1\)"/);
  for (const file of ['atom.xml', 'feed.json']) {
    const text = await (await page.request.get(`${inject('historySite')}changes/${file}`)).text();
    expect(text).not.toContain('@example.com');
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  }
});

test('a site that does not know its own address offers none, and says why', async () => {
  const { page } = await visit('/changes/');
  expect(await line(page.locator('#follow + p'))).toBe(
    'There are no feeds: they need the address at which the site is published, and this one was built without it.',
  );
  expect(await page.locator('link[rel=alternate]').count()).toBe(0);
  expect((await page.request.get(`${inject('site')}changes/atom.xml`)).status()).toBe(404);
});
