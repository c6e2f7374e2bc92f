import { expect, test } from 'vitest';
import { searchRecords } from '#site/search/search-record.ts';
import { sourceWith, term } from './source.ts';

const recordsOf = async (id: string, files: Record<string, string> = {}) => {
  const { playbook } = await sourceWith(files);
  const entry = playbook.get(id);
  if (!entry) throw new Error(`No ${id}`);
  return searchRecords(playbook, entry);
};

test('a policy is found as a whole and clause by clause, aliases and facets included', async () => {
  const records = await recordsOf('policies/counterfeit');
  expect(records.map(({ url }) => url)).toEqual([
    '/policies/counterfeit/',
    '/policies/counterfeit/#cf-1',
    '/policies/counterfeit/#cf-2',
  ]);
  expect(records[2]?.content.replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
    "<html lang="en">
    <body data-pagefind-body="">
    <h1 data-pagefind-meta="title">CF-2 Proof of origin</h1>
    <p data-pagefind-meta="summary" data-pagefind-weight="3">Counterfeit goods</p>
    <p>A supplier invoice proves where the item came from. See CF-1.</p>
    <span data-pagefind-meta="type:Clause">
    </span>
    <span data-pagefind-filter="Type:Clause" data-pagefind-ignore="index">
    </span>
    <span data-pagefind-filter="Policy area:Counterfeit" data-pagefind-ignore="index">
    </span>
    <span data-pagefind-filter="Region:European Union" data-pagefind-ignore="index">
    </span>
    <span data-pagefind-filter="Region:United States" data-pagefind-ignore="index">
    </span>
    <span data-pagefind-filter="Status:Active" data-pagefind-ignore="index">
    </span>
    </body>
    </html>"
  `);
  expect(records[0]?.content).toContain('<p data-pagefind-weight="5">fake, counterfit</p>');
});

test('an entry without regions is found under each of them', async () => {
  const [record] = await recordsOf('glossary/appeal');
  expect(record?.content).toContain('data-pagefind-filter="Region:European Union"');
  expect(record?.content).toContain('data-pagefind-filter="Region:United States"');
});

test('a decision template is found by every outcome of its rules and by their reasons', async () => {
  const [record] = await recordsOf('decision-templates/counterfeit');
  for (const outcome of ['Uphold', 'Overturn', 'Request information'])
    expect(record?.content).toContain(`data-pagefind-filter="Outcome:${outcome}"`);
  expect(record?.content).toContain('Every link to the brand is shown.');
});

test('a draft is not found', async () => {
  const draft = term('').replace('active', 'draft');
  expect(await recordsOf('glossary/word', { 'content/glossary/word.mdx': draft })).toEqual([]);
});

test('a retired entry is found and says so', async () => {
  const retired = term('').replace('active', 'retired');
  const [record] = await recordsOf('glossary/word', { 'content/glossary/word.mdx': retired });
  expect(record?.content).toContain('data-pagefind-meta="type:Glossary term, retired"');
});

test('markup in a title is text in the index', async () => {
  const hostile = term('').replace('title: Term', "title: '<script>alert(1)</script>'");
  const [record] = await recordsOf('glossary/word', { 'content/glossary/word.mdx': hostile });
  expect(record?.content).not.toContain('<script');
});
