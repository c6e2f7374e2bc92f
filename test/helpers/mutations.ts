import type { Random } from './random.ts';

/** What an author, an editor or an attacker may put anywhere. */
export const tokens: readonly string[] = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody may write
  ...['{', '}', '{x}', '{{x}}', '{first_name}', '{...x}', '{/*', '*/}', '${x}', '\\{'],
  ...['<', '>', '</', '/>', '<Note kind="tip">', '</Note>', '<A a={', '<b>', '<!--', '-->', '<script>'],
  ...[
    '<When region="EU">',
    '</When>',
    '<Covers requirement="dsa-17-3-a">',
    '</Covers>',
    '<Case outcome="x">',
  ],
  ...['"', "'", '`', '```\n', '~~~\n', '*', '**', '_', '~~', '[', '](', ')', '![', '](javascript:pay())'],
  ...[
    '](//evil.example)',
    '](data:text/html,x)',
    '[x]: y\n',
    '[^x]',
    '|',
    '\n|-|\n',
    '> ',
    '- ',
    '1. ',
    '## ',
  ],
  ...['import ', 'export ', '\nimport x from "y"\n', '\n\nexport const x = 1\n\n', 'javascript:', '//', '\\'],
  ...[
    '%zz',
    '![x](./x.png)',
    '&amp;',
    '&#x202E;',
    '&#0;',
    '&lt;b&gt;',
    ':::note\n',
    '# ',
    '###### ',
    '+++\n',
  ],
  ...['---\n', '\n---\n', '...\n', ':', ': ', '#', ' #', '&a ', '*a ', '!!x ', '!x ', '<<: ', '|\n', '>-\n'],
  ...['?', '%', '%YAML 1.1\n', '@', ', ', '[]', '{}', '\t', '\r\n', '\r', '\n', '\n\n', '  ', '    '],
  ...['\0', '\x1b[8m', '\x7f', '\x85', '\xAD', '\u061C', '\u200B', '\u200D', '\u200E', '\u2028', '\u202E'],
  ...['\u2066', '\uFEFF', '\uFE0F', '\u{E0061}', '\u0301', '\u0430', '\u03BF', '\uFFFD', '\xE9', '\u{1F600}'],
];

/** Lines that mean more in YAML than they say; they are put at the beginning of a line of the frontmatter. */
const fields: readonly string[] = [
  ...[
    '__proto__: x',
    '"__proto__": { x: y }',
    'constructor: x',
    'prototype: x',
    'toString: x',
    '<<: { x: y }',
  ],
  ...['title: Twice', 'status: draft', 'x: &a y', 'x: *a', 'x: &a [*a]', '<<: *a', '? x\n: y', '? [x]\n: y'],
  ...[
    'x: !!js/function x',
    'x: !!binary eA==',
    'x: ! y',
    '!x y: z',
    '- x',
    '[x]: y',
    '{x: y}: z',
    ': x',
    '"": x',
  ],
  ...['null', '~: x', 'yes: no', '012: 1', 'x: 1e3', 'x: .inf', 'x: 2024-02-30', 'x: "\\u202E"', 'x: "\\0"'],
  ...[
    'x: |\n  y',
    'x: >\n y',
    'x: "y',
    "x: 'y",
    'x: [y',
    'x: {y',
    '\tx: y',
    '  x: y',
    '      x: y',
    'x: y #z',
  ],
  'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]',
  `x: ${'['.repeat(99)}${']'.repeat(99)}`,
  `x: ${'['.repeat(200)}`,
  `x: ${'{a: '.repeat(60)}b${'}'.repeat(60)}`,
  Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}x:`).join('\n'),
];

/** Much of one thing, at which parsers slow down or run out of stack. */
const floods: readonly string[] = [
  ...[
    '{',
    '}',
    '<',
    '<A>',
    '<A a={',
    '[',
    '](',
    '![',
    '*',
    '**a ',
    '_a_',
    '`',
    '&',
    '> ',
    '- ',
    '|',
    '\\',
    '(',
  ],
  ...['\n', '\n\n- ', ' ', '\t', 'a', '#', ':', '{a}', '\u0301', '~', '"', '<!--', 'www.', '@a', '&lt;'],
];

const encoder = new TextEncoder();

/** The bytes of an entry with up to four places changed as editors, networks, merges and attackers change them. */
export function mutated(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  let text = bytes;
  for (let changes = 1 + random.below(4); changes > 0; changes--) text = changed(text, others, random);
  return text;
}

function changed(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const length = random.chance(0.1) ? random.below(400) : random.below(8);
  const put = (text: Uint8Array | string, place = at, over = 0) =>
    joined(
      bytes.subarray(0, place),
      typeof text === 'string' ? encoder.encode(text) : text,
      bytes.subarray(place + over),
    );
  switch (random.below(12)) {
    case 0:
      return put('', at, length);
    case 1:
      return put(bytes.subarray(at, at + length));
    case 2:
      return put(Uint8Array.of(random.below(256)), at, 1);
    case 3:
      return put(Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))), at, 1);
    case 4: {
      const other = random.pick(others);
      const from = random.below(other.length);
      return put(other.subarray(from, from + random.below(random.chance(0.2) ? 2000 : 80)), at, length);
    }
    case 5:
      return random.chance(0.3) ? bytes.subarray(0, at) : put(random.pick(tokens), lineStart(bytes, at));
    case 6:
    case 7:
      return put(`${random.pick(fields)}\n`, lineStart(bytes, random.below(Math.min(bytes.length, 800) + 1)));
    case 8:
      return random.chance(0.1)
        ? put(random.pick(floods).repeat(1 + random.below(random.chance(0.2) ? 60_000 : 300)))
        : put(random.pick(tokens), bytes.length);
    default:
      return put(random.pick(tokens));
  }
}

/** Where the line begins in which an offset lies. */
const lineStart = (bytes: Uint8Array, at: number): number => bytes.lastIndexOf(0x0a, at - 1) + 1;

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
