const frontmatter = (extra = '') => `---
title: Term
summary: A term.
owner: appeals
status: active
effective: 2026-01-15
reviewBy: 2027-01-15
${extra}---
`;

const entry = (body: string, extra = ''): string => `${frontmatter(extra)}\n${body}\n`;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text with one byte put in the place of each `¤`. */
const withByte = (text: string, byte: number): Uint8Array => {
  const bytes = [...text].flatMap((character) => (character === '¤' ? [byte] : [...utf8(character)]));
  return Uint8Array.from(bytes);
};

const rows = (count: number, unit: string): string => `${unit}\n`.repeat(count);

/** Hostile files that an editor, git or a reviewer would not keep as they are, so that a table makes them. */
export const hostileBytes: Readonly<Record<string, Uint8Array>> = {
  'glossary/bytes-not-utf-8.mdx': withByte(entry('Caf¤ and more.'), 0xe9),
  'glossary/bytes-overlong.mdx': withByte(entry('A slash: ¤¯.'), 0xc0),
  'glossary/bytes-replacement-character.mdx': withByte(
    entry('This is stored: \uFFFD. This is not: ¤.'),
    0xff,
  ),
  'glossary/bytes-byte-order-mark.mdx': utf8(`\uFEFF${entry('Text.')}`),
  'glossary/bytes-crlf.mdx': utf8(entry('Text.\n\n[one](javascript:x)').replaceAll('\n', '\r\n')),
  'glossary/bytes-nul.mdx': utf8(entry('Te\0xt.')),
  'glossary/bytes-escape.mdx': utf8(entry('Te\u001B[8mxt\u0007.')),
  'glossary/bytes-c1.mdx': utf8(entry('Te\u0085xt \u009B8m.')),
  'glossary/bytes-line-separators.mdx': utf8(entry('One\u2028two\u2029three.')),
  'glossary/bytes-bidirectional.mdx': utf8(
    entry('Do \u202Enot\u202C pay. \u2066x\u2069 \u200F \u061C', 'aliases: [pa\u202Ey]\n'),
  ),
  'glossary/bytes-zero-width.mdx': utf8(
    entry('re\u200Bfund re\u200Dfund re\u2060fund re\uFEFFfund re\u00ADfund'),
  ),
  'glossary/bytes-tag-characters.mdx': utf8(entry('Text\u{E0070}\u{E0061}\u{E0079}.')),
  'glossary/bytes-not-composed.mdx': utf8(entry('A cafe\u0301 and a \u212B.')),
  'glossary/bytes-mixed-script.mdx': utf8(entry('p\u0430ypal, \u0440aypal, \u03BFpen, pay\u043Fal_1')),
  'glossary/bytes-large.mdx': utf8(entry(rows(14_000, 'One more line of text.'))),
  'glossary/bytes-long-line.mdx': utf8(entry('two words '.repeat(2100))),
  'glossary/bytes-long-run.mdx': utf8(entry(`Text ${'a_'.repeat(2500)}`)),
  'glossary/bytes-nested-braces.mdx': utf8(entry(rows(10, '{'.repeat(10_000)))),
  'glossary/bytes-nested-brackets.mdx': utf8(entry(rows(101, 'a [ b'))),
  'glossary/bytes-nested-quotes.mdx': utf8(entry(`${'> '.repeat(101)}Text.`)),
  'glossary/bytes-nested-lists.mdx': utf8(entry(`${'- '.repeat(101)}Text.`)),
  'glossary/bytes-deep-indentation.mdx': utf8(entry(`${' '.repeat(401)}Text.`)),
  'glossary/bytes-nested-flow.mdx': utf8(entry('Text.', `aliases: ${'['.repeat(200)}${']'.repeat(200)}\n`)),
  'glossary/cost-tangled-tags.mdx': utf8(entry('<A a={'.repeat(26))),
  'glossary/cost-nested-emphasis.mdx': utf8(entry(`${'*a '.repeat(300)}${'a* '.repeat(300)}`)),
  'glossary/cost-many-entities.mdx': utf8(entry(rows(2001, '&amp;'))),
  'glossary/cost-many-tags.mdx': utf8(entry(rows(2001, 'x <A/>'))),
  'glossary/cost-many-braces.mdx': utf8(entry(rows(1001, 'x {a}'))),
  'glossary/cost-yaml-tokens.mdx': utf8(entry('Text.', `aliases: [\n${rows(10_001, '  a, b,')}  ]\n`)),
  'glossary/cost-yaml-directives.mdx': utf8(entry('Text.', rows(20_000, '%a'))),
  'glossary/Appeal.mdx': utf8(entry('Text.')),
  'glossary/a_b.mdx': utf8(entry('Text.')),
  'glossary/page.html': utf8('<script>pay()</script>'),
  'glossary/page.png': utf8('<script>pay()</script>'),
  'glossary/.env': utf8('CANARY=1'),
  'glossary/deeper/term.mdx': utf8(entry('Text.')),
  'pages/index.astro': utf8('---\n---\n<p>Text.</p>'),
  'logo.svg': utf8('<svg onload="pay()"/>'),
};
