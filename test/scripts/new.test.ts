import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '#repository/playbook-root.ts';
import { contentTypeNames } from '#schemas/index.ts';
import { run } from '#test/helpers/cli.ts';
import { playbookWith } from '#test/helpers/playbook.ts';

/** What answers every question about an entry of each type in the shipped playbook. */
const answers: readonly [type: string, slug: string, flags: string][] = [
  [
    'policies',
    'meteorites',
    '--owner policy --code MT --area PA01 --severity S3 --dsa-category SCAMS_AND_FRAUD',
  ],
  ['evidence-standards', 'parcel-photo', '--owner appeals --grade B --verifiers frontline,senior'],
  [
    'decision-templates',
    'fakes',
    '--owner appeals --policy counterfeit --clauses CF-1,CF-2 --actions A02 --standard-of-proof certainty',
  ],
  [
    'macros',
    'counterfeit-new',
    '--owner appeals --policy counterfeit --reflects CF-1 --outcome modify --audience notifier --channel chat --language en',
  ],
  [
    'macros',
    'falsch',
    '--owner appeals --policy counterfeit --reflects CF-1 --outcome modify --audience notifier --channel email --language de',
  ],
  ['macros', 'counterfeit-upheld-eu.de', ''],
  ['passages', 'farewell', '--owner appeals --language en'],
  [
    'procedures',
    'second-look',
    '--owner appeals --role senior --kind exceptions --trigger Somebody_asks_for_it.',
  ],
  ['escalation-paths', 'press-desk', '--owner appeals --team communications --answer-within 2_days'],
  [
    'precedents',
    'one-insult',
    '--owner appeals --template harassment --facts severity=insult,record=whole,target=identifiable,context=none,conduct=single,moderator=acted,measure=fits',
  ],
  ['glossary', 'doubt', '--owner legal --title Doubt'],
];

