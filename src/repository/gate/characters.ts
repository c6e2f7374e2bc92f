import { mixedScripts } from './mixed-script.ts';
import { codePoint, quote } from './quote.ts';
import type { GateRuleName } from './rules.ts';

/** Scripts in which ZWJ and ZWNJ change how letters join. */
const joining =
  'Arabic|Syriac|Mongolian|Nko|Devanagari|Bengali|Gurmukhi|Gujarati|Oriya|Tamil|Telugu|Kannada|Malayalam|Sinhala|Khmer|Myanmar|Tibetan'
    .split('|')
    .map((script) => `\\p{Script_Extensions=${script}}`)
    .join('');

/** Invisible characters that a script or an emoji needs; what they match is taken out of the search for invisible ones. */
const needed = new RegExp(
  [
    `(?<=[${joining}])[\\u200C\\u200D]`,
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})',
    '(?<=\\p{Extended_Pictographic})[\\uFE0E\\uFE0F]',
    '(?<=[0-9#*])\\uFE0F(?=\\u20E3)',
    '(?<=\\u{1F3F4})[\\u{E0061}-\\u{E007A}\\u{E0030}-\\u{E0039}]{1,6}\\u{E007F}',
  ].join('|'),
  'gu',
);

interface CharacterRule {
  rule: GateRuleName;
  pattern: RegExp;
  found: (character: string) => string;
  hint: string;
  /** Whether parsers may still see the text. */
  parsable: boolean;
}

const rules: readonly CharacterRule[] = [
  {
    rule: 'bytes-control',
    pattern: /(?![\t\n\r])\p{Cc}/gu,
    found: (character) => `control character ${codePoint(character)}`,
    hint: 'Delete it; it cannot be seen. Copying from a terminal or a PDF often brings it in.',
    parsable: false,
  },
  {
    rule: 'bytes-line-separator',
    pattern: /[\u2028\u2029]/g,
    found: (character) => `line separator ${codePoint(character)}`,
    hint: 'Replace it with a line break.',
    parsable: true,
  },
  {
    rule: 'bytes-bidirectional',
    pattern: /\p{Bidi_Control}/gu,
    found: (character) => `direction control ${codePoint(character)}`,
    hint: 'Delete it; text of right-to-left scripts is shown right without it.',
    parsable: true,
  },
  {
    rule: 'bytes-invisible',
    pattern: /(?!\p{Bidi_Control})[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu,
    found: (character) => `invisible character ${codePoint(character)}`,
    hint: 'Delete it; it cannot be seen. Copying from a web page or a chat often brings it in.',
    parsable: true,
  },
];

/** What is wrong with a text at an offset. */
export interface CharacterFinding {
  offset: number;
  rule: GateRuleName;
  message: string;
  hint: string;
}

/** Characters that a text may not hold, words that mix scripts, and text that is not in normal form C. */
export function checkCharacters(text: string): { parsable: boolean; findings: CharacterFinding[] } {
  const findings: CharacterFinding[] = [];
  let parsable = true;
  const report = (offset: number, rule: GateRuleName, message: string, hint: string) =>
    findings.push({ offset, rule, message, hint });

  const hasMark = text.startsWith('\uFEFF');
  if (hasMark) {
    report(
      0,
      'bytes-byte-order-mark',
      'Unexpected byte order mark U+FEFF, expected the text itself',
      'Save the file as "UTF-8", not as "UTF-8 with BOM".',
    );
  }
  const carriageReturn = text.indexOf('\r');
  if (carriageReturn !== -1) {
    report(
      carriageReturn,
      'bytes-carriage-return',
      'Unexpected carriage return U+000D, expected lines that end with U+000A alone',
      'Save the file with line endings "LF" (not "CRLF"); this is the first of them.',
    );
  }
  const seen = text.replace(needed, (characters) => 'x'.repeat(characters.length));
  for (const { rule, pattern, found, hint, parsable: harmless } of rules) {
    for (const { 0: character, index } of seen.matchAll(pattern)) {
      if (hasMark && index === 0) continue;
      parsable &&= harmless;
      report(index, rule, `Unexpected ${found(character)}, expected text that can be seen`, hint);
    }
  }
  for (const { offset, word, letter, scripts } of mixedScripts(text)) {
    report(
      offset,
      'bytes-mixed-script',
      `Unexpected ${scripts[1]} letter ${quote(letter)} (${codePoint(letter)}) in the word ${quote(word)}, expected letters of one script`,
      `Type the word again on one keyboard layout; it begins as ${scripts[0]}.`,
    );
  }
  for (const { offset, written, composed } of decomposed(text)) {
    const message = `Unexpected ${codePoints(written)}, expected ${codePoints(composed)} (Unicode normal form C)`;
    const hint = 'Type the letter again, or save the file in normal form C (NFC).';
    report(offset, 'bytes-normal-form', message, hint);
  }
  return { parsable, findings };
}

/** The first place in each line that normal form C would write otherwise. */
function* decomposed(text: string): Generator<{ offset: number; written: string; composed: string }> {
  if (text.normalize('NFC') === text) return;
  let start = 0;
  for (const line of text.split('\n')) {
    const normal = line.normalize('NFC');
    if (normal !== line) {
      let at = 0;
      while (line[at] === normal[at]) at++;
      const written = withMarks(line.slice(at));
      yield { offset: start + at, written, composed: written.normalize('NFC') };
    }
    start += line.length + 1;
  }
}

/** The first character with the marks on it, at most four. */
const withMarks = (text: string): string => /^.\p{M}{0,4}/su.exec(text)?.[0] ?? '';

const codePoints = (text: string): string => [...text].map(codePoint).join(' ');
