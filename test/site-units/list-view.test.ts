import { expect, test } from 'vitest';
import { contentTypeNames } from '#schemas/index.ts';
import { listView } from '#site/views/list.ts';
import { sourceWith, term } from './source.ts';

test.each(contentTypeNames)('the list of %s holds each of its entries once', async (type) => {
  const source = await sourceWith();
  const rows = listView(source, type).groups.flatMap(({ parts }) => parts.flatMap((part) => part.rows));
  expect(rows.map(({ link }) => link.path).sort()).toEqual(
    source.playbook
      .ofType(type)
      .map(({ id }) => `/${id}/`)
      .sort(),
  );
});

test('a select that cannot narrow anything is not offered', async () => {
  const source = await sourceWith({
    'content/glossary/word.mdx': term('').replace('owner: appeals', 'owner: policy'),
  });
  expect(listView(source, 'glossary').filters).toEqual([
    {
      key: 'owner',
      label: 'Owner',
      options: [
        { value: 'appeals', label: 'Appeals' },
        { value: 'policy', label: 'Policy' },
      ],
    },
  ]);
  expect(listView(source, 'policies').filters).toEqual([]);
});

test('macros stand under the policy that they speak about', async () => {
  const { groups } = listView(await sourceWith(), 'macros');
  expect(groups.map(({ title }) => title)).toEqual(['Counterfeit goods']);
});
