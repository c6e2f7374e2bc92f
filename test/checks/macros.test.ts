import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { issuesWith, macroFile, passageFile } from '#test/helpers/macros.ts';
import { validPlaybook } from '#test/helpers/playbook.ts';

const fixture = (file: string) => readFileSync(`${validPlaybook}/content/${file}`, 'utf8');
const macro = (body: string, fields: Parameters<typeof macroFile>[1] = {}) => ({
  'content/macros/other.mdx': macroFile(body, fields),
});
const template = (change: (text: string) => string) => {
  const file = 'decision-templates/counterfeit.mdx';
  return { [`content/${file}`]: change(fixture(file)) };
};
const requirements = `requirements:
  court:
    instrument: The Act
    article: Art. 3(f)
    element: f
    jurisdiction: everywhere
    appliesTo: { kinds: [decision] }
    says: Name the court.
    mend: You can go to court.
    source: The Act, Art. 3
    confidence: primary
    level: error
forbidden:
  dead-platform:
    kind: dead-route
    phrases: [ODR platform]
    hosts: [ec.europa.eu/consumers/odr]
    why: It closed.
    instead: Name the courts.
    source: The Act
    confidence: primary
    level: error
  us-words:
    kind: vocabulary
    phrases: [statement of reasons]
    regions: [US]
    why: It is a word of EU law.
    instead: Write our reasons.
    source: The Act
    confidence: field
    level: warning
`;

/** What the checks say beyond that the macro of the test is not approved, as `rule: message / hint`. */
async function told(files: Record<string, string | undefined>): Promise<string[]> {
  return (await issuesWith(files))
    .filter(({ rule }) => rule !== 'macro-unapproved')
    .map(
      ({ file, line, column, severity, rule, message, hint }) =>
        `${file.replace('content/', '')}:${line}:${column} ${severity} ${rule}: ${message} / ${hint}`,
    );
}