const flagsOf = (text: string): string[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((part) => part.replaceAll('_', ' '))
    .map((part) => (part === 'SCAMS AND FRAUD' ? 'SCAMS_AND_FRAUD' : part));

describe('npm run new in the shipped playbook', () => {
  const root = mkdtempSync(join(tmpdir(), 'playbook-new-'));
  cpSync(join(projectRoot, 'content'), join(root, 'content'), { recursive: true });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const before = JSON.parse(run('check', ['--root', root, '--format', 'json']).out);
  const openLines = new Map<string, number[]>();

  test('has an example of every content type', () => {
    expect([...new Set(answers.map(([type]) => type))].sort()).toEqual([...contentTypeNames].sort());
  });

  test.each(answers)('begins %s/%s from flags alone', (type, slug, flags) => {
    const file = `content/${type}/${slug}.mdx`;
    const { code, out, err } = run('new', [type, slug, ...flagsOf(flags), '--root', root]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Wrote ${file}, a draft.`);
    expect(out).toContain(`Next: npm run check -- ${file}`);
    openLines.set(
      file,
      [...out.matchAll(/^ {2}line (\d+)/gm)].map(([, line]) => Number(line)),
    );
    const text = readFileSync(join(root, file), 'utf8');
    expect(text).toContain('status: draft\neffective: 2026-11-22\nreviewBy: 2027-11-22\n');
  });

  test('check exits 0 on all of them, and names each thing that is still to be written', () => {
    const { code, out } = run('check', ['--root', root, '--format', 'json']);
    const { issues, errors, entries } = JSON.parse(out);
    expect({ code, errors, entries }).toEqual({
      code: 0,
      errors: 0,
      entries: before.entries + answers.length,
    });
    const own = (issues as { file: string; rule: string; line: number }[]).filter(({ file }) =>
      openLines.has(file),
    );
    expect(own.filter(({ rule }) => rule !== 'placeholder')).toEqual([]);
    for (const [file, lines] of openLines) {
      expect(lines.length, file).toBeGreaterThan(0);
      expect(
        own.filter((issue) => issue.file === file).map(({ line }) => line),
        file,
      ).toEqual(lines);
    }
  });

  test('check refuses what is still to be written once the entry is in force', () => {
    const draft = readFileSync(join(root, 'content/glossary/doubt.mdx'), 'utf8');
    const active = playbookWith({
      'content/glossary/doubt.mdx': draft.replace('draft', 'active').replace('legal', 'policy'),
    });
    const { code, out } = run('check', ['--root', active]);
    expect(code).toBe(1);
    expect(out).toContain('error  Unexpected placeholder in an entry in force');
  });

  test('takes the outcome of a precedent from the table, and the next code from the last', () => {
    expect(readFileSync(join(root, 'content/precedents/one-insult.mdx'), 'utf8')).toContain(
      'outcome: overturn\n',
    );
    expect(readFileSync(join(root, 'content/evidence-standards/parcel-photo.mdx'), 'utf8')).toContain(
      'code: E21\n',
    );
  });

  test('writes a translation that agrees with its source', () => {
    const source = readFileSync(join(root, 'content/macros/counterfeit-upheld-eu.mdx'), 'utf8');
    const text = readFileSync(join(root, 'content/macros/counterfeit-upheld-eu.de.mdx'), 'utf8');
    for (const field of ['policy', 'reflects', 'outcome', 'audience', 'channel', 'region'])
      expect(new RegExp(`^${field}: .*`, 'm').exec(text)?.[0]).toBe(
        new RegExp(`^${field}: .*`, 'm').exec(source)?.[0],
      );
    expect(text).toContain('language: de\n');
  });

  test('refuses facts that cannot occur together, and facts that the template does not ask for', () => {
    const { code, err } = run('new', [
      'precedents',
      'two',
      '--owner',
      'appeals',
      '--template',
      'harassment',
      '--facts',
      'severty=insult',
      '--root',
      root,
    ]);
    expect(code).toBe(1);
    expect(err).toContain('--facts: Unexpected fact `severty`, expected one that the template asks for');
  });
});

describe('npm run new', () => {
  const tried = (root: string, args: readonly string[], typed = '') =>
    run('new', [...args, '--root', root], {}, typed);

  test('asks only what it must, by number or by name, and again where an answer will not do', () => {
    const root = playbookWith();
    const typed = '1\nfree\nCF-9\n1, CF-2\novertrun\noverturn\nseller\n1\n';
    const { code, out } = tried(root, ['macros', 'asked'], typed);
    expect(code).toBe(0);
    expect(out.replaceAll(root, '<root>')).toMatchInlineSnapshot(`
      "
      The team that answers for the entry: a key of \`teams\` in organisation.yaml.
         1  appeals  Appeals
         2  policy   Policy
      Owner, by number or name: 
      The clauses whose content it repeats, by code.
         1  CF-1  No counterfeit goods
         2  CF-2  Proof of origin
      Reflects, one or more, by number or name: Unexpected reflects \`free\`, expected one that can be chosen. There are: \`CF-1\`, \`CF-2\`.

      The clauses whose content it repeats, by code.
         1  CF-1  No counterfeit goods
         2  CF-2  Proof of origin
      Reflects, one or more, by number or name: Unexpected reflects \`CF-9\`, expected one that can be chosen. Did you mean \`CF-1\` or \`CF-2\`?

      The clauses whose content it repeats, by code.
         1  CF-1  No counterfeit goods
         2  CF-2  Proof of origin
      Reflects, one or more, by number or name: 
      The outcome that it tells: a key of \`outcomes\`.
         1  uphold               Uphold
         2  overturn             Overturn
         3  request-information  Request information
      Outcome, by number or name: Unexpected outcome \`overtrun\`, expected one that can be chosen. Did you mean \`overturn\`?

      The outcome that it tells: a key of \`outcomes\`.
         1  uphold               Uphold
         2  overturn             Overturn
         3  request-information  Request information
      Outcome, by number or name: 
      Who reads it.
         1  seller
         2  buyer
         3  notifier
      Audience, by number or name: 
      How it is sent.
         1  email
         2  in-app
         3  chat
      Channel, by number or name: Wrote content/macros/asked.mdx, a draft.

      Still to write:
        line 3  one sentence that says what the entry is for; shown in lists and search results
        line 16  the text of the macro

      Next: npm run check -- content/macros/asked.mdx --root <root>"
    `);
    expect(readFileSync(join(root, 'content/macros/asked.mdx'), 'utf8')).toMatchInlineSnapshot(`
      "---
      title: Asked
      summary: "[to write: one sentence that says what the entry is for; shown in lists and search results]"
      owner: appeals
      status: draft
      effective: 2026-11-22
      reviewBy: 2027-11-22
      language: en
      policy: counterfeit
      reflects: [CF-1, CF-2]
      outcome: overturn
      audience: seller
      channel: email
      ---

      [to write: the text of the macro]
      "
    `);
  });

  test('asks for the facts of a precedent one by one, in the words of the template', () => {
    const root = playbookWith();
    const { code, out } = tried(root, ['precedent', 'asked'], '1\n1\n2\n');
    expect(code).toBe(0);
    expect(out.replaceAll(root, '<root>')).toMatchInlineSnapshot(`
      "
      The team that answers for the entry: a key of \`teams\` in organisation.yaml.
         1  appeals  Appeals
         2  policy   Policy
      Owner, by number or name: 
      Is the item authentic?
         1  verified    An approved authenticator confirmed it.
         2  unverified  Nothing conclusive either way.
         3  refuted     An approved authenticator denied it.
      authenticity, by number or name: 
      Is the chain of provenance complete?
         1  complete  Every link is shown.
         2  partial   At least one link is missing.
      provenance, by number or name: Wrote content/precedents/asked.mdx, a draft.

      Still to write:
        line 3  one sentence that says what the entry is for; shown in lists and search results
        line 14  the point to carry to the next case, in one sentence
        line 19  what belongs under "The case"
        line 23  what belongs under "Why it was decided so"

      Next: npm run check -- content/precedents/asked.mdx --root <root>"
    `);
    expect(readFileSync(join(root, 'content/precedents/asked.mdx'), 'utf8')).toContain(
      'facts:\n  authenticity: verified\n  provenance: partial\noutcome: overturn\n',
    );
    expect(run('check', ['--root', root]).code).toBe(0);
  });

  test('says which flags are missing where nobody answers', () => {
    const root = playbookWith();
    const { code, err } = tried(root, ['precedents', 'asked', '--template', 'counterfeit']);
    expect(code).toBe(1);
    expect(err).toMatchInlineSnapshot(`
      "Unexpected end of answers, expected 3 more. They can be given as flags:
        --owner <one>  The team that answers for the entry: a key of \`teams\` in organisation.yaml. One of: appeals, policy.
        --facts <fact>=<value>,…
          authenticity: Is the item authentic? One of: verified, unverified, refuted.
          provenance: Is the chain of provenance complete? One of: complete, partial.
      Nothing was written."
    `);
    expect(existsSync(join(root, 'content/precedents/asked.mdx'))).toBe(false);
  });

  test.each<[args: string[], words: RegExp]>([
    [['polcy', 'x'], /Unexpected type `polcy`.* Did you mean `policies`\?/],
    [['toast', 'x'], /Unexpected type `toast`, expected one of policies, evidence-standards/],
    [['policies', 'Fake_Goods'], /Unexpected slug, expected lower-case letters.*: found `Fake_Goods`/],
    [['policies', '../../x'], /Unexpected slug/],
    [['policies', 'x.de'], /expected one without a language: only macros have translations/],
    [['macros', 'counterfeit-overturned.fr'], /Unexpected language `fr`/],
    [
      ['macros', 'counterfeit-overtuned.en'],
      /expected the macro `counterfeit-overtuned`. Did you mean `counterfeit-overturned`/,
    ],
    [['policies', 'counterfeit'], /content\/policies\/counterfeit.mdx exists and is not overwritten/],
    [['policies', 'fakes'], /\/policies\/fakes\/ leads to content\/policies\/counterfeit.mdx/],
    [['glossary', 'x', '--owner', 'apeals'], /--owner: Unexpected owner `apeals`.* Did you mean `appeals`\?/],
    [['glossary', 'x', '--grade', 'B'], /Unexpected flag `--grade`, expected one of --title/],
    [['policies', 'x', '--code', 'cf'], /--code: Unexpected code, expected two to four capital letters/],
    [['policies', 'x', '--code', 'CF'], /--code: Unexpected code `CF`, expected one that no other entry has/],
    [['glossary', 'x', '--title', ''], /--title: Unexpected empty text/],
    [['glossary', 'x', '--owner', 'policy', '--title', 'A\u202Eb'], /text-control|U\+202E/],
    [['passages', 'x', '--owner', 'policy', '--effective', '2026-02-30'], /--effective: Unexpected date/],
    [
      [
        'precedents',
        'x',
        '--owner',
        'policy',
        '--template',
        'counterfeit',
        '--facts',
        'authenticity=refuted,provenance=complete',
      ],
      /says cannot occur together: A complete chain/,
    ],
  ])('refuses %j and writes nothing', (args, words) => {
    const root = playbookWith();
    const { code, err } = tried(root, args);
    expect(err).toMatch(words);
    expect(err).toMatch(/Nothing was written\.$/);
    expect(code).toBe(1);
    expect(globSync('content/**/*.mdx', { cwd: root })).toHaveLength(8);
  });

  test('says that something must be written first where there is nothing to choose', () => {
    const root = playbookWith({ 'content/policies/counterfeit.mdx': undefined });
    const { code, err } = tried(root, ['macros', 'x', '--owner', 'appeals']);
    expect(code).toBe(1);
    expect(err).toContain('--policy <one>  The policy that it speaks about. There is none yet.');
  });

  test.each([[[]], [['policies']], [['policies', 'a', 'b']], [['policies', 'a', '--colour', 'red']]])(
    'exits 2 on %j',
    (args) => {
      expect(tried(playbookWith(), args).code).toBe(2);
    },
  );

  test('reports the organisation first where it cannot be read', () => {
    const root = playbookWith({ 'content/organisation.yaml': 'name: 1\n' });
    expect(tried(root, ['glossary', 'x'])).toMatchObject({ code: 1, err: '' });
  });
});
