import { expect, test } from 'vitest';
import { dueRows } from '#site/views/due.ts';
import { evidenceView } from '#site/views/evidence-standard.ts';
import { homeView } from '#site/views/home.ts';
import { policyView } from '#site/views/policy.ts';
import { precedentView } from '#site/views/precedent.ts';
import { sourceWith, term } from './source.ts';

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('Not in the small playbook');
  return value;
};

test('a policy names its ladder in words, with the template and the macros that belong to it', async () => {
  const source = await sourceWith();
  const view = policyView(source, found(source.playbook.find('policies', 'counterfeit')));
  expect(view.ladder.map(({ strikes, actions }) => [strikes, actions.map(({ name }) => name)])).toEqual([
    ['No prior strike', ['Warning', 'Listing removed']],
    ['One prior strike', ['Listing removed']],
    ['Two or more', ['Listing removed']],
  ]);
  expect(view.templates.map(({ path }) => path)).toEqual(['/decision-templates/counterfeit/']);
  expect(view.macros.map(({ outcome, links }) => [outcome.name, links.length])).toEqual([['Overturn', 1]]);
});

test('an evidence standard says its age and verifiers in words', async () => {
  const source = await sourceWith();
  const view = evidenceView(source, found(source.playbook.find('evidence-standards', 'supplier-invoice')));
  expect(view).toMatchObject({ grade: 'B', meaning: 'Documentary, checkable' });
  expect(view.verifiers).toBe('Frontline reviewer');
});

test('a precedent shows its facts in the order of its template, with their meaning', async () => {
  const source = await sourceWith();
  const view = precedentView(source, found(source.playbook.ofType('precedents')[0]));
  expect(view.facts.map(({ label, value, sentence }) => [label, value, sentence])).toEqual([
    ['Authenticity', 'verified', 'An approved authenticator confirmed it.'],
    ['Provenance', 'partial', 'At least one link is missing.'],
  ]);
});

test('home sends a policy area to the page that decides in it', async () => {
  const view = homeView(await sourceWith());
  expect(view.areas).toEqual([
    { key: 'PA01', name: 'Counterfeit', path: '/decision-templates/counterfeit/' },
  ]);
  expect(view.macros).toMatchObject([{ path: '/macros/?outcome=overturn', count: 1 }]);
});

test('what is overdue comes first, longest first; what is retired never', async () => {
  const due = (day: string, status = 'active') =>
    term('')
      .replace(/reviewBy: .*/, `reviewBy: ${day}`)
      .replace('active', status);
  const source = await sourceWith({
    'content/glossary/a.mdx': due('2026-11-20'),
    'content/glossary/b.mdx': due('2026-10-01'),
    'content/glossary/c.mdx': due('2026-12-01'),
    'content/glossary/d.mdx': due('2026-10-01', 'retired'),
  });
  const { overdue, soon } = dueRows(source);
  expect(overdue.map(({ link }) => link.path)).toEqual(['/glossary/b/', '/glossary/a/']);
  expect(soon.map(({ link }) => link.path)).toEqual(['/glossary/c/']);
});
