import { describe, expect, test } from 'vitest';
import { whatIsMissing } from '#report/review/precedent-sentences.ts';
import {
  mark,
  organisation,
  overturns,
  precedent,
  precedentId,
  refusal,
  template,
  trailers,
} from '#test/helpers/overturned-precedent.ts';
import { type Range, reviewer, smallFiles, withEdits } from '#test/helpers/review.ts';

const review = reviewer();

/** R1 now upholds, so that the jacket would be decided otherwise. */
const flipped = withEdits(smallFiles, { [template]: (text) => text.replace(...refusal) });
const marked = withEdits(flipped, { [precedent]: (text) => text.replace(...mark) });

describe('a precedent that would now be decided otherwise', () => {
  test('is told with the rule then, the rule now, and what has to be added', async () => {
    const found = await review(smallFiles, flipped);
    expect(found.verdict.level).toBe('blocked');
    expect(found.precedents).toMatchInlineSnapshot(`
      [
        {
          "approval": {
            "kind": "none",
          },
          "effect": "overturned",
          "id": "precedents/counterfeit-verified-jacket",
          "now": {
            "because": "Every appeal is refused.",
            "kind": "decided",
            "outcome": "uphold",
            "rule": "R1",
          },
          "template": "decision-templates/counterfeit",
          "title": "Verified jacket",
          "unmarked": "content/precedents/counterfeit-verified-jacket.mdx",
          "was": {
            "because": "The item is authentic.",
            "outcome": "overturn",
            "rule": "R1",
          },
        },
      ]
    `);
    expect(found.precedents.flatMap((one) => whatIsMissing(one, found))).toMatchInlineSnapshot(`
      [
        {
          "paste": [
            "Overturns: precedents/counterfeit-verified-jacket",
            "Approved-by: Policy lead",
          ],
          "says": "If that is meant, write into the last paragraph of a commit message of this range, with the approval of Policy lead, or of Appeals lead:",
        },
        {
          "paste": [
            "overturnedBy:",
            "  date: 2026-11-22",
            "  reason: <why the rule changed, in one sentence>",
          ],
          "says": "Keep the facts and the outcome of content/precedents/counterfeit-verified-jacket.mdx as they were, and add to it in the same range:",
        },
      ]
    `);
  });

  test('may be overturned with both trailers, an approval that counts, and its own mark', async () => {
    const { precedents, verdict, strayOverturns } = await review(smallFiles, marked, {
      messages: ['Another commit', trailers(overturns, 'Approved-by: Policy lead')],
    });
    expect(precedents).toMatchObject([
      {
        effect: 'overturned',
        approval: { kind: 'approved', by: 'policy-lead', commit: '2'.repeat(40) },
        unmarked: undefined,
      },
    ]);
    expect(verdict.level).toBe('attention');
    expect(strayOverturns).toEqual([]);
  });

  test.each<[string, string[], Range, object]>([
    ['without any trailer', ['Refuse every appeal'], {}, { kind: 'none' }],
    [
      'with the trailers outside of the last paragraph',
      [`${trailers(overturns, 'Approved-by: Policy lead')}\nAnd more.`],
      {},
      { kind: 'none' },
    ],
    ['without an approval', [trailers(overturns)], {}, { kind: 'refused', refusals: [] }],
    [
      'with an approval in another commit',
      [trailers(overturns), trailers('Approved-by: Policy lead')],
      {},
      { kind: 'refused', refusals: [] },
    ],
    [
      'with the approval of somebody who may not approve precedents',
      [trailers(overturns, 'Approved-by: Macro editor')],
      {},
      { kind: 'refused', refusals: [{ name: 'Macro editor', because: 'not-entitled' }] },
    ],
    [
      'with the approval of nobody who is known',
      [trailers(overturns, 'Approved-by: Somebody Else')],
      {},
      { kind: 'refused', refusals: [{ name: 'Somebody Else', because: 'not-entitled' }] },
    ],
    [
      'approved by its author, by the name in git',
      [trailers(overturns, 'Approved-by: appeals-lead')],
      { author: 'Ada Lovelace' },
      { kind: 'refused', refusals: [{ name: 'appeals-lead', because: 'author' }] },
    ],
    [
      'approved by a co-author of another commit of the range',
      [trailers(overturns, 'Approved-by: POLICY LEAD'), trailers('Co-authored-by: Robin Example')],
      {},
      { kind: 'refused', refusals: [{ name: 'POLICY LEAD', because: 'author' }] },
    ],
  ])('stays blocked %s', async (_, messages, range, approval) => {
    const { precedents, verdict } = await review(smallFiles, marked, { ...range, messages });
    expect(precedents).toMatchObject([{ effect: 'overturned', approval }]);
    expect(verdict).toMatchObject({
      level: 'blocked',
      because: expect.arrayContaining(['1 precedent is overturned without approval']),
    });
  });

  test.each(['Policy lead', 'policy-lead', 'robin example', 'Robin Example <robin@example.com>'])(
    'is approved by %s, who is one person',
    async (name) => {
      // Addresses are taken out where git is read.
      const message = trailers(overturns, `Approved-by: ${name.replace(/ <.*/, '')}`);
      const { precedents } = await review(smallFiles, marked, { messages: [message] });
      expect(precedents).toMatchObject([{ approval: { kind: 'approved', by: 'policy-lead' } }]);
    },
  );

  test('stays blocked without its own mark, and with it alone', async () => {
    const approved = { messages: [trailers(overturns, 'Approved-by: Policy lead')] };
    const unmarked = await review(smallFiles, flipped, approved);
    expect(unmarked.precedents).toMatchObject([{ approval: { kind: 'approved' }, unmarked: precedent }]);
    expect(unmarked.verdict.level).toBe('blocked');
    const alone = await review(smallFiles, marked);
    expect(alone.precedents).toMatchObject([{ approval: { kind: 'none' }, unmarked: undefined }]);
    expect(alone.verdict.level).toBe('blocked');
  });

  test('stays blocked where the range itself entitles the approver', async () => {
    const entitled = withEdits(marked, {
      [organisation]: (text) =>
        text.replace('roles: [frontline]\n', 'roles: [frontline]\n    mayApprove: [precedents]\n'),
    });
    const messages = [trailers(overturns, 'Approved-by: Macro editor')];
    const { precedents } = await review(smallFiles, entitled, { messages });
    expect(precedents).toMatchObject([
      { approval: { kind: 'refused', refusals: [{ because: 'not-entitled' }] } },
    ]);
  });
});

