import { describe, expect, test } from 'vitest';
import { textDigest } from '#macros/text-digest.ts';
import { macroFile, macroIn, passageFile, readWith } from '#test/helpers/macros.ts';
import { type Files, reviewer, smallFiles, withEdits } from '#test/helpers/review.ts';

const macro = 'content/macros/counterfeit-overturned.mdx';
const german = 'content/macros/counterfeit-overturned.de.mdx';
const template = 'content/decision-templates/counterfeit.mdx';
const policy = 'content/policies/counterfeit.mdx';
const requirements = 'content/requirements.yaml';

const review = reviewer();

/** What is told about macros: state before and after, and the reasons, `!` before those that need somebody. */
async function told(before: Files, after: Files): Promise<string[]> {
  const { macros } = await review(before, after);
  return macros.flatMap(({ id, stateBefore, state, reasons }) => [
    `${id}: ${stateBefore} to ${state}`,
    ...reasons.map(({ kind, text, bad }) => `${bad ? '!' : ' '} ${kind}: ${text}`),
  ]);
}

const replaced = (path: string, from: string, to: string, files: Files = smallFiles): Files =>
  withEdits(files, { [path]: (text) => text.replaceAll(from, to) });

describe('macros of a change', () => {
  const reworded = replaced(policy, 'without the brand', 'without leave of the brand');

  test('a clause that moves makes a macro stale, and what it covered is lost', async () => {
    expect(await told(smallFiles, reworded)).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to stale",
        "! state: Since the approval on 2026-01-15, CF-1 changed.",
      ]
    `);
    const { coverage, verdict } = await review(smallFiles, reworded);
    expect(coverage).toMatchObject({
      before: { places: 8, covered: 8 },
      after: { places: 8, covered: 4 },
      gained: [],
    });
    expect(coverage.lost.map(({ rule, region, from, to }) => [rule, region, from, to])).toEqual([
      ['R1', 'EU', 'covered', 'unapproved'],
      ['R1', 'US', 'covered', 'unapproved'],
      ['R2', 'EU', 'covered', 'unapproved'],
      ['R2', 'US', 'covered', 'unapproved'],
    ]);
    expect(verdict).toMatchObject({ level: 'attention' });
  });

  test('one that is in order again is told, and needs nobody', async () => {
    expect(await told(reworded, smallFiles)).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: stale to approved",
        "  state: policy-lead approved it on 2026-01-15, as the file claims.",
      ]
    `);
    const { coverage } = await review(reworded, smallFiles);
    expect([coverage.gained.length, coverage.lost.length]).toEqual([4, 0]);
  });

  test('its own words changed since somebody approved them', async () => {
    expect(await told(smallFiles, replaced(macro, 'is back', 'is up again'))).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to changed",
        "! state: The text changed after policy-lead approved it on 2026-01-15.",
      ]
    `);
  });

  test('it is retired, removed, broken or new', async () => {
    expect(
      await told(smallFiles, replaced(macro, 'status: active', 'status: retired')),
    ).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to retired",
        "! state: The macro is retired.",
      ]
    `);
    expect(await told(smallFiles, withEdits(smallFiles, { [macro]: undefined }))).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to removed",
        "! state: It is gone. R1 and R2 of counterfeit led to it.",
      ]
    `);
    expect(
      await told(smallFiles, replaced(macro, 'audience: seller', 'audience: sellers')),
    ).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to unread",
        "! state: It cannot be read.",
      ]
    `);
    expect(
      await told(smallFiles, withEdits(smallFiles, { 'content/macros/other.mdx': macroFile('Hello.') })),
    ).toMatchInlineSnapshot(`
      [
        "macros/other: undefined to draft",
        "  state: The macro is not approved.",
      ]
    `);
  });

  test('no rule leads to it any more', async () => {
    const silent = replaced(template, 'macro: counterfeit-overturned', 'noMacro: The reviewer writes.');
    expect(await told(smallFiles, silent)).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to approved",
        "! rule-lost: No rule leads to it any more; R1 and R2 of counterfeit did.",
      ]
    `);
    expect(await told(silent, smallFiles)).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to approved",
        "  rule-gained: Led to by R1 and R2 of counterfeit from now on.",
      ]
    `);
  });

  test('a passage that it includes changes', async () => {
    const passage = 'content/passages/thanks.mdx';
    const before = withEdits(smallFiles, {
      [passage]: passageFile('Thank you.'),
      [macro]: (text) => `${text}\n<Passage id="thanks" />\n`,
    });
    const after = withEdits(before, { [passage]: passageFile('Thank you very much.') });
    expect(await told(before, after)).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: changed to changed",
        "! passage: It includes passages/thanks, which changed.",
      ]
    `);
  });

  test('it lacks what the law asks for, and for whom', async () => {
    const required = withEdits(smallFiles, {
      [requirements]: `requirements:
  court:
    instrument: The act
    article: Art. 1
    jurisdiction: EU
    regions: [EU]
    appliesTo: {}
    covered: { words: { en: [court] } }
    says: Name the court.
    mend: You may go to court.
    source: The act
    verifiedOn: 2026-11-22
    confidence: primary
    level: error
forbidden: {}
`,
    });
    const meets = withEdits(required, {
      [macro]: (text) => `${text}\n<Covers requirement="court">\n\nYou may go to court.\n\n</Covers>\n`,
    });
    expect(await told(meets, required)).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: changed to approved",
        "  state: policy-lead approved it on 2026-01-15, as the file claims.",
        "! requirement: It no longer meets court (Art. 1 of The act) for readers in EU.",
      ]
    `);
    expect(await told(required, meets)).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to changed",
        "! state: The text changed after policy-lead approved it on 2026-01-15.",
        "  requirement-met: It now meets court.",
      ]
    `);
    // The law is new, and no file of a macro is touched.
    expect(await told(smallFiles, required)).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to approved",
        "! requirement: It does not meet court (Art. 1 of The act) for readers in EU.",
      ]
    `);
  });

  test('a translation is behind its source', async () => {
    const digest = textDigest(await readWith(), macroIn(await readWith()));
    const before = withEdits(
      replaced('content/organisation.yaml', '  en: English', '  en: English\n  de: German'),
      {
        [german]: macroFile('Guten Tag.', {
          language: 'de',
          extra: `translates:\n  source: counterfeit-overturned\n  text: ${digest}\n`,
        }),
      },
    );
    const after = replaced(macro, 'is back', 'is up again', before);
    expect(await told(before, after)).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to changed",
        "! state: The text changed after policy-lead approved it on 2026-01-15.",
        "macros/counterfeit-overturned.de: draft to draft",
        "! translation-behind: It translates macros/counterfeit-overturned, whose text is another now.",
      ]
    `);
    expect(await told(after, replaced(macro, 'up again', 'up again now', after))).not.toContain(
      expect.stringContaining('translation-behind'),
    );
  });

  test('what it says about the case is no longer true', async () => {
    const after = replaced(macro, 'variables:', 'asserts: { authenticity: verified }\nvariables:');
    expect(await told(smallFiles, after)).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned: approved to approved",
        "! unsound: Unexpected assertion \`authenticity: verified\`, expected one that holds wherever R2 of decision-templates/counterfeit sends the macro.",
      ]
    `);
  });

  test('a change that has nothing to do with macros tells none', async () => {
    expect(
      await told(smallFiles, replaced('content/glossary/appeal.mdx', 'title: Appeal', 'title: Appeals')),
    ).toEqual([]);
  });
});

describe('references to what a change retires', () => {
  test('are told for entries in force, by field or link, with what replaced it', async () => {
    const standard = 'content/evidence-standards/supplier-invoice.mdx';
    const after = replaced(standard, 'status: active', 'status: retired\nreplacedBy: glossary/appeal');
    const { retiredUses, verdict } = await review(smallFiles, after);
    expect(retiredUses).toEqual([
      {
        from: 'decision-templates/counterfeit',
        field: 'facts',
        to: 'evidence-standards/supplier-invoice',
        replacedBy: 'glossary/appeal',
      },
      {
        from: 'policies/counterfeit',
        field: undefined,
        to: 'evidence-standards/supplier-invoice',
        replacedBy: 'glossary/appeal',
      },
    ]);
    expect(verdict.level).toBe('attention');
    expect((await review(after, after)).retiredUses).toEqual([]);
    const draft = (files: Files) => replaced(policy, 'status: active', 'status: draft', files);
    expect((await review(draft(smallFiles), draft(after))).retiredUses).toMatchObject([{ field: 'facts' }]);
  });
});
