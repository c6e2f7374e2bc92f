import { afterEach, expect, test } from 'vitest';
import { openPast } from '#site/past.ts';
import { revisionViews } from '#site/views/revision.ts';
import { TestRepository } from '#test/helpers/git.ts';

const file = 'content/glossary/appeal.mdx';
const id = 'glossary/appeal';

let repository: TestRepository;
afterEach(() => repository.delete());

const text = (summary: string, effective = '2026-01-01', status = 'active'): string =>
  `---\ntitle: Appeal\nsummary: ${summary}\nowner: appeals\nstatus: ${status}\neffective: ${effective}\nreviewBy: 2027-01-15\n---\n\nText.\n`;

/** What each page says, newest first. */
async function told(today: string, entry = id): Promise<string[]> {
  const past = await openPast(repository.root, today);
  const known = past.entries.get(entry);
  if (!known) throw new Error(`Nothing is known of ${entry}`);
  return revisionViews(past, known).map(
    ({ view: { mark, inForce, subject } }) => `${subject}: ${mark.word}; ${inForce}`,
  );
}

const on = (day: string) => ({ date: `${day}T09:00:00+00:00` });

test('each text says whether it may be relied on, and when it was in force', async () => {
  repository = new TestRepository();
  repository.save(file, text('One.'), 'First', on('2026-03-03'));
  repository.save(file, text('Two.'), 'Second', on('2026-04-05'));
  repository.save(file, text('Two, mended.'), 'Third', on('2026-04-05'));
  repository.save(file, text('Three.', '2026-12-01'), 'Fourth', on('2026-10-01'));
  expect(await told('2026-11-22')).toEqual([
    'Fourth: From 1 December 2026; from 1 December 2026',
    'Third: Current; 5 April 2026 to 30 November 2026',
    'Second: Superseded; never: another text took its place before its first day had ended',
    'First: Superseded; 3 March 2026 to 4 April 2026',
  ]);
  expect(await told('2026-12-01')).toMatchObject([
    'Fourth: Current; since 1 December 2026',
    'Third: Superseded; 5 April 2026 to 30 November 2026',
    {},
    {},
  ]);
});

test('drafts, retired entries and removed ones are told as what they are', async () => {
  repository = new TestRepository();
  repository.save(file, text('One.', '2026-01-01', 'draft'), 'Draft', on('2026-03-03'));
  expect(await told('2026-11-22')).toEqual(['Draft: Draft; never: it was a draft']);
  repository.save(file, text('One.'), 'Active', on('2026-03-05'));
  repository.save(file, text('One.', '2026-01-01', 'retired'), 'Retire', on('2026-05-05'));
  expect(await told('2026-11-22')).toEqual([
    'Retire: Retired; never: it says that the entry is retired',
    'Active: Superseded; 5 March 2026 to 4 May 2026',
    'Draft: Superseded; never: it was a draft',
  ]);
  repository.remove(file);
  repository.commit('Remove', on('2026-06-06'));
  expect(await told('2026-11-22')).toMatchObject([
    'Retire: Removed; never: it says that the entry is retired',
    'Active: Removed; 5 March 2026 to 4 May 2026',
    {},
  ]);
});

test('a text that a merge overtook never was this branch’s', async () => {
  repository = new TestRepository();
  repository.save(file, text('One.'), 'First', on('2026-03-03'));
  repository.git('checkout', '--quiet', '-b', 'side');
  repository.save(file, text('Two.'), 'On the side', on('2026-03-04'));
  repository.save(file, text('Three.'), 'On the side again', on('2026-03-05'));
  repository.git('checkout', '--quiet', 'main');
  repository.merge(['side'], 'Merge', on('2026-04-01'));
  const past = await openPast(repository.root, '2026-11-22');
  const known = past.entries.get(id);
  const views = known ? revisionViews(past, known).map(({ view }) => view) : [];
  expect(views.map(({ inForce, recordedOn, writtenOn }) => [inForce, recordedOn, writtenOn])).toEqual([
    ['since 1 April 2026', '2026-04-01', '2026-03-05'],
    ['never: it reached this branch together with a later revision', undefined, '2026-03-04'],
    ['3 March 2026 to 31 March 2026', '2026-03-03', undefined],
  ]);
});

test('a text that came back leads to the revision that is in force', async () => {
  repository = new TestRepository();
  repository.save(file, text('One.'), 'First', on('2026-03-03'));
  repository.save(file, text('Two.'), 'Second', on('2026-04-04'));
  const head = repository.save(file, text('One.'), 'Back', on('2026-05-05'));
  const past = await openPast(repository.root, '2026-11-22');
  const known = past.entries.get(id);
  const views = known ? revisionViews(past, known).map(({ view }) => view) : [];
  expect(views.map(({ sameNow }) => sameNow)).toEqual([
    undefined,
    undefined,
    `/glossary/appeal/at/${head.slice(0, 12)}/`,
  ]);
});

test('a renamed entry keeps all its texts under the name that it has now', async () => {
  repository = new TestRepository();
  repository.save('content/glossary/plea.mdx', text('One.'), 'First', on('2026-03-03'));
  repository.move('content/glossary/plea.mdx', file);
  repository.commit('Rename', on('2026-04-04'));
  const past = await openPast(repository.root, '2026-11-22');
  const known = past.entries.get(id);
  const texts = known ? revisionViews(past, known).map(({ text }) => text.file) : [];
  expect(texts).toEqual([file, 'content/glossary/plea.mdx']);
});

test('where a shallow copy begins, the text that stood there has a page, by nobody', async () => {
  repository = new TestRepository();
  repository.save(file, text('One.'), 'First', on('2026-03-03'));
  repository.save('content/glossary/other.mdx', text('Other.'), 'Other', on('2026-04-04'));
  repository.save(file, text('Two.'), 'Second', on('2026-05-05'));
  const whole = repository;
  repository = new TestRepository();
  repository.git('fetch', '--quiet', '--depth=2', `file://${whole.root}`, 'main');
  repository.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
  whole.delete();
  const past = await openPast(repository.root, '2026-11-22');
  const known = past.entries.get(id);
  const shown = known ? revisionViews(past, known) : [];
  expect(shown.map(({ text, view }) => [view.subject, view.people, text.file])).toEqual([
    ['Second', [{ label: 'By', names: ['Ada Lovelace'] }], file],
    ['', [], file],
  ]);
});

test('names that no entry may have get no address', async () => {
  repository = new TestRepository();
  repository.save('content/glossary/<script>alert(1)<.mdx', text('One.'), 'Hostile', on('2026-03-03'));
  repository.save('content/glossary/deeper/appeal.mdx', text('Two.'), 'Deep', on('2026-03-04'));
  repository.save(file, text('Three.'), 'Good', on('2026-03-05'));
  const past = await openPast(repository.root, '2026-11-22');
  expect([...past.entries.keys()]).toEqual([id]);
});
