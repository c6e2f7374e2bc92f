import { describe, expect, test } from 'vitest';
import { checkBytes } from '#repository/gate/bytes.ts';
import { components } from '#repository/gate/components.ts';
import { maximumTextBytes } from '#repository/gate/file-names.ts';
import { readFrontmatter } from '#repository/gate/frontmatter.ts';
import { checkLinks, readLinks } from '#repository/gate/links.ts';
import { parseBody } from '#repository/gate/parse-body.ts';
import { checkBody } from '#repository/gate/safe-subset.ts';

/** Milliseconds of processor time that the whole gate takes for a text; the least of three where one is long. */
function cost(text: string): number {
  const bytes = new TextEncoder().encode(text);
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least > 800; tries++) {
    const start = process.cpuUsage();
    runGate(bytes);
    least = Math.min(least, process.cpuUsage(start).user / 1000);
  }
  return least;
}

function runGate(bytes: Uint8Array): void {
  const { text } = checkBytes(bytes, 'file');
  if (text === undefined) return;
  const { body, bodyLine } = readFrontmatter(text, 'file');
  const { tree } = parseBody(body, bodyLine, 'file');
  if (!tree) return;
  const context = {
    file: 'file',
    type: 'macros',
    components,
    source: text,
    variables: new Set<string>(),
  } as const;
  checkBody(tree, context);
  checkLinks(readLinks(tree), 'file');
}

const frontmatter = '---\ntitle: Term\n---\n';

/** A text of the largest size that repeats a unit, in lines that are just short enough, with runs that are, too. */
function filled(unit: string, before: string): string {
  const units =
    unit.includes('\n') || unit.includes(' ') ? unit : unit.repeat(Math.floor(3900 / unit.length));
  const line = unit.includes('\n')
    ? unit
    : `${units} `.repeat(Math.max(1, Math.floor(19_000 / (units.length + 1))));
  const size = maximumTextBytes - before.length - 8;
  const lines = unit.includes('\n') ? line : `${line}\n`;
  return (before + lines.repeat(Math.ceil(size / lines.length))).slice(0, before.length + size);
}

/** What made this parser or another slow, alone in a row and between other text. */
const units = [
  ...'> * _ [ ] [] [a]( [a](b) ![ [^ | < <A> <A/> { {} {" {{ & &amp; \\ - ` _a__b *a a_ a@b.c www. м \u0301'.split(
    ' ',
  ),
  ...['- ', '> ', '1. ', '*a **b ', '>- ', '{a} ', '<A> ', '&amp; ', 'www.a ', 'a@b.c ', '[a](b) '],
  ...[
    '\n',
    '> a\n',
    '- a\n',
    '- a\n* b\n',
    '# a\n',
    'a\n-\n',
    '```\n',
    'x {a}\n',
    '{a\n\n',
    '<A>\n\n',
    '<A a="\n',
  ],
  ...[
    'import a\n\n',
    'export {\n',
    '|a|\n|-|\n',
    '|a|b|\n',
    '[a]: b\n',
    '[^a]: b\n\n',
    'a  \n',
    'a\\\n',
    ':::a\n',
  ],
];

describe('no body of the largest size takes the gate longer than a second', () => {
  test.each(units)('%j', (unit) => {
    expect(cost(filled(unit, frontmatter))).toBeLessThan(1000);
  });

  test.each([
    ['tags that open braces', '<A a={'.repeat(1000)],
    ['tags around braces', '<A>{'.repeat(1000)],
    ['braces around tags', '{<A>'.repeat(1000)],
    ['strings that hide braces', '<A a={"}"'.repeat(1000)],
    ['plain braces around tags', '{a}<A a={a}<A {...a}'.repeat(300)],
    ['emphasis that is closed', `${'*a '.repeat(20_000)}\n${'a* '.repeat(20_000)}`],
    ['tags that are closed', `${'<A>\n\n'.repeat(900)}${'</A>\n\n'.repeat(900)}`],
    [
      'a list that goes ever deeper',
      Array.from({ length: 190 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''),
    ],
    ['a table of many columns', `${'a|'.repeat(1900)}\n${'-|'.repeat(1900)}\n${'a\n'.repeat(60_000)}`],
  ])('%s', (_, body) => {
    expect(cost(frontmatter + body)).toBeLessThan(1000);
  });
});

describe('no frontmatter of the largest size takes the gate longer than a second', () => {
  const yaml = [
    ...'[ { [], {a: , ? - & * ! " @ ` # &a *a'.split(' '),
    ...['- ', 'a: ', '&a ', '*a ', '{ ', ', '],
    ...[
      'a:\n',
      '- a\n',
      '? a\n',
      'a: b: c\n',
      '"a" b\n',
      'a: [\n',
      ']\n',
      '\ta: b\n',
      '<<: a\n',
      'a: b #c\n',
      '%a\n',
      '...\n',
      '\n',
      'a\n',
    ],
  ];
  test.each(yaml)('%j', (unit) => {
    expect(cost(`${filled(unit, '---\n').slice(0, -10)}\n---\n`)).toBeLessThan(1000);
  });

  test.each([
    ['different keys', Array.from({ length: 25_000 }, (_, key) => `a${key}:\n`).join('')],
    ['different keys in braces', `{${Array.from({ length: 25_000 }, (_, key) => `a${key},\n `).join('')}}\n`],
    [
      'indentation that goes ever deeper',
      Array.from({ length: 390 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    ],
    ['merge keys', Array.from({ length: 5000 }, (_, key) => `a${key}: { <<: { b: c } }\n`).join('')],
  ])('%s', (_, yaml) => {
    expect(cost(`---\n${yaml}---\n`)).toBeLessThan(1000);
  });
});
