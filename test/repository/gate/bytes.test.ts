import { isUtf8 } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { checkBytes } from '#repository/gate/bytes.ts';
import { Random } from '#test/helpers/random.ts';

const check = (text: string) => checkBytes(new TextEncoder().encode(text), 'file');
const rules = (text: string) =>
  check(text).issues.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

describe('text that people write is accepted', () => {
  test.each([
    ['plain text with a tab', 'One\ttwo.\n'],
    ['umlauts, quotes, dashes, non-breaking spaces', '„Größe“ – 10\u00A0€ · naïve'],
    ['an emoji of a family, joined', '👨‍👩‍👧‍👦'],
    ['an emoji with a skin tone, joined', '👩🏽‍💻'],
    ['an emoji with a variation selector', '✔️ ©️ ☎︎'],
    ['a keycap', '1️⃣ #️⃣'],
    ['the flag of Scotland, made of tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['a flag of regional indicators', '🇪🇺'],
    ['Persian with non-joiners', 'می\u200Cخواهم'],
    ['Devanagari with joiners', 'क\u094D\u200Dष र\u094D\u200Cय'],
    ['Sinhala with a joiner', 'ශ\u0DCA\u200Dරී'],
    ['Arabic and Hebrew without controls', 'مرحبا שלום'],
    ['a word of one script beside one of another', 'IT-отдел, 10кг, μ and Δ'],
    ['Japanese, which mixes its scripts with Latin', 'Tシャツの返品です'],
    ['Korean and Chinese', '환불 退款'],
    ['Vietnamese, composed', 'Tiếng Việt'],
    ['a replacement character that is stored', 'a \uFFFD b'],
    ['brackets 100 deep', `${'('.repeat(100)}${')'.repeat(100)}`],
    ['many brackets one after the other', '(a) [b](c) '.repeat(900)],
    ['closing brackets without opening ones', 'a) '.repeat(300)],
  ])('%s', (_, text) => {
    expect(check(text)).toEqual({ text, issues: [] });
  });
});

describe('positions', () => {
  test.each([
    ['after an astral character, in UTF-16 units', '😀 \u202E', ['1:4 bytes-bidirectional']],
    ['in the third line', 'a\nb\nc\u200B', ['3:2 bytes-invisible']],
    ['of a joiner that no emoji needs', 'a\u200Db 😀\u200D', ['1:2 bytes-invisible', '1:7 bytes-invisible']],
    [
      'of a variation selector behind a letter',
      'a\uFE0F 1\uFE0F',
      ['1:2 bytes-invisible', '1:5 bytes-invisible'],
    ],
    ['of tags without a flag', '\u{E0067}', ['1:1 bytes-invisible']],
    ['of the letter of another script', 'the gооd', ['1:6 bytes-mixed-script']],
    ['of a Greek letter in a Cyrillic word', 'мοре', ['1:2 bytes-mixed-script']],
    [
      'of text that is not composed, in each line',
      'e\u0301\nok\nxA\u030A',
      ['1:1 bytes-normal-form', '3:2 bytes-normal-form'],
    ],
    ['of a lone carriage return', 'a\rb', ['1:2 bytes-carriage-return']],
    [
      'of a mark of byte order behind the first',
      '\uFEFF\uFEFFa',
      ['1:1 bytes-byte-order-mark', '1:2 bytes-invisible'],
    ],
    ['of DEL', 'a\u007F', ['1:2 bytes-control']],
    ['of the 101st bracket', '['.repeat(150), ['1:101 bytes-nested']],
    ['of the 101st quote', `${'>'.repeat(150)} a`, ['1:101 bytes-nested']],
    ['of the 101st list', `a\n${'1. '.repeat(150)}`, ['2:302 bytes-nested']],
  ])('%s', (_, text, expected) => {
    expect(rules(text)).toEqual(expected);
  });
});

test('what must not be parsed gives no text, what may gives it without marks of byte order and carriage returns', () => {
  expect(check('\uFEFFa\r\nb').text).toBe('a\nb');
  expect(check('a\u202Eb').text).toBe('a\u202Eb');
  expect(check('a\0b').text).toBeUndefined();
  expect(check('['.repeat(101)).text).toBeUndefined();
  expect(check('a'.repeat(256 * 1024 + 1)).text).toBeUndefined();
});

test('the first byte that is not UTF-8 is found where a decoder stops', () => {
  const random = new Random(7);
  for (let run = 0; run < 3000; run++) {
    const text = Array.from({ length: random.below(12) }, () =>
      random.pick(['a', '\n', 'é', '€', '😀', '\uFFFD']),
    ).join('');
    const bytes = [...new TextEncoder().encode(text)];
    for (let count = random.below(3); count > 0; count--) {
      bytes.splice(
        random.below(bytes.length + 1),
        random.below(2),
        random.pick([0x80, 0xc0, 0xe2, 0xed, 0xf0, 0xf5, 0xff, 0xa0]),
      );
    }
    const { issues } = checkBytes(Uint8Array.from(bytes), 'file');
    const found = issues.find(({ rule }) => rule === 'bytes-utf-8');
    expect(found === undefined).toBe(isUtf8(Uint8Array.from(bytes)));
    if (!found) continue;
    const before = longestValidPrefix(bytes);
    const lines = before.split('\n');
    expect([found.line, found.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1]);
  }
});

const longestValidPrefix = (bytes: readonly number[]): string => {
  for (let length = bytes.length; length > 0; length--) {
    const prefix = Uint8Array.from(bytes.slice(0, length));
    if (isUtf8(prefix)) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(prefix);
  }
  return '';
};

test('a file full of one mistake reports it 20 times and says how many are left', () => {
  const { issues } = check('\u200B'.repeat(1000));
  expect(issues).toHaveLength(20);
  expect(issues.at(-1)?.hint).toContain('980 more like it in this file are not shown.');
});

test('words', () => {
  const { issues } = check('re\u200Bfund p\u0430y\u202E cafe\u0301\r\n');
  expect(issues.map(({ message, hint }) => `${message}\n  ${hint}`).join('\n')).toMatchInlineSnapshot(`
    "Unexpected carriage return U+000D, expected lines that end with U+000A alone
      Save the file with line endings "LF" (not "CRLF"); this is the first of them.
    Unexpected direction control U+202E, expected text that can be seen
      Delete it; text of right-to-left scripts is shown right without it.
    Unexpected invisible character U+200B, expected text that can be seen
      Delete it; it cannot be seen. Copying from a web page or a chat often brings it in.
    Unexpected Cyrillic letter \`а\` (U+0430) in the word \`pаy\`, expected letters of one script
      Type the word again on one keyboard layout; it begins as Latin.
    Unexpected U+0065 U+0301, expected U+00E9 (Unicode normal form C)
      Type the letter again, or save the file in normal form C (NFC)."
  `);
});