describe('macro checks', () => {
  test('refuse text that helpdesks cannot carry', async () => {
    expect(await told(macro('## Heading\n\nText.'))).toMatchInlineSnapshot(`
      [
        "macros/other.mdx:16:1 error macro-text: Unexpected heading in a message, expected what every helpdesk can carry / Write it in bold at the start of a paragraph: \`**What we decided.**\`",
      ]
    `);
  });

  test('refuse conditions that name nothing or that nobody meets', async () => {
    expect(
      await told(
        macro('<When region="UK">a</When>\n\n<When region="US">b</When>\n\n<When language="en">c</When>', {
          region: 'EU',
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "macros/other.mdx:17:1 error macro-condition: Unexpected region \`UK\`, expected \`EU\`, \`US\` / Did you mean \`US\` or \`EU\`?",
        "macros/other.mdx:19:1 error macro-condition: Unexpected condition \`region="US"\`, expected one that can hold: the region is \`EU\` here / No reader would see this text: take it out, or mend the condition.",
      ]
    `);
  });

  test('refuse passages that are not there or not for these readers', async () => {
    expect(
      await told({
        ...macro('<Passage id="redress" />\n\n<Passage id="american" />', { region: 'EU' }),
        'content/passages/redres.mdx': passageFile('Court.'),
        'content/passages/american.mdx': passageFile('Court.', { region: 'US' }),
      }),
    ).toMatchInlineSnapshot(`
      [
        "macros/other.mdx:17:1 error macro-passage: Unexpected passage \`redress\`, expected the slug of a passage / Did you mean \`redres\`?",
        "macros/other.mdx:19:1 error macro-passage: Unexpected passage for US, expected one for EU, the region of the macro / Include the passage of that region.",
      ]
    `);
  });

  test('refuse variables that are unused, declared twice, or could come out blank', async () => {
    const extra = `variables:
  unused: { label: Unused, type: text, example: x }
  first_name: { label: Name, type: text, example: Sam, required: false, default: there }
  blank: { label: Blank, type: text, example: x, required: false }
`;
    expect(
      await told(macro('{first_name} {blank}', { extra, subject: 'Case {case}' })),
    ).toMatchInlineSnapshot(`
      [
        "macros/other.mdx:14:10 error macro-variable-undeclared: Unexpected variable \`{case}\` in the subject, expected one that the macro or organisation.yaml declares / There are: \`unused\`, \`first_name\`, \`blank\`.",
        "macros/other.mdx:16:11 error macro-variable-unused: Unexpected variable \`unused\`, expected one that the text or the subject uses / Write \`{unused}\` where it belongs, or take it out.",
        "macros/other.mdx:17:15 error macro-variable-shadowing: Unexpected variable \`first_name\`, expected a name that organisation.yaml does not declare / Take it out to use the common one, or choose another name.",
        "macros/other.mdx:18:10 error macro-variable-blank: Unexpected variable \`blank\` that could come out blank, expected a default / Give it a default that is true in every case, or set \`required: true\`.",
      ]
    `);
  });

  test('refuse a greeting without a fallback', async () => {
    const organisation = fixture('organisation.yaml').replace(
      '    required: false\n    default: there\n',
      '',
    );
    expect(
      (await told({ 'content/organisation.yaml': organisation })).filter((line) => line.includes('blank')),
    ).toMatchInlineSnapshot(`
      [
        "organisation.yaml:77:5 error macro-variable-blank: Unexpected variable \`first_name\` that could come out blank, expected a default / Set \`required: false\` and \`default: there\`, so that "Hi there" stands where no name is known.",
      ]
    `);
  });

  test('refuse curly quotes and characters that nobody sees', async () => {
    expect(
      await told(macro('The seller\u2019s \u201cproof\u201d.\n\nOne\u00a0two.', { subject: 'A\u00a0case' })),
    ).toMatchInlineSnapshot(`
      [
        "macros/other.mdx:14:10 error macro-invisible: Unexpected invisible character U+00A0, expected characters that can be seen / Delete it and type a plain space if one is meant.",
        "macros/other.mdx:17:11 error macro-quotes: Unexpected quotation mark \`’\` (U+2019), expected \`'\` / Type it with the key for straight quotes.",
        "macros/other.mdx:17:14 error macro-quotes: Unexpected quotation mark \`“\` (U+201C), expected \`"\` / Type it with the key for straight quotes.",
        "macros/other.mdx:17:20 error macro-quotes: Unexpected quotation mark \`”\` (U+201D), expected \`"\` / Type it with the key for straight quotes.",
        "macros/other.mdx:19:4 error macro-invisible: Unexpected invisible character U+00A0, expected characters that can be seen / Delete it and type a plain space if one is meant.",
      ]
    `);
  });

  test('refuse text that is too long for its channel', async () => {
    expect(await told(macro('word '.repeat(210), { channel: 'chat' }))).toMatchInlineSnapshot(`
      [
        "macros/other.mdx:16:1 error macro-length: Unexpected text of 1049 characters, expected at most 1000 by chat / Say it shorter, or send it by e-mail.",
      ]
    `);
  });

  test('refuse a translation that says something else or is older than its source', async () => {
    const organisation = fixture('organisation.yaml').replace(
      '  en: English\n',
      '  en: English\n  de: German\n',
    );
    const translates = 'translates: { source: counterfeit-overturned, text: "sha256:0000000000000000" }\n';
    expect(
      await told({
        'content/organisation.yaml': organisation,
        'content/macros/counterfeit-overturned.de.mdx': macroFile('Hallo.', {
          language: 'de',
          outcome: 'uphold',
          extra: translates,
        }),
        'content/macros/nothing.de.mdx': macroFile('Hallo.', { language: 'en' }),
      }),
    ).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned.de.mdx:10:10 error macro-translation: Unexpected outcome \`uphold\`, expected \`overturn\`, as in content/macros/counterfeit-overturned.mdx / A translation says the same about the same case.",
        "macros/counterfeit-overturned.de.mdx:14:53 warning macro-translation-stale: Unexpected digest of an older text, expected that of content/macros/counterfeit-overturned.mdx today: the text changed since it was translated / Bring the translation up to date, then write \`text: sha256:4155ce7c313adf1c\` and have it approved.",
        "macros/nothing.de.mdx:2:1 error macro-translation: Unexpected translation without a source, expected \`content/macros/nothing.mdx\` / Write the source first.",
        "macros/nothing.de.mdx:13:11 error macro-translation: Unexpected language \`en\`, expected \`de\`, as the file name says / Mend the field or the name of the file.",
      ]
    `);
  });

  test('refuse a rule without a macro, with one for another outcome, or with none for a region', async () => {
    expect(
      await told({
        ...template((text) =>
          text
            .replace('    noMacro: The reviewer names the missing link in their own words.\n', '')
            .replace('    noMacro: The policy team writes to the seller.\n', '    macro: other\n'),
        ),
        ...macro('Hello.', { region: 'EU' }),
      }),
    ).toMatchInlineSnapshot(`
      [
        "decision-templates/counterfeit.mdx:41:5 error coverage-hole: Unexpected rule R3 without a macro, expected \`macro\` or a reason in \`noMacro\` / Name the macro for the outcome, or write \`noMacro:\` and one sentence that says why nothing is sent.",
        "decision-templates/counterfeit.mdx:51:12 error coverage-outcome: Unexpected macro \`other\`, which tells \`overturn\`, expected one that tells \`uphold\` / Name a macro with outcome \`uphold\`, or mend the outcome of R4.",
        "decision-templates/counterfeit.mdx:51:12 error coverage-region: Unexpected macro \`other\` of R4, expected one that is in force for US / Write a macro for US with the same policy, outcome and audience, or take the region out of the macro.",
      ]
    `);
  });

  test('warn where a language of a region is missing', async () => {
    const organisation = fixture('organisation.yaml').replace(
      '  en: English\n',
      '  en: English\n  de: German\nregionLanguages: { EU: [en, de] }\n',
    );
    expect((await told({ 'content/organisation.yaml': organisation }))[0]).toMatchInlineSnapshot(
      `"decision-templates/counterfeit.mdx:34:12 warning coverage-language: Unexpected macro \`counterfeit-overturned\` of R1 without a translation, expected one for \`de\` in EU / Write \`content/macros/counterfeit-overturned.de.mdx\`."`,
    );
  });

  test('show the combination in which a macro would be untrue', async () => {
    const asserts = (value: string) => ({
      'content/macros/counterfeit-overturned.mdx': macroFile('Hello.', { extra: `asserts: ${value}\n` }),
    });
    expect(await told(asserts('{ authenticity: verified }'))).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned.mdx:14:26 error macro-asserts-untrue: Unexpected assertion \`authenticity: verified\`, expected one that holds wherever R2 of decision-templates/counterfeit sends the macro / It would be untrue for { authenticity: unverified, provenance: complete }. Narrow R2, name another macro there, or take the assertion and its words out.",
      ]
    `);
    expect(await told(asserts('{ authenticity: [verified, unverified] }'))).toEqual([]);
    expect(await told(asserts('{ authentic: verified, provenance: none }'))).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned.mdx:14:23 error macro-asserts-unknown: Unexpected fact \`authentic\`, expected one of decision-templates/counterfeit, whose rules lead here / Did you mean \`authenticity\`?",
        "macros/counterfeit-overturned.mdx:14:45 error macro-asserts-unknown: Unexpected value \`none\` of \`provenance\`, expected one of \`complete\`, \`partial\` / ",
      ]
    `);
  });

  test('name the requirement that a message misses, and the sentence that would meet it', async () => {
    expect(
      await told({
        'content/requirements.yaml': requirements,
        ...macro('Hello.\n\n<Covers requirement="cuort">Court.</Covers>'),
      }),
    ).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned.mdx:27:1 error macro-requirement: Unexpected message without Art. 3(f) of The Act, expected text that meets \`court\` / Name the court. Write for example \`<Covers requirement="court">You can go to court.</Covers>\`.",
        "macros/other.mdx:16:1 error macro-requirement: Unexpected message without Art. 3(f) of The Act, expected text that meets \`court\` / Name the court. Write for example \`<Covers requirement="court">You can go to court.</Covers>\`.",
        "macros/other.mdx:18:1 error macro-covers: Unexpected requirement \`cuort\`, expected an id of requirements.yaml / Did you mean \`court\`?",
      ]
    `);
  });

  test('refuse dead routes everywhere, and words of another law where nobody else reads them', async () => {
    const files = {
      'content/requirements.yaml': requirements.replace(/requirements:\n[\s\S]*?forbidden:/, 'forbidden:'),
      'content/glossary/appeal.mdx': fixture('glossary/appeal.mdx').replace(
        'An appeal',
        'The **ODR** platform and an appeal',
      ),
      ...macro(
        'See [this](https://ec.europa.eu/consumers/odr/main).\n\nThe statement of reasons is <When region="US">a statement of reasons</When>.\n\n<When region="US">\n\n<Passage id="reasons" />\n\n</When>',
      ),
      'content/passages/reasons.mdx': passageFile('This is a statement of reasons.'),
    };
    expect(await told(files)).toMatchInlineSnapshot(`
      [
        "glossary/appeal.mdx:11:1 error dead-redress-route: Unexpected \`ODR platform\`, expected a redress route that is open (dead-platform): It closed. / Name the courts.",
        "macros/other.mdx:16:5 error dead-redress-route: Unexpected \`https://ec.europa.eu/consumers/odr/main\`, expected a redress route that is open (dead-platform): It closed. / Name the courts.",
        "macros/other.mdx:18:29 warning macro-vocabulary: Unexpected \`statement of reasons\`, expected other words here (us-words): It is a word of EU law. / Write our reasons. This was not read in a source: check with Legal.",
        "macros/other.mdx:22:1 warning macro-vocabulary: Unexpected \`statement of reasons\`, expected other words here (us-words): It is a word of EU law. / Write our reasons. This was not read in a source: check with Legal.",
      ]
    `);
  });

  test('warn where a clause moved, the text changed, or somebody approved who may not', async () => {
    expect(
      await told({
        'content/policies/counterfeit.mdx': fixture('policies/counterfeit.mdx').replace(
          'without the brand',
          'against the will of the brand',
        ),
      }),
    ).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned.mdx:24:5 warning macro-stale: Unexpected change of CF-1 since policy-lead approved the macro on 2026-01-15, expected the clause as it was / Read what changed and approve the macro again: \`npm run approve -- --all-stale --by <person>\`.",
      ]
    `);
    const approved = fixture('macros/counterfeit-overturned.mdx');
    expect(
      await told({
        'content/macros/counterfeit-overturned.mdx': approved.replace('is authentic', 'is genuine'),
      }),
    ).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned.mdx:22:9 warning macro-changed: Unexpected text, expected the one that policy-lead approved on 2026-01-15 / Have it read and approved: \`npm run approve -- macros/counterfeit-overturned --by <person>\`.",
      ]
    `);
    const organisation = fixture('organisation.yaml').replace('    mayApprove: [macros]\n', '');
    expect(
      (await told({ 'content/organisation.yaml': organisation })).filter((line) =>
        line.includes('macro-approver'),
      ),
    ).toMatchInlineSnapshot(`
      [
        "macros/counterfeit-overturned.mdx:20:7 error macro-approver: Unexpected approval by \`policy-lead\`, expected somebody who may approve macros: there is none / Approvals are written by \`npm run approve\`, never by hand.",
      ]
    `);
  });

  test('warn that an active macro is not approved', async () => {
    const [issue] = await issuesWith(macro('Hello.'));
    expect(`${issue?.rule}: ${issue?.message} / ${issue?.hint}`).toMatchInlineSnapshot(
      `"macro-unapproved: Unexpected active macro without an approval, expected one that somebody approved / Have it read and approved: \`npm run approve -- macros/other --by <person>\`."`,
    );
  });
});