describe('a precedent cannot be got out of the way', () => {
  test.each([
    [
      'by rewriting its outcome',
      'rewritten',
      (text: string) => text.replace('outcome: overturn', 'outcome: uphold'),
    ],
    [
      'by rewriting its facts',
      'overturned',
      (text: string) => text.replace('verified, provenance: partial', 'unverified, provenance: complete'),
    ],
    ['by retiring it', 'overturned', (text: string) => text.replace('status: active', 'status: retired')],
    ['by removing it', 'overturned', () => undefined],
    [
      'by breaking its file',
      'overturned',
      (text: string) => text.replace('template: counterfeit', 'tempalte: counterfeit'),
    ],
  ])('%s', async (_, effect, edit) => {
    const after = withEdits(flipped, { [precedent]: edit(flipped.get(precedent) ?? '') });
    const { precedents, verdict } = await review(smallFiles, after);
    expect(precedents).toMatchObject([
      { id: precedentId, effect, approval: { kind: 'none' }, unmarked: precedent },
    ]);
    expect(verdict.because).toContain('1 precedent is overturned without approval');
  });

  test('by renaming it', async () => {
    const path = 'content/precedents/counterfeit-jacket.mdx';
    const after = withEdits(flipped, { [precedent]: undefined, [path]: flipped.get(precedent) });
    const { precedents } = await review(smallFiles, after, { renames: { [path]: precedent } });
    expect(precedents).toMatchObject([
      { id: 'precedents/counterfeit-jacket', effect: 'overturned', unmarked: path },
    ]);
  });
});
