import { describe, expect, test } from 'vitest';
import { reviewText } from '#report/review-text.ts';
import { reviewer, smallFiles, withEdits } from '#test/helpers/review.ts';

const policy = 'content/policies/counterfeit.mdx';
const glossary = 'content/glossary/appeal.mdx';
const organisation = 'content/organisation.yaml';
const review = reviewer();

const reworded = (effective: string, status = 'active') =>
  withEdits(smallFiles, {
    [policy]: (text) =>
      text
        .replace('effective: 2026-01-15', `effective: ${effective}`)
        .replace('status: active', `status: ${status}`)
        .replace('is removed.', 'must be removed.'),
  });

describe('texts of a change', () => {
  test.each([
    ['at the merge, by a day that has come', reworded('2026-11-22'), { from: 'merge' }],
    [
      'from its day, until which the old text applies',
      reworded('2026-12-01'),
      { from: '2026-12-01', until: 'the text before' },
    ],
    ['with its merge, where it becomes a draft', reworded('2026-12-01', 'draft'), { from: 'merge' }],
  ])('what binds comes into force %s', async (_, after, inForce) => {
    const { entries } = await review(smallFiles, after);
    expect(entries).toMatchObject([{ id: 'policies/counterfeit', kind: 'requirement', inForce }]);
  });

  test('a new entry that is to come applies to nobody before its day', async () => {
    const before = withEdits(smallFiles, { [policy]: undefined });
    const { entries } = await review(before, reworded('2026-12-01'));
    expect(entries).toMatchObject([{ kind: 'created', inForce: { from: '2026-12-01', until: 'nothing' } }]);
  });

  test('what does not bind has no day, and moves no verdict', async () => {
    const after = withEdits(smallFiles, {
      [glossary]: (text) => text.replace('title: Appeal', 'title: Appeals'),
    });
    const { entries, verdict } = await review(smallFiles, after);
    expect(entries).toMatchObject([{ kind: 'wording', inForce: undefined }]);
    expect(verdict.level).toBe('clean');
  });

  test('nobody can claim a requirement to be wording alone', async () => {
    const messages = ['Reword\n\nChange-kind: wording\nApproved-by: Policy lead\n'];
    const { entries, verdict } = await review(smallFiles, reworded('2026-01-15'), { messages });
    expect([entries[0]?.kind, verdict.level]).toEqual(['requirement', 'attention']);
  });

  test('an entry that says what it was called is told as renamed, whatever git says', async () => {
    const path = 'content/glossary/appeals.mdx';
    const text = (smallFiles.get(glossary) ?? '').replace(
      'title: Appeal',
      'formerly: [glossary/appeal]\ntitle: Appeals',
    );
    const { entries } = await review(
      smallFiles,
      withEdits(smallFiles, { [glossary]: undefined, [path]: text }),
    );
    expect(entries).toMatchObject([{ id: 'glossary/appeals', formerId: 'glossary/appeal', kind: 'renamed' }]);
  });

  test('a change of the organisation is told field by field', async () => {
    const after = withEdits(smallFiles, { [organisation]: (text) => text.replace('rank: 2', 'rank: 3') });
    const { entries, who } = await review(smallFiles, after);
    expect(entries).toMatchObject([
      { id: 'organisation', kind: 'requirement', changes: [{ before: 2, after: 3 }] },
    ]);
    expect(who.unowned).toEqual([organisation]);
  });
});

describe('who must look', () => {
  const shared = withEdits(smallFiles, {
    [policy]: (text) =>
      text.replace('owner: policy', 'owner: appeals').replace('is removed.', 'must be removed.'),
  });

  test('are the owners of both sides, and whoever may approve what is stale, but for the authors', async () => {
    const { who } = await review(smallFiles, shared, { author: 'Robin Example' });
    expect(who.approvers).toMatchObject([
      {
        as: 'owner',
        team: 'policy',
        people: ['policy-lead'],
        excluded: ['policy-lead'],
        entries: ['policies/counterfeit'],
      },
      {
        as: 'owner',
        team: 'appeals',
        excluded: [],
        entries: ['macros/counterfeit-overturned', 'policies/counterfeit'],
      },
      {
        as: 'macros',
        people: ['policy-lead'],
        excluded: ['policy-lead'],
        entries: ['macros/counterfeit-overturned'],
      },
    ]);
    expect(who.authors).toEqual([{ name: 'Robin Example', handle: 'policy-lead' }]);
    expect(reviewText(await review(smallFiles, shared, { author: 'Robin Example' }))).toContain(
      'Policy (nobody is left who may; not Policy lead, an author) owns policies/counterfeit',
    );
  });
});

describe('issues of a change', () => {
  test('are new where the old side did not have them, wherever they stood, and block in any case', async () => {
    const broken = withEdits(smallFiles, {
      [policy]: (text) => text.replace('escalations: [policy-team]', 'escalations: [policy-taem]'),
    });
    const worse = withEdits(broken, {
      [policy]: (text) => text.replace('## CF-1', '\n\n## CF-1'),
      [glossary]: (text) => text.replace('owner: ', 'owner: no-'),
    });
    const { issues, freshIssues, verdict } = await review(broken, worse);
    expect(issues.length).toBe(2);
    expect(freshIssues).toMatchObject([{ file: glossary }]);
    expect(verdict.level).toBe('blocked');
    const mended = await review(broken, smallFiles);
    expect([mended.issues, mended.freshIssues]).toEqual([[], []]);
  });
});
