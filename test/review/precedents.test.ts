import { describe, expect, test } from 'vitest';
import { replay } from '#decisions/replay.ts';
import { createPlaybook } from '#playbook/playbook.ts';
import { whatIsMissing } from '#report/review/precedent-sentences.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { reviewPrecedents } from '#review/review-precedents.ts';
import { type Range, reviewer, smallFiles, withEdits } from '#test/helpers/review.ts';

const template = 'content/decision-templates/counterfeit.mdx';
const precedent = 'content/precedents/counterfeit-verified-jacket.mdx';
const id = 'precedents/counterfeit-verified-jacket';
const organisation = 'content/organisation.yaml';

const review = reviewer();

/** R1 now upholds, so that the jacket would be decided otherwise. */
const flip = (text: string): string =>
  text.replace(
    'outcome: overturn\n    because: The item is authentic.\n    authority: frontline\n    macro: counterfeit-overturned',
    'outcome: uphold\n    because: Every appeal is refused.\n    authority: frontline\n    noMacro: The policy team writes to the seller.',
  );
const mark = (text: string): string =>
  text.replace(
    '\n---\n\n## The',
    '\noverturnedBy:\n  date: 2026-11-22\n  reason: The rule was too kind.\n---\n\n## The',
  );
const flipped = withEdits(smallFiles, { [template]: flip });
const marked = withEdits(flipped, { [precedent]: mark });

const trailers = (...lines: string[]): string => `Refuse every appeal\n\n${lines.join('\n')}\n`;
const overturns = `Overturns: ${id}`;

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
    expect(precedents).toMatchObject([{ id, effect, approval: { kind: 'none' }, unmarked: precedent }]);
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

describe('other changes around precedents', () => {
  test('one that is marked although its table stands needs the same approval', async () => {
    const after = withEdits(smallFiles, { [precedent]: mark });
    expect((await review(smallFiles, after)).verdict.level).toBe('blocked');
    const messages = [trailers(overturns, 'Approved-by: Policy lead')];
    const { precedents, verdict } = await review(smallFiles, after, { messages });
    expect(precedents).toMatchObject([{ effect: 'released', approval: { kind: 'approved' } }]);
    expect(verdict.level).toBe('attention');
  });

  test('one that is retired, restated or binds again is told', async () => {
    const effects = async (before: typeof smallFiles, after: typeof smallFiles) =>
      (await review(before, after)).precedents.map(({ effect }) => effect);
    const retired = withEdits(smallFiles, {
      [precedent]: (text) => text.replace('status: active', 'status: retired'),
    });
    const released = withEdits(smallFiles, { [precedent]: mark });
    const restated = withEdits(smallFiles, { [precedent]: (text) => text.replace('partial', 'complete') });
    expect(await effects(smallFiles, retired)).toEqual(['retired']);
    expect(await effects(retired, smallFiles)).toEqual(['bound']);
    expect(await effects(released, smallFiles)).toEqual(['bound']);
    expect(await effects(smallFiles, restated)).toEqual(['restated']);
  });

  test('a new fact leaves a case open where it matters, and decided where it does not', async () => {
    const asking = (when: string) =>
      withEdits(smallFiles, {
        [template]: (text) =>
          text
            .replace(
              'exclusions:',
              '  region:\n    ask: Where?\n    values:\n      inside: In the union.\n      outside: Elsewhere.\nexclusions:',
            )
            .replace('when: { authenticity: verified }', `when: { authenticity: verified${when} }`),
      });
    const open = await review(smallFiles, asking(', region: inside'));
    expect(open.precedents).toMatchObject([
      { effect: 'open', now: { kind: 'incomplete', missing: ['region'] } },
    ]);
    expect((await review(smallFiles, asking(''))).precedents).toEqual([]);
  });

  test('a trailer that overturns nothing is told, with the name that may be meant', async () => {
    const { strayOverturns, verdict } = await review(smallFiles, smallFiles, {
      messages: [trailers('Overturns: precedents/counterfeit-verified-jackt', overturns)],
    });
    expect(strayOverturns).toEqual([
      { names: 'precedents/counterfeit-verified-jackt', stands: false, near: [id] },
      { names: id, stands: true, near: [] },
    ]);
    expect(verdict.level).toBe('attention');
  });
});

describe('every shipped precedent', async () => {
  const { playbook } = await readPlaybook(projectRoot);
  if (!playbook) throw new Error('the shipped playbook cannot be read');
  const cases = playbook.ofType('precedents').filter(({ data }) => !data.overturnedBy);
  const range = { base: '', head: '', commits: [], working: undefined, renames: new Map<string, string>() };

  test.each(cases.map((one) => [one.slug, one] as const))(
    '%s is told as soon as the rule that decides it does not',
    (_, one) => {
      const source = playbook.find('decision-templates', one.data.template);
      const found = source && replay(source.data, one.data.facts);
      if (!source || found?.kind !== 'decided') expect.fail('it is not decided');
      const outcome = one.data.outcome === 'dismiss' ? 'uphold' : 'dismiss';
      const rules = source.data.rules.map((rule) => (rule.id === found.rule ? { ...rule, outcome } : rule));
      const turned = { ...source, data: { ...source.data, rules } };
      const entries = playbook.entries.map((entry) => (entry === source ? turned : entry));
      const after = createPlaybook(playbook.organisation, entries, playbook.requirements);
      const side = (entry: typeof source) => ({ id: entry.id, file: entry.file, text: undefined, entry });
      const pair = { id: source.id, kind: source.type, before: side(source), after: side(turned) };
      const sides = { before: { playbook, issues: [] }, after: { playbook: after, issues: [] } };
      const told = reviewPrecedents({ range, worktree: false, ...sides, files: [], today: '2026-11-22' }, [
        pair,
      ]);
      expect(told.find(({ id }) => id === one.id)).toMatchObject({
        effect: 'overturned',
        was: { outcome: one.data.outcome, rule: found.rule },
        now: { outcome, rule: found.rule },
        approval: { kind: 'none' },
      });
      // And none whose rule stands.
      for (const { now } of told) expect(now).toMatchObject({ rule: found.rule });
    },
  );
});
