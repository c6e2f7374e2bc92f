import { describe, expect, test } from 'vitest';
import { diffWords } from '#history/word-diff.ts';
import { wordsInContext } from '#site/views/changed-words.ts';

/** As people would write it down: {removed} [added], … for what is left out. */
const shown = (before: string, after: string): string =>
  wordsInContext(diffWords(before, after))
    .map((piece) => {
      if (piece.in === 'left-out') return '…';
      return { both: piece.text, before: `{${piece.text}}`, after: `[${piece.text}]` }[piece.in];
    })
    .join('');

const long = Array.from({ length: 80 }, (_, index) => `word${index}`).join(' ');

describe('changed words stand in their context', () => {
  test.each([
    [
      'a short text stands whole',
      'You may appeal once.',
      'You must appeal once.',
      'You {may}[must] appeal once.',
    ],
    [
      'other paragraphs are left out',
      'First.\n\nYou may appeal.\n\nLast.',
      'First.\n\nYou must appeal.\n\nLast.',
      '…You {may}[must] appeal.…',
    ],
    ['a new paragraph stands alone', 'First.\n\nLast.', 'First.\n\nNew.\n\nLast.', '…[New.\n\n]Last.'],
  ])('%s', (_claim, before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test('a long paragraph is cut at words on both sides', () => {
    const told = shown(`${long} may ${long}`, `${long} must ${long}`);
    expect(told).toMatch(/^… ?word\d+ .* word79 \{may\}\[must\] word0 .* word\d+ …$/);
    expect(told.length).toBeLessThan(500);
  });

  test('nothing that changed is ever left out', () => {
    const words = diffWords(`${long}\n\n${long}`, `${long} more\n\nand ${long}`);
    const changed = (pieces: readonly { in: string }[]) =>
      pieces.filter((piece) => piece.in === 'before' || piece.in === 'after');
    expect(changed(wordsInContext(words))).toEqual(changed(words));
  });
});
