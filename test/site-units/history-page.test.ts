import { afterEach, expect, test } from 'vitest';
import { openPast } from '#site/past.ts';
import { historyPage } from '#site/views/history-page.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { sourceWith } from './source.ts';

let repository: TestRepository;
afterEach(() => repository.delete());

const file = 'content/glossary/appeal.mdx';
const text = (summary: string): string =>
  `---\ntitle: Appeal\nsummary: ${summary}\nowner: appeals\nstatus: active\neffective: 2026-01-01\nreviewBy: 2027-01-15\n---\n\nText.\n`;

async function page() {
  const past = await openPast(repository.root, '2026-11-22');
  const entry = past.entries.get('glossary/appeal');
  if (!entry) throw new Error('Nothing is known of the entry.');
  return historyPage(await sourceWith(), past, 'glossary/appeal', entry);
}

test('a long history tells its newest revisions in full, and of older ones where they are told', async () => {
  repository = new TestRepository();
  const commits = Array.from({ length: 63 }, (_, time) => {
    const words = text(`Version ${time}.`);
    const message = `Change ${time}`;
    return `commit refs/heads/main\ncommitter A <a@example.com> 1767776400 +0000\ndata ${message.length}\n${message}\nM 100644 inline ${file}\ndata ${words.length}\n${words}\n`;
  });
  repository.import(commits.join(''));
  const [life, ...others] = (await page()).lives;
  expect(others).toEqual([]);
  expect(life?.title).toBe('63 revisions');
  const told = life?.revisions.map(({ subject, changes, week }) => [subject, changes.length, week]);
  expect(told?.slice(58)).toEqual([
    ['Change 4', 1, undefined],
    ['Change 3', 1, undefined],
    ['Change 2', 0, '/changes/2026-w02/'],
    ['Change 1', 0, '/changes/2026-w02/'],
    ['Change 0', 0, undefined],
  ]);
});

test('lines that a message was wrapped at by hand are joined, items of a list are not', async () => {
  repository = new TestRepository();
  const reason =
    'A reason that goes on\nin a second line.\n\n- one\n- two\n  and more\n\n1. first\n2. second';
  repository.save(file, text('One.'), `Subject\n\n${reason}`);
  expect((await page()).lives[0]?.revisions[0]?.reason).toEqual([
    'A reason that goes on in a second line.',
    '- one\n- two\n  and more',
    '1. first\n2. second',
  ]);
});

test('a commit without message and names that repeat the author are told plainly', async () => {
  repository = new TestRepository();
  repository.save(file, text('One.'), '', { author: 'Jo Doe <jo@example.com>' });
  repository.save(
    file,
    text('Two.'),
    'Change\n\nCo-authored-by: Jo Doe <jo@example.com>\nCo-authored-by: Kim <kim@example.com>\nReviewed-by: A <a@b.c>\nReviewed-by: B <b@b.c>',
    { author: 'Jo Doe <jo@example.com>' },
  );
  const [life] = (await page()).lives;
  expect(life?.revisions.map(({ subject, people }) => [subject, people])).toEqual([
    ['Change', ['By Jo Doe with Kim', 'Reviewed by A and B']],
    ['', ['By Jo Doe']],
  ]);
});
