import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newEntry } from '#test/helpers/new-entry.ts';
import { playbookWith } from '#test/helpers/playbook.ts';

describe('npm run new, where it refuses', () => {
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
    const { code, err } = newEntry(root, args);
    expect(err).toMatch(words);
    expect(err).toMatch(/Nothing was written\.$/);
    expect(code).toBe(1);
    expect(globSync('content/**/*.mdx', { cwd: root })).toHaveLength(8);
  });

  test.each([[[]], [['policies']], [['policies', 'a', 'b']], [['policies', 'a', '--colour', 'red']]])(
    'exits 2 on %j',
    (args) => {
      expect(newEntry(playbookWith(), args).code).toBe(2);
    },
  );

  test('reports the organisation first where it cannot be read', () => {
    const root = playbookWith({ 'content/organisation.yaml': 'name: 1\n' });
    expect(newEntry(root, ['glossary', 'x'])).toMatchObject({ code: 1, err: '' });
  });
});
