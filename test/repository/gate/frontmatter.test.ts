import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { FieldPath } from '#playbook/entry.ts';
import { checkAmbiguous, readFrontmatter, readYaml } from '#repository/gate/frontmatter.ts';
import { readingOf } from '#repository/gate/scalar-readings.ts';

const words = (source: string) =>
  readYaml(source, 'file').issues.map(
    ({ line, column, message, hint }) => `${line}:${column} ${message}\n    ${hint}`,
  );

describe('an entry is parted into frontmatter and body', () => {
  test('with the line in which the body begins', () => {
    const { data, body, bodyLine, issues } = readFrontmatter(
      '---\ntitle: A\nlist:\n  - 1\n---\n\nBody.\n---\n',
      'file',
    );
    expect({ data, body, bodyLine, issues }).toEqual({
      data: { title: 'A', list: [1] },
      body: '\nBody.\n---\n',
      bodyLine: 6,
      issues: [],
    });
  });

  test('where the body is empty', () => {
    expect(readFrontmatter('---\na: b\n---\n', 'file')).toMatchObject({
      data: { a: 'b' },
      body: '',
      bodyLine: 4,
      issues: [],
    });
  });

  test.each([
    ['', '1:1 Unexpected empty file, expected a first line that is exactly `---`'],
    ['title: A\n---\n', '1:1 Unexpected `title: A`, expected a first line that is exactly `---`'],
    [' ---\na: b\n---\n', '1:1 Unexpected ` ---`, expected a first line that is exactly `---`'],
    ['---extra\na: b\n---\n', '1:1 Unexpected `---extra`, expected a first line that is exactly `---`'],
    ['--- \na: b\n---\n', '1:1 Unexpected `--- `, expected a first line that is exactly `---`'],
    ['---\na: b\n--- \n\nText', '3:1 Unexpected `--- `, expected a line that is exactly `---`'],
    ['---\na: b\n----\n', '3:1 Unexpected `----`, expected a line that is exactly `---`'],
    ['---\na: b\n+++\n', '3:1 Unexpected `+++`, expected a line that is exactly `---`'],
    [
      '---\na: b\n',
      '1:1 Unexpected frontmatter that never ends, expected a second line that is exactly `---`',
    ],
    ['---\na: b\n---', '3:4 Unexpected end of the file, expected a line break behind `---`'],
    ['---\n---\n', '2:1 Unexpected end, expected fields'],
  ])('and %j is refused', (text, expected) => {
    const { issues } = readFrontmatter(text, 'file');
    expect(issues.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([expected]);
  });
});

describe('positions', () => {
  const source = `title: A
rules:
  - id: R1
    when: { seal: [broken, none] }
  - id: R2
raised:
  grade: A
empty:
`;
  const { positionOf, keyPositionOf } = readYaml(source, 'file', 10);
  const at = (path: FieldPath) => Object.values(positionOf(path)).join(':');
  const keyAt = (path: FieldPath) => Object.values(keyPositionOf(path)).join(':');

  test.each([
    [['title'], '10:8', '10:1'],
    [['rules'], '12:3', '11:1'],
    [['rules', 0], '12:5', '12:5'],
    [['rules', 0, 'id'], '12:9', '12:5'],
    [['rules', 0, 'when'], '13:11', '13:5'],
    [['rules', 0, 'when', 'seal', 1], '13:28', '13:28'],
    [['raised', 'grade'], '16:10', '16:3'],
    [['empty'], '17:7', '17:1'],
    // What is not there is reported at its nearest ancestor: a list's item, or a mapping's key.
    [['raised', 'when'], '15:1', '15:1'],
    [['rules', 1, 'outcome'], '14:5', '14:5'],
    [['rules', 7, 'id'], '11:1', '11:1'],
    [['missing'], '10:1', '10:1'],
    [[], '10:1', '10:1'],
  ] as [FieldPath, string, string][])('of %j', (path, value, key) => {
    expect([at(path), keyAt(path)]).toEqual([value, key]);
  });
});

describe('data', () => {
  test('keeps keys as they are written, and has no prototype to pollute', () => {
    const { data } = readYaml('a: { 0: x, 1: y, 007: z, yes: u, 1.10: v, ~: w, "no": t }\n', 'file');
    const keys = Object.keys((data as { a: object }).a);
    expect(keys.sort()).toEqual(['0', '1', '007', 'yes', '1.10', '~', 'no'].sort());
    expect(Object.getPrototypeOf(data)).toBeNull();
  });

  test('is the core schema of YAML 1.2', () => {
    const source =
      'a: yes\nb: 2026-12-01\nc: 12\nd: true\ne: null\nf: "12"\ng: |\n  one\n  two\nh: >\n  one\n  two\ni: 0x1F\nj: 1:30\n';
    expect(readYaml(source, 'file').data).toEqual(parse(source, { version: '1.2', schema: 'core' }));
  });

  test.each([
    ['a: &x b', 'yaml-alias'],
    ['a: b\nc: *a', 'yaml-alias'],
    ['a: !!str b', 'yaml-tag'],
    ['a: !<tag:yaml.org,2002:binary> b', 'yaml-tag'],
    ['<<: { a: b }', 'yaml-key'],
    ['a: { "__proto__": b }', 'yaml-key'],
    ['constructor: b', 'yaml-key'],
    ['? a\n: b', 'yaml-key'],
    ['[a]: b', 'yaml-key'],
    ['a: {{ b }}', 'yaml-key'],
    ['a: b\n"a": c', 'yaml-duplicate-key'],
    ['1: b\n"1": c', 'yaml-duplicate-key'],
    ['--- # a\na: b', 'yaml-several-documents'],
    ['a: b\n...\n', 'yaml-several-documents'],
    ['%YAML 1.1\n---\na: b', 'yaml-directive'],
    ['- a', 'yaml-not-a-mapping'],
    ['a', 'yaml-not-a-mapping'],
    ['# only a comment', 'yaml-not-a-mapping'],
  ])('%j is refused', (source, rule) => {
    expect(readYaml(source, 'file').issues.map((issue) => issue.rule)).toContain(rule);
    expect(JSON.stringify(readYaml(source, 'file').data) ?? '').not.toContain('__proto__');
  });
});

describe('comments', () => {
  test.each([
    'a: b  # two spaces before it, one behind',
    '# a line of its own\na: b',
    'a:  # behind a key\n  b: c',
    'a: [b, c] # behind a bracket',
    'a: "b" # behind a quote',
    'a: b#c',
    "a: 'b #c'",
    'a: |\n  text #1\n  # text\n',
    'a: b  ## loud',
  ])('that cut nothing: %j', (source) => {
    expect(readYaml(source, 'file').issues).toEqual([]);
  });

  test.each([
    ['a: case #123', 9],
    ['a: case # 123', 9],
    ['a: case  #123', 10],
    ['a: #123', 4],
    ['a: [b, c #d\n]', 10],
    ['- a #b', 5],
    ['{a: b, c: d #e\n}', 13],
  ])('that may cut a value: %j', (source, column) => {
    expect(readYaml(source, 'file').issues).toContainEqual(
      expect.objectContaining({ rule: 'yaml-comment', line: 1, column }),
    );
  });
});

describe('scalars that YAML reads otherwise', () => {
  const scalars = (
    'y n yes No ON off true False TRUE truE ~ null Null NULL 0 1 -1 +1 007 0o7 08 1_000 0x1F 0b11 1.5 1. .5 1e3 1.0e+3 ' +
    '12:30 190:20:30 1:60 .inf -.INF .NaN 2026-01-01 2026-1-1 2026-01-01T10:00:00Z 20:30:40.5 ' +
    'a x1 1a 1.2.3 v1 R1 2+ 0-1 -- + 1:2:a nope yesterday none nil 12-30 2026-01 CF-2 1,000 10% €5 a:b'
  ).split(' ');

  test('codes of evidence standards are text, though one reader of YAML 1.1 makes NaN of them', () => {
    expect(parse('a: E06', { version: '1.1', schema: 'yaml-1.1' })).toEqual({ a: Number.NaN });
    expect(readingOf('E06')).toBeUndefined();
  });

  test.each(scalars)('%s', (scalar) => {
    const readers = [
      parse(`a: ${scalar}`, { version: '1.1', schema: 'yaml-1.1', logLevel: 'silent' }),
      parse(`a: ${scalar}`, { version: '1.2', schema: 'core' }),
    ];
    const readAsText = readers.every(({ a }) => typeof a === 'string');
    expect(readingOf(scalar) === undefined).toBe(readAsText);
  });
});

describe('ambiguous scalars', () => {
  const schema = z.strictObject({
    title: z.string().optional(),
    since: z.iso.date().optional(),
    days: z.int().optional(),
    when: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
    strikes: z.enum(['0', '1', '2+']).optional(),
    list: z.array(z.string()).optional(),
    on: z.boolean().optional(),
    upper: z.preprocess((value) => value, z.string()).optional(),
  });
  const found = (source: string) => {
    const { ambiguous } = readYaml(source, 'file');
    return checkAmbiguous(ambiguous, schema, 'file').map(
      ({ line, column, message }) => `${line}:${column} ${message}`,
    );
  };

  test.each([
    [
      'title: 2026-01-01',
      '1:8 Unexpected `2026-01-01` without quotes, expected text: YAML may read it as a date',
    ],
    ['title: 12', '1:8 Unexpected `12` without quotes, expected text: YAML may read it as a number'],
    ['strikes: 0', '1:10 Unexpected `0` without quotes, expected text: YAML may read it as a number'],
    ['list: [no]', '1:8 Unexpected `no` without quotes, expected text: YAML may read it as true or false'],
    [
      'when: { a: off }',
      '1:12 Unexpected `off` without quotes, expected text: YAML may read it as true or false',
    ],
    [
      'when: { a: [off] }',
      '1:13 Unexpected `off` without quotes, expected text: YAML may read it as true or false',
    ],
    [
      'when: { no: a }',
      '1:9 Unexpected `no` without quotes, expected text: YAML may read it as true or false',
    ],
    ['when: { ~: a }', '1:9 Unexpected `~` without quotes, expected text: YAML may read it as nothing'],
    ['upper: 1e3', '1:8 Unexpected `1e3` without quotes, expected text: YAML may read it as a number'],
    [
      'days: 010',
      '1:7 Unexpected `010`, expected a number in plain decimals: versions of YAML differ on its value',
    ],
    [
      'days: 1:30',
      '1:7 Unexpected `1:30`, expected a number in plain decimals: versions of YAML differ on its value',
    ],
  ])('%s', (source, expected) => {
    expect(found(source)).toEqual([expected]);
  });

  test.each([
    'since: 2026-01-01',
    'days: 30',
    'days: -1',
    'on: true',
    "title: 'no'",
    'title: "12"',
    'when: { "no": "off" }',
    'unknown: no',
    'on: a',
    'title: |\n  no\n',
  ])('%j is left to the schema', (source) => {
    expect(found(source)).toEqual([]);
  });
});

test('words for mistakes of syntax', () => {
  const sources = [
    'title: Appeals: how they end',
    'title: "Appeals',
    "title: 'It's'",
    'list:\n\t- a',
    'title: @team',
    'title: `code`',
    'list: [a, b',
    'list: [a] b',
    'a: b\n c: d',
    'a:\n  b: c\n d: e',
    'title: "\\q"',
    'title',
    'a: b\nc\nd: e',
    'a: }',
    'a: %b',
  ];
  const text = sources
    .map((source) => `${JSON.stringify(source)}\n  ${words(source).join('\n  ')}`)
    .join('\n');
  expect(text).toMatchInlineSnapshot(`
    ""title: Appeals: how they end"
      1:8 Unexpected second \`: \` in a line, expected one
        Quote the value: \`'Appeals: how they end'\`.
    "title: \\"Appeals"
      1:8 Unexpected \`"\` that is never closed, expected text or a closing quote
        Close the quote; inside of single quotes write an apostrophe as \`''\`.
    "title: 'It's'"
      1:12 Unexpected \`s'\`, expected the end of the value
        Quote the whole value; inside of single quotes write an apostrophe as \`''\`.
    "list:\\n\\t- a"
      2:1 Unexpected tab, expected spaces
        Indent with two spaces; tabs do not count in YAML.
    "title: @team"
      1:8 Unexpected \`@\`, expected a letter, a digit or a quote
        Quote the value: \`'@team'\`.
    "title: \`code\`"
      1:8 Unexpected \`\`\`, expected a letter, a digit or a quote
        Quote the value: \`'\`code\`'\`.
    "list: [a, b"
      1:12 Unexpected end of a list or a mapping, expected its closing bracket or brace
        Close \`[\` with \`]\` and \`{\` with \`}\`; indent every line between them.
    "list: [a] b"
      1:11 Unexpected \`b\`, expected the end of the value
        Quote the whole value; inside of single quotes write an apostrophe as \`''\`.
    "a: b\\n c: d"
      1:4 Unexpected indentation, expected that of the neighbours
        Fields of one mapping begin in the same column, two spaces further in than what they belong to.
    "a:\\n  b: c\\n d: e"
      3:1 Unexpected indentation, expected that of the neighbours
        Fields of one mapping begin in the same column, two spaces further in than what they belong to.
    "title: \\"\\\\q\\""
      1:9 Unexpected \`\\q\`, expected an escape that YAML knows
        Use single quotes, in which a backslash is a backslash.
    "title"
      1:1 Unexpected text, expected fields
        Write \`title: …\` and the other fields, one a line.
    "a: b\\nc\\nd: e"
      2:1 Unexpected \`c\`, expected a field and \`: \`
        Write \`field: value\`; indent the line if it goes on with the value above.
    "a: }"
      1:4 Unexpected \`}\`, expected the end of the value
        Quote the whole value; inside of single quotes write an apostrophe as \`''\`.
    "a: %b"
      1:4 Unexpected directive \`%b\`, expected a field
        Take it out; quote it if it is text."
  `);
});
