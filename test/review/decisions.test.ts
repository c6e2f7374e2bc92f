import { describe, expect, test } from 'vitest';
import type { Entry } from '#playbook/entry.ts';
import { decisionSentence } from '#report/review/outcome-sentences.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import type { EntryPair, EntrySide } from '#review/entry-pairs.ts';
import { reviewDecisions } from '#review/review-decisions.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { Random } from '#test/helpers/random.ts';
import { reviewer, smallFiles, withEdits } from '#test/helpers/review.ts';
import { compareByHand, edited } from '../decisions/outcome-oracle.ts';

type Template = Entry<'decision-templates'>;

const { playbook } = await readPlaybook(projectRoot);
const templates = playbook?.ofType('decision-templates') ?? [];
const review = reviewer();
const file = 'content/decision-templates/counterfeit.mdx';

/** A template as both sides of a change have it, with another table on the new one. */
function pairOf(template: Template, table: DecisionTable): EntryPair {
  const { id, file } = template;
  const side = (entry: Template): EntrySide => ({ id, file, text: undefined, entry });
  const { hit, facts, exclusions, rules } = table;
  const after = side({ ...template, data: { ...template.data, hit, facts, exclusions, rules } });
  return { id, kind: 'decision-templates', before: side(template), after };
}

describe('decisions of a change', () => {
  test.each(templates.map((template) => [template.slug, template] as const))(
    'are those that deciding every case by hand on both sides finds, for 24 seeded edits of %s',
    (_, template) => {
      let moved = 0;
      for (let seed = 1; seed <= 24; seed++) {
        const table = edited(new Random(seed), template.data);
        const [decision] = reviewDecisions([pairOf(template, table)], undefined);
        if (!decision || !('diff' in decision)) expect.fail(`seed ${seed}: not compared`);
        const { fault, changed } = compareByHand(template.data, table, decision.diff);
        if (fault) expect.fail(`seed ${seed}: ${fault}`);
        moved += changed;
      }
      expect(moved).toBeGreaterThan(0);
    },
    60_000,
  );

  test('a change that moves nothing is proven over all templates', async () => {
    const wording = withEdits(smallFiles, {
      [file]: (text) => text.replace('Every link to the brand is shown.', 'The chain is complete.'),
    });
    const { decisions, verdict, entries } = await review(smallFiles, wording);
    expect(decisionSentence(decisions)).toBe('No decision changes: proven over 5 combinations');
    expect(verdict).toEqual({ level: 'clean', because: [] });
    expect(entries.map(({ id, kind }) => [id, kind])).toEqual([
      ['decision-templates/counterfeit', 'wording'],
    ]);
  });

  test('a split rule that decides as before is proven to', async () => {
    const split = withEdits(smallFiles, {
      [file]: (text) =>
        text.replace(
          '    when: { authenticity: verified }\n',
          '    when: { authenticity: verified, provenance: complete }\n    outcome: overturn\n    because: All is shown.\n    authority: frontline\n    macro: counterfeit-overturned\n  - id: R9\n    when: { authenticity: verified, provenance: partial }\n',
        ),
    });
    const { decisions, verdict } = await review(smallFiles, split);
    expect(decisions).toMatchObject([
      { state: 'changed', diff: { changed: 0n, combinations: 5n, complete: true } },
    ]);
    expect(verdict.level).toBe('clean');
  });

  test('new and removed facts, values and exclusions are told', async () => {
    const changed = withEdits(smallFiles, {
      [file]: (text) =>
        text
          .replace(
            '      partial: At least one link is missing.\n',
            '      partial: At least one link is missing.\n      none: Nothing is shown.\n',
          )
          .replace(
            'exclusions:',
            '  region:\n    ask: Where is the seller?\n    values:\n      inside: In the union.\n      outside: Elsewhere.\nexclusions:',
          )
          .replace(
            'because: A complete chain to the brand and a refuted item contradict each other.',
            'because: They contradict each other.\n  - when: { authenticity: verified, provenance: none }\n    because: A verified item has a chain.',
          )
          .replace(
            'provenance: partial }\n    outcome: request',
            'provenance: [partial, none] }\n    outcome: request',
          ),
    });
    const { decisions, verdict } = await review(smallFiles, changed);
    expect(decisions).toMatchObject([
      {
        diff: {
          space: {
            facts: { added: ['region'], removed: [] },
            values: { added: [{ fact: 'provenance', value: 'none' }] },
            exclusions: { added: [{ because: 'A verified item has a chain.' }] },
          },
        },
      },
    ]);
    expect(verdict.level).toBe('blocked');
  });

  test.each([
    ['new', withEdits(smallFiles, { [file]: undefined }), smallFiles],
    ['removed', smallFiles, withEdits(smallFiles, { [file]: undefined })],
    [
      'retired',
      smallFiles,
      withEdits(smallFiles, { [file]: (text) => text.replace('status: active', 'status: retired') }),
    ],
    [
      'restored',
      withEdits(smallFiles, { [file]: (text) => text.replace('status: active', 'status: retired') }),
      smallFiles,
    ],
  ])('a %s template changes every case that it decides', async (state, before, after) => {
    const { decisions, verdict } = await review(before, after);
    expect(decisions).toMatchObject([
      { id: 'decision-templates/counterfeit', state, diff: { combinations: 5n, changed: 5n } },
    ]);
    expect(verdict.level).not.toBe('clean');
  });

  test('a table is compared even where the rest of its entry is broken', async () => {
    const broken = withEdits(smallFiles, {
      [file]: (text) =>
        text
          .replace('outcome: uphold', 'outcome: overturn')
          .replace('Check that', 'import x from "y"\n\nCheck that'),
    });
    const { decisions, verdict, entries } = await review(smallFiles, broken);
    expect(decisions).toMatchObject([{ state: 'changed', diff: { changed: 1n } }]);
    expect(verdict.level).toBe('blocked');
    expect(entries).toMatchObject([{ readable: false }]);
  });

  test('a table that cannot be read is said to be unknown, not unchanged', async () => {
    const broken = withEdits(smallFiles, { [file]: (text) => text.replace('rules:', 'rulez:') });
    const { decisions } = await review(smallFiles, broken);
    expect(decisions).toMatchObject([{ state: 'unread' }]);
    expect(decisionSentence(decisions)).toBe('No decision template could be compared');
  });
});
