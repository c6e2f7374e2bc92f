import { expect, test } from 'vitest';
import { frameOf } from '#site/views/frame.ts';
import { railOf } from '#site/views/rail.ts';
import { noPast } from './no-past.ts';
import { sourceWith, term } from './source.ts';

const entry = (source: Awaited<ReturnType<typeof sourceWith>>, id: string) => {
  const found = source.playbook.get(id);
  if (!found) throw new Error(`No ${id}`);
  return found;
};

test('a policy shows its queue, where it escalates, and who uses it, by type', async () => {
  const source = await sourceWith();
  const rail = railOf(source, noPast, entry(source, 'policies/counterfeit'));
  expect(rail.contacts).toEqual([
    { label: 'Queue', items: [{ text: 'Q3 Content', path: undefined, time: '24 business hours' }] },
    {
      label: 'Escalates to',
      items: [{ text: 'Policy team', path: '/escalation-paths/policy-team/', time: '4 business hours' }],
    },
  ]);
  expect(rail.usedBy.map(({ label, count }) => `${label} ${count}`)).toEqual([
    'Decision templates 1',
    'Macros 1',
    'Glossary terms 1',
  ]);
});

test.each([
  ['reviewBy: 2026-11-21', { state: 'overdue', days: 1 }],
  ['reviewBy: 2026-11-22', { state: 'soon', days: 0 }],
])('a term with %s is %j', async (line, review) => {
  const text = term('').replace(/reviewBy: .*/, line);
  const source = await sourceWith({ 'content/glossary/word.mdx': text });
  expect(railOf(source, noPast, entry(source, 'glossary/word')).review).toEqual(review);
});

test('what lies ahead is not yet in force', async () => {
  const source = await sourceWith({}, { today: '2026-01-14' });
  expect(railOf(source, noPast, entry(source, 'glossary/appeal')).notYet).toBe(true);
});

test('nobody reviews what is retired, and the page says what replaced it', async () => {
  const text = term('replacedBy: glossary/appeal\n').replace('active', 'retired');
  const source = await sourceWith({ 'content/glossary/word.mdx': text });
  const frame = frameOf(source, noPast, entry(source, 'glossary/word'));
  expect(frame.rail.review).toBeUndefined();
  expect(frame.replacement).toEqual({ path: '/glossary/appeal/', text: 'Appeal' });
});

test('a list of links ends where it would grow with the playbook', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `content/glossary/word-${index}.mdx`,
      term('seeAlso: [policies/counterfeit]\n'),
    ]),
  );
  const source = await sourceWith(files);
  const group = railOf(source, noPast, entry(source, 'policies/counterfeit')).usedBy.at(-1);
  expect(group).toMatchObject({
    label: 'Glossary terms',
    count: 31,
    more: { path: '/glossary/', count: 19 },
  });
  expect(group?.links).toHaveLength(12);
});

test('the edit link leads into the repository that holds the playbook, wherever it lies in it', async () => {
  const source = await sourceWith(
    {},
    {
      repositoryUrl: 'https://example.org/team/playbook/',
      git: { prefix: 'handbook/', uncommitted: new Set() },
    },
  );
  expect(frameOf(source, noPast, entry(source, 'glossary/appeal')).editUrl).toBe(
    'https://example.org/team/playbook/edit/main/handbook/content/glossary/appeal.mdx',
  );
});
