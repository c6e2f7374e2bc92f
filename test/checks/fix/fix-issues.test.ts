import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '#checks/fix/edit.ts';
import { run } from '#test/helpers/cli.ts';
import { playbookWith, validPlaybook } from '#test/helpers/playbook.ts';

const path = (file: string) => `content/${file}`;
const valid = (file: string) => readFileSync(join(validPlaybook, path(file)), 'utf8');
const appeal = 'glossary/appeal.mdx';

/** What `npm run check -- --fix` makes of one file of the small playbook after a change to it. */
function fixed(file: string, change: (text: string) => string) {
  const changed = change(valid(file));
  expect(changed).not.toBe(valid(file));
  const root = playbookWith({ [path(file)]: changed });
  const first = run('check', ['--root', root, '--fix']);
  const text = readFileSync(join(root, path(file)), 'utf8');
  const second = run('check', ['--root', root, '--fix']);
  expect(second.err).toBe('Mended: 0 in 0 files');
  expect(readFileSync(join(root, path(file)), 'utf8')).toBe(text);
  return { text, err: first.err, code: first.code, out: first.out };
}

const inBody = (words: string) => (text: string) => `${text}\n${words}\n`;
const inFields = (words: string) => (text: string) => text.replace('---\n', `---\n${words}\n`);

describe('--fix', () => {
  test.each([
    ['a byte order mark', appeal, (text: string) => `\uFEFF${text}`, (text: string) => text],
    ['carriage returns', appeal, (text: string) => text.replaceAll('\n', '\r\n'), (text: string) => text],
    ['letters and accents stored apart', appeal, inBody('A cafe\u0301.'), inBody('A caf\u00e9.')],
    [
      'a link without its slash',
      appeal,
      inBody('See [it](/policies/counterfeit).'),
      inBody('See [it](/policies/counterfeit/).'),
    ],
    [
      'the same with an anchor in capitals',
      appeal,
      inBody('See [it](/policies/counterfeit#CF-1).'),
      inBody('See [it](/policies/counterfeit/#cf-1).'),
    ],
    [
      'a value in other capitals',
      appeal,
      (text: string) => text.replace('status: active', 'status: Active  # since May'),
      (text: string) => text.replace('status: active', 'status: active  # since May'),
    ],
    [
      'a key of the organisation in other capitals',
      appeal,
      (text: string) => text.replace('owner: appeals', 'owner: "Appeals"'),
      (text: string) => text.replace('owner: appeals', 'owner: "appeals"'),
    ],
    [
      'text that YAML may read otherwise',
      appeal,
      inFields('# kept\naliases: [no, 2026]'),
      inFields("# kept\naliases: ['no', '2026']"),
    ],
    [
      'spaces in a variable',
      'macros/counterfeit-overturned.mdx',
      inBody('Bye { first_name }.'),
      inBody('Bye {first_name}.'),
    ],
    [
      'a line that silences nothing',
      appeal,
      inBody('[//]: # (redress-disable-next-line spelling: A name.)\n\nText.'),
      inBody('Text.'),
    ],
    [
      'a comment that silences nothing',
      appeal,
      inFields('# redress-disable-next-line spelling: A name.\naliases: [a]'),
      inFields('aliases: [a]'),
    ],
  ])('mends %s, and nothing else in the file', (_, file, change, expected) => {
    const { text, err, code } = fixed(file, change);
    expect(text).toBe(expected(valid(file)));
    expect(err).toMatch(/^Mended: \d+ in 1 file$/);
    expect(code).toBe(0);
  });

  test('follows entries that have moved, in links and in fields', () => {
    const root = playbookWith({
      [path(appeal)]: `${valid(appeal)}\nSee [it](/policies/fakes/#cf-1).\n`.replace(
        'seeAlso: [policies/counterfeit]',
        'seeAlso: [policies/fakes]',
      ),
      [path('decision-templates/counterfeit.mdx')]: valid('decision-templates/counterfeit.mdx').replace(
        'policy: counterfeit',
        'policy: fakes',
      ),
    });
    expect(run('check', ['--root', root, '--fix'])).toMatchObject({ code: 0, err: 'Mended: 3 in 2 files' });
    expect(readFileSync(join(root, path(appeal)), 'utf8')).toMatch(
      /seeAlso: \[policies\/counterfeit\][\s\S]*\(\/policies\/counterfeit\/#cf-1\)/,
    );
    expect(readFileSync(join(root, path('decision-templates/counterfeit.mdx')), 'utf8')).toContain(
      'policy: counterfeit',
    );
  });

  test('mends several kinds in one run, each when the one before has made it possible', () => {
    const { text, code } = fixed(appeal, (valid) =>
      `\uFEFF${valid.replace('status: active', 'status: Active')}\nSee [it](/policies/counterfeit).\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    );
    expect(code).toBe(0);
    expect(text).toBe(`${valid(appeal)}\nSee [it](/policies/counterfeit/).\n`);
  });

  test.each([
    ['a link to nowhere', inBody('See [it](/policies/counterfiet/).')],
    ['a key that is nearly one', (text: string) => text.replace('owner: appeals', 'owner: apeals')],
    ['a word that is misspelled', inBody('A recieved one.')],
    ['a number in another form', inFields('reviewBy: 0x10')],
  ])('leaves what could be mended in two ways: %s', (_, change) => {
    expect(fixed(appeal, change).text).toBe(change(valid(appeal)));
  });

  test('touches only the paths that are named', () => {
    const broken = `${valid(appeal)}\nSee [it](/policies/counterfeit).\n`;
    const root = playbookWith({ [path(appeal)]: broken });
    expect(run('check', ['--root', root, '--fix', `${root}/content/policies`]).err).toBe(
      'Mended: 0 in 0 files',
    );
    expect(readFileSync(join(root, path(appeal)), 'utf8')).toBe(broken);
  });
});

describe('applyEdits', () => {
  test.each([
    ['abc', [], 'abc', 0],
    ['abc', [{ start: 1, end: 2, text: 'XY' }], 'aXYc', 1],
    [
      'abc',
      [
        { start: 2, end: 3, text: '' },
        { start: 0, end: 1, text: 'Z' },
      ],
      'Zb',
      2,
    ],
    [
      'abc',
      [
        { start: 0, end: 2, text: 'Z' },
        { start: 1, end: 3, text: 'Y' },
      ],
      'Zc',
      1,
    ],
  ])('%j with %j is %j', (source, edits, text, made) => {
    expect(applyEdits(source, edits)).toEqual({ text, made });
  });
});
