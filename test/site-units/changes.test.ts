import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSource } from '#site/open-source.ts';
import { changedEntry } from '#site/views/changed-entry.ts';
import { changesView, countOfChanges } from '#site/views/changes-page.ts';
import { homeChanges } from '#site/views/home-changes.ts';
import { listView } from '#site/views/list.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { playbookWith, validPlaybook } from '#test/helpers/playbook.ts';
import { term } from './source.ts';

let repository: TestRepository;
beforeEach(() => {
  repository = new TestRepository();
  cpSync(validPlaybook, repository.root, { recursive: true });
});
afterEach(() => {
  repository.delete();
  vi.unstubAllEnvs();
});

async function siteOn(day: string, root = repository.root) {
  vi.stubEnv('REDRESS_TODAY', day);
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const opened = await openSource(root, undefined);
  told.mockRestore();
  return { source: opened.current(), past: await opened.past() };
}

const noon = (day: string) => ({ date: `${day}T12:00:00+01:00` });
const words = (count: number): string[] => Array.from({ length: count }, (_, index) => `w${index}`);
const writeTerms = (slugs: readonly string[], body: (slug: string) => string): void => {
  for (const slug of slugs)
    repository.write(`content/glossary/${slug}.mdx`, term('').replace('Text.', body(slug)));
};

test('of a long history the newest eight weeks are told, and the others are links by year', async () => {
  repository.commit('Write the playbook', noon('2025-12-30'));
  for (let week = 0; week < 9; week++) {
    const day = `2026-${String(1 + Math.floor(week / 4)).padStart(2, '0')}-${String(5 + (week % 4) * 7).padStart(2, '0')}`;
    repository.save(
      'content/glossary/word.mdx',
      term('').replace('Text.', `Text of ${day}.`),
      day,
      noon(day),
    );
  }
  const { source, past } = await siteOn('2026-03-06');
  const { weeks, older } = changesView(source, past);
  expect(weeks).toHaveLength(8);
  expect(weeks[0]?.title).toBe('Week 10, 2 to 8 March 2026');
  expect(older.map(({ year, weeks }) => [year, weeks.map(({ title, count }) => [title, count])])).toEqual([
    [
      '2026',
      [
        ['Week 2, 5 to 11 January 2026', 1],
        ['Week 1, 29 December 2025 to 4 January 2026', 9],
      ],
    ],
  ]);
});

test('of a week with more changes than a page holds the strongest are told, and how many are left', async () => {
  writeTerms(words(150), () => 'Text.');
  repository.commit('Write the playbook', noon('2026-01-05'));
  writeTerms(words(150), (slug) => `Text about ${slug}.`);
  const invoice = 'content/evidence-standards/supplier-invoice.mdx';
  const text = readFileSync(join(repository.root, invoice), 'utf8');
  repository.write(invoice, text.replace('maximumAgeDays: 365', 'maximumAgeDays: 90'));
  repository.commit('Write everything anew', noon('2026-01-13'));
  const { source, past } = await siteOn('2026-01-15');
  const { weeks, older, count } = changesView(source, past);
  const [week] = weeks;
  expect(week?.count).toBe(151);
  expect(week?.left).toBe(31);
  expect(countOfChanges(weeks)).toBe(count);
  expect(week?.kinds.map(({ kind, rows }) => [kind.word, rows.length])).toEqual([
    ['Requirement', 1],
    ['Wording', 119],
  ]);
  expect(older[0]?.weeks).toHaveLength(1);
});

test('what is gone is named as its last text named it, and found under the area and region it had', async () => {
  const macro = 'content/macros/eu-only.mdx';
  const fixture = readFileSync(join(validPlaybook, 'content/macros/counterfeit-overturned.mdx'), 'utf8');
  repository.save(
    macro,
    fixture.replace(/^title: .*$/m, 'title: "Only \u202Ehere"').replace(/^language: .*$/m, '$&\nregion: EU'),
  );
  repository.remove(macro);
  repository.commit('Take it out');
  const { source, past } = await siteOn('2026-01-15');
  expect(changedEntry(source, past, 'macros/eu-only')).toMatchObject({
    text: 'Only \uFFFDhere',
    type: 'Macro',
    gone: true,
    path: '/macros/eu-only/history/',
    values: { type: ['macros'], area: ['PA01'], region: ['EU'] },
  });
});

test('settings have a name and no page', async () => {
  repository.commit('Write the playbook');
  const { source, past } = await siteOn('2026-01-15');
  expect(changedEntry(source, past, 'organisation')).toMatchObject({
    text: 'Organisation',
    type: 'Settings',
    gone: false,
    path: undefined,
  });
});

test('a week without changes sends to the newest that had some', async () => {
  repository.commit('Write the playbook', noon('2026-01-05'));
  repository.save('content/glossary/word.mdx', term(''), 'A word', noon('2026-01-13'));
  const { source, past } = await siteOn('2026-01-19');
  expect(homeChanges(source, past)).toEqual({
    lines: [],
    week: undefined,
    last: { path: '/changes/2026-w03/', count: 1 },
  });
});

test('the last change of an entry is not the last time it was kept in order', async () => {
  repository.commit('Write the playbook', noon('2026-01-05'));
  const path = 'content/glossary/appeal.mdx';
  const text = readFileSync(join(repository.root, path), 'utf8');
  repository.save(
    path,
    text.replace('reviewBy: 2027-01-15', 'reviewBy: 2027-02-15'),
    'Read again',
    noon('2026-01-13'),
  );
  const { source, past } = await siteOn('2026-01-15');
  const [row] = listView(source, 'glossary', past).groups.flatMap(({ parts }) =>
    parts.flatMap(({ rows }) => rows),
  );
  expect(row?.changed).toBe(Date.parse(noon('2026-01-05').date) / 1000);
});

test('where git knows nothing, there is nothing to tell and nothing to sort by', async () => {
  const { source, past } = await siteOn('2026-01-15', playbookWith());
  expect(past.state.known).toBe(false);
  expect(changesView(source, past)).toEqual({ weeks: [], older: [], filters: [], count: 0, newest: 0 });
  expect(listView(source, 'glossary', past).sorts.map(({ key }) => key)).toEqual(['title', 'due']);
});
