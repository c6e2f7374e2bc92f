import { expect, test } from 'vitest';
import { sectionsOf } from '#site/views/navigation.ts';
import { sourceWith, term } from './source.ts';

test('sections stand in the order of the work, with their counts, and only the present one unfolds', async () => {
  const { playbook } = await sourceWith();
  const sections = sectionsOf(playbook, playbook.get('policies/counterfeit'));
  expect(
    sections
      .filter(({ count }) => count !== undefined)
      .map(({ label, count, group }) => `${label} ${count}${group.length > 0 ? ' unfolded' : ''}`),
  ).toEqual([
    'Decide 1',
    'Policies 1 unfolded',
    'Evidence 1',
    'Macros 1',
    'Procedures 1',
    'Escalation 1',
    'Precedents 1',
    'Glossary 1',
  ]);
});

test('a long section shows the neighbours of the present page and no more', async () => {
  const words = Array.from({ length: 60 }, (_, index) => String(index).padStart(2, '0'));
  const files = Object.fromEntries(
    words.map((word) => [
      `content/glossary/w${word}.mdx`,
      term('').replace('title: Term', `title: Word ${word}`),
    ]),
  );
  const { playbook } = await sourceWith(files);
  const groupOf = (slug: string) =>
    sectionsOf(playbook, playbook.get(`glossary/${slug}`))
      .find(({ label }) => label === 'Glossary')
      ?.group.map(({ text }) => text);
  expect(groupOf('w30')).toHaveLength(24);
  expect(groupOf('w30')).toContain('Word 30');
  expect(groupOf('w00')?.slice(0, 2)).toEqual(['Appeal', 'Word 00']);
  expect(groupOf('w59')?.at(-1)).toBe('Word 59');
});

test('macros keep company with those of their policy, without the words that all of them begin with', async () => {
  const { playbook } = await sourceWith();
  const { entries } = playbook;
  const macro = entries.find(({ type }) => type === 'macros');
  const section = sectionsOf(playbook, macro).find(({ label }) => label === 'Macros');
  expect(section?.group).toEqual([{ path: '/macros/counterfeit-overturned/', text: 'Appeal granted' }]);
});
