import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '#repository/playbook-root.ts';
import { contentTypeNames } from '#schemas/index.ts';
import { run } from '#test/helpers/cli.ts';
import { newEntry } from '#test/helpers/new-entry.ts';
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
    const { code, out, err } = newEntry(root, [type, slug, ...flagsOf(flags)]);
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
    const { code, err } = newEntry(root, [
      'precedents',
      'two',
      '--owner',
      'appeals',
      '--template',
      'harassment',
      '--facts',
      'severty=insult',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('--facts: Unexpected fact `severty`, expected one that the template asks for');
  });
});
