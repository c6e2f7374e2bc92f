import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Words } from '#history/change.ts';
import { describeWords } from '#history/describe-words.ts';
import { diffWords } from '#history/word-diff.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { Random } from '#test/helpers/random.ts';

const prose = globSync('content/*/*.mdx', { cwd: projectRoot })
  .sort()
  .map((path) => readFileSync(join(projectRoot, path), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''));

const side = (words: readonly Words[], which: 'before' | 'after'): string =>
  words
    .filter(({ in: where }) => where === 'both' || where === which)
    .map(({ text }) => text)
    .join('');

/** A diff as one line: `[-removed-]{+added+}`. */
const marked = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ text, in: where }) =>
      where === 'both' ? text : where === 'before' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('');

function edit(random: Random, text: string, edits: number): string {
  const parts = text.split(/(?<=[ \n])/);
  for (let count = edits; count > 0; count--) {
    const at = random.below(parts.length);
    const fresh = Array.from({ length: random.below(4) }, () => random.pick(parts));
    parts.splice(at, random.below(4), ...fresh);
  }
  return parts.join('');
}

describe('words', () => {
  test('join to both texts exactly, in whole words, removed before added', () => {
    const random = new Random(3);
    for (let times = 0; times < 1_500; times++) {
      const before = random.chance(0.1) ? '' : random.pick(prose);
      const after = random.chance(0.1) ? random.pick(prose) : edit(random, before, 1 + random.below(12));
      const words = diffWords(before, after);
      const [one, other] = [side(words, 'before'), side(words, 'after')];
      if (one !== before || other !== after) expect([one, other]).toEqual([before, after]);
      for (const [index, { text, in: where }] of words.entries()) {
        const next = words[index + 1];
        if (text === '' || next?.in === where || (where === 'after' && next?.in === 'before'))
          expect.fail(JSON.stringify(words));
        if (next && where !== 'both' && next.in === 'both' && /\w$/.test(text) && /^\w/.test(next.text))
          expect.fail(`within a word: ${text}|${next.text}`);
      }
    }
  });

  test('are no more than was edited, as long as that is little', () => {
    const random = new Random(4);
    for (let times = 0; times < 300; times++) {
      const before = random.pick(prose);
      const words = before.split(/(?<=[ \n])/);
      if (words.length < 100) continue;
      const at = random.below(words.length);
      const after = words.with(at, `${words[at]?.trimEnd()}indeed `).join('');
      const changed = diffWords(before, after).filter(({ in: where }) => where !== 'both');
      expect(changed.length).toBeLessThanOrEqual(2);
      expect(changed.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(100);
    }
  });

  test('read as marked with a pen', () => {
    expect(
      [
        ['A seller may ask once.', 'A seller must ask once.'],
        ['The quantity covers the units sold.', 'The quantity covers all units that were sold.'],
        ['issued in the **365 days before the notice**', 'issued in the **180 days before the notice**'],
        ['We looked at: {evidence_list}.', 'We looked at {evidence_list}.'],
        ['See CF-2 and E06.', 'See CF-3 and E06.'],
        ['the rest may not be listed, shown or shipped.', 'the rest may not be shown or listed.'],
        ['Der Verkäufer zahlt nichts.', 'Die Verkäuferin zahlt nichts.'],
        ['卖家可以上诉一次。', '卖家可以上诉两次。'],
        ['It is kept a year, then deleted.', 'Delete it at once when the case is closed, and tell the user.'],
        ['first\n\nsecond\n\nthird', 'first\n\nthird'],
        ['one\ntwo', 'one two'],
      ].map(([before = '', after = '']) => marked(before, after)),
    ).toMatchInlineSnapshot(`
      [
        "A seller [-may-]{+must+} ask once.",
        "The quantity covers [-the-]{+all+} units{+ that were+} sold.",
        "issued in the **[-365-]{+180+} days before the notice**",
        "We looked at[-:-] {evidence_list}.",
        "See [-CF-2-]{+CF-3+} and E06.",
        "the rest may not be [-listed, -]shown or [-shipped-]{+listed+}.",
        "[-Der Verkäufer-]{+Die Verkäuferin+} zahlt nichts.",
        "卖家可以上诉[-一次-]{+两次+}。",
        "[-It is kept a year, then deleted.-]{+Delete it at once when the case is closed, and tell the user.+}",
        "first

      [-second

      -]third",
        "one[-
      -]{+ +}two",
      ]
    `);
  });

  test('of long texts cost no more than their change, and nothing blows up', () => {
    const random = new Random(5);
    const long = Array.from({ length: 3_000 }, () => random.pick(prose).slice(0, 300)).join('\n\n');
    const line = long.replaceAll('\n', ' ');
    const pairs: [string, string][] = [
      [long, edit(random, long, 5)],
      [line, edit(random, line, 5)],
      [line, line.replace(/\b[a-h]/g, 'z')],
      [long, long.replace(/\b[a-h]/g, 'z')],
      ['a '.repeat(300_000), 'b '.repeat(300_000)],
      ['a\n\n'.repeat(100_000), 'b\n\n'.repeat(100_001)],
    ];
    for (const [before, after] of pairs) {
      const start = performance.now();
      const words = diffWords(before, after);
      expect(performance.now() - start).toBeLessThan(10_000);
      expect(side(words, 'before') === before && side(words, 'after') === after).toBe(true);
    }
  });
});

describe('words in a sentence', () => {
  test.each([
    ['A seller may ask once.', 'A seller must ask once.', '“may” to “must”'],
    ['What we saw: nothing.', 'What we saw. Nothing.', '“: nothing” to “. Nothing”'],
    ['Send it now, please.', 'Send it now please.', '“now,” to “now”'],
    ['Send it now', 'Send it now.', '“now” to “now.”'],
    ['(Send it)', 'Send it', '“(Send” to “Send”, “it)” to “it”'],
    ['one two', 'one  two', 'spacing'],
    ['a b c d e f g h', 'a B c D e F g H', '“b” to “B”, “d” to “D”, “f” to “F”, and 1 more'],
  ])('%j to %j is told as %s', (before, after, text) =>
    expect(describeWords(diffWords(before, after))).toBe(text),
  );

  test('are cut where they are long, and shown for what they are', () => {
    const text = describeWords(diffWords('', `\u202E${'x'.repeat(500)}`));
    expect(text).toBe(`“\uFFFD${'x'.repeat(119)}…” added`);
    expect(describeWords(diffWords('', `${'x'.repeat(119)}😀😀`))).toBe(`“${'x'.repeat(119)}…” added`);
  });
});
