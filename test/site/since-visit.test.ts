import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { useBrowser } from '#test/helpers/browser.ts';
import { line, lines, seenLines } from '#test/helpers/page-text.ts';

const visit = useBrowser();

/** Opens a path of the small playbook with a past. */
const open = (path: string) => visit(inject('historySite') + path.replace(/^\//, ''));

const newest = Date.parse('2026-11-20T09:00:00+01:00') / 1000;
const seenUpTo = (page: Page, upTo: number) =>
  page.evaluate(
    (upTo) => localStorage.setItem('redress.seen', JSON.stringify({ upTo, on: Date.now() - 2 * 86_400_000 })),
    upTo,
  );

test('a first visit marks nothing and remembers what was there', async () => {
  const { page, requests } = await open('/changes/');
  expect(await page.locator('.new-since').count()).toBe(0);
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('redress.seen') ?? '{}').upTo)).toBe(
    newest,
  );
  expect(
    requests.filter((url) => !url.startsWith(inject('historySite')) && !url.startsWith('data:')),
  ).toEqual([]);
});

test('what came since carries a word, on changes, lists and the home page, until all is marked as seen', async () => {
  const { page } = await open('/changes/');
  await seenUpTo(page, newest - 1);
  const other = await page.context().newPage();
  await other.goto(`${inject('historySite')}glossary/`);
  expect(await lines(other, '.rows > li:has(.new-since) .row-title')).toEqual(['Appeal']);
  await page.goto(inject('historySite'));
  expect(await lines(page, '.changed > li:has(.new-since) a')).toEqual(['Appeal']);
  await page.goto(`${inject('historySite')}changes/`);
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' }).format(Date.now() - 2 * 86_400_000);
  expect(await seenLines(page, '.new-since')).toEqual([`New since ${weekday}`]);
  expect(await line(page.locator('.since'))).toContain(`1 marked as new since ${weekday}.`);
  await page.getByRole('button', { name: 'Mark all as seen' }).click();
  expect(await page.locator('.new-since').count()).toBe(0);
  expect(await line(page.locator('.announcer'))).toBe('All marked as seen, on every page.');
  await other.waitForFunction(() => document.querySelector('.new-since') === null);
  await page.reload();
  expect(await page.locator('.new-since').count()).toBe(0);
});

test('the page of a week marks, but cannot say that all was seen', async () => {
  const { page } = await open('/changes/2026-w47/');
  expect(await page.evaluate(() => localStorage.getItem('redress.seen'))).toBeNull();
  await seenUpTo(page, newest - 1);
  await page.reload();
  expect(await page.locator('.new-since').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Mark all as seen' }).count()).toBe(0);
});

test('a browser that keeps nothing, and one that kept nonsense, read as on the first day', async () => {
  const { page, errors } = await open('/changes/');
  for (const kept of ['{', '[]', '{"upTo":"x"}', 'null', '{"upTo":1}']) {
    await page.evaluate((kept) => localStorage.setItem('redress.seen', kept), kept);
    await page.reload();
    expect(await page.locator('.new-since').count()).toBe(0);
  }
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await page.reload();
  expect(await page.locator('.rows > li').count()).toBe(11);
  expect(await page.locator('.new-since').count()).toBe(0);
  expect(errors).toEqual([]);
});
