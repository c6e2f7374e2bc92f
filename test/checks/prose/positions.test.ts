import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { passagesOf } from '#checks/prose/passages.ts';
import { proseTree } from '#checks/prose/prose-tree.ts';
import { sourceOffsets } from '#checks/prose/source-offsets.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { entryWith } from '#test/helpers/prose.ts';

/** Every word of an entry's prose that does not stand in the file where its passage says; the file is the oracle. */
function misplaced({ entry, source }: { entry: AnyEntry; source: string }): string[] {
  const file = new VFile({ path: entry.file, value: source, data: { entry } });
  const lines = source.split('\n');
  return passagesOf(proseTree(entry, file), file).flatMap((passage) =>
    [...passage.text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
      const { line, column, offset = 0 } = passage.at(index);
      const isThere = source.startsWith(word, offset) && lines[line - 1]?.startsWith(word, column - 1);
      return isThere ? [] : [`${entry.file}:${line}:${column} ${word}`];
    }),
  );
}

const texts = ({ entry, source }: { entry: AnyEntry; source: string }): string[] => {
  const file = new VFile({ path: entry.file, value: source, data: { entry } });
  return passagesOf(proseTree(entry, file), file).map(({ text }) => text);
};

describe('passages', () => {
  test('stand in the file where they say, in everything that is shipped', async () => {
    const { playbook } = await readPlaybook(projectRoot);
    const entries = playbook?.entries ?? [];
    expect(entries.length).toBeGreaterThan(100);
    const sources = entries.map((entry) => ({
      entry,
      source: readFileSync(join(projectRoot, entry.file), 'utf8'),
    }));
    expect(sources.flatMap(misplaced)).toEqual([]);
  });

  test.each([
    ['plain', 'summary: One sentence, and no more.'],
    ['plain over two lines', 'summary: One sentence\n  over two lines.'],
    ['in single quotes', "summary: 'It''s a seller''s word.'"],
    ['folded', 'summary: >-\n  One sentence\n  over two lines.'],
    ['literal', 'summary: |-\n  One sentence.'],
    ['with a letter beyond the first plane', 'summary: A 😀 face, then a word.'],
  ])('are found in a value that is %s', (_, summary) => {
    const given = entryWith('glossary', 'Text.', { summary });
    expect(misplaced(given)).toEqual([]);
  });

  test('are found behind an escape in double quotes', () => {
    const given = entryWith('glossary', 'Text.', {
      summary: 'summary: "Say \\"no\\" to caf\\u00e9s at noon."',
    });
    const file = new VFile({ value: given.source, path: given.entry.file, data: { entry: given.entry } });
    const passage = passagesOf(proseTree(given.entry, file), file).find(
      ({ field }) => field?.[0] === 'summary',
    );
    const index = passage?.text.indexOf('noon') ?? 0;
    expect(passage?.text).toBe('Say "no" to cafés at noon.');
    expect(given.source.slice(passage?.at(index).offset)).toMatch(/^noon/);
  });

  test.each([
    ['emphasis and links', 'A *word* in [a link **bold**](/policies/counterfeit/) and more.'],
    ['escapes and entities', 'Less \\< than &amp; more &lt; or \\{x\\} it is.'],
    ['a quotation in a list', '- One\n\n  > two\n  > three\n\n- four'],
    ['a table', '| one | two |\n| --- | --- |\n| *three* | four |'],
    ['a note', '<Note kind="tip">\nOne *two*\nthree.\n</Note>'],
    ['a line break', 'One\\\ntwo'],
  ])('are found in %s', (_, body) => {
    expect(misplaced(entryWith('glossary', body))).toEqual([]);
  });

  test('are the title, the sentences of the fields and the blocks of the body, in this order', () => {
    const given = entryWith(
      'glossary',
      '## Heading\n\nText with `code` and https://example.com here.\n\n- item',
    );
    expect(texts(given)).toMatchInlineSnapshot(`
      [
        "Appeal",
        "A request to look at a decision again.",
        "Heading",
        "Text with ￼ and ￼ here.",
        "item",
      ]
    `);
  });

  test('leave out keys, dates, codes and search words', () => {
    const given = entryWith('glossary', 'Text.', { aliases: 'aliases: [misspeled wrods]' });
    expect(texts(given).join('\n')).not.toMatch(/misspeled|active|2026/);
  });

  test('hold a place for a variable, in fields as in the body', () => {
    const given = entryWith('macros', 'Hello {first_name}, you.', {
      subject: 'subject: About {case_id} now',
    });
    expect(texts(given)).toEqual(expect.arrayContaining(['Hello \uFFFC, you.', 'About \uFFFC now']));
  });
});

describe('sourceOffsets', () => {
  test.each([
    ['abc', 'abc', 0, [0, 1, 2]],
    ['abc', '"abc"', 0, [1, 2, 3]],
    ["it's", "'it''s'", 0, [1, 2, 3, 5]],
    ['a b', 'a\n    b', 0, [0, 2, 6]],
    ['a & b', 'a &amp; b', 0, [0, 1, 2, 7, 8]],
    ['a < b', 'a &lt; b', 0, [0, 1, 2, 6, 7]],
    ['{a', 'x\\{a', 1, [2, 3]],
  ])('aligns %j with %j', (text, source, from, offsets) => {
    expect(sourceOffsets(text, source, from)).toEqual(offsets);
  });
});
