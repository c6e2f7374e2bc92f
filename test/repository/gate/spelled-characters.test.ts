import { describe, expect, test } from 'vitest';
import { readEntry } from '#repository/read-entry.ts';

const read = (body: string, title = 'Term') =>
  readEntry(
    new TextEncoder().encode(
      `---\ntitle: ${title}\nsummary: A term.\nowner: appeals\nstatus: active\neffective: 2026-01-15\nreviewBy: 2027-01-15\n---\n\n${body}\n`,
    ),
    'content/glossary/a.mdx',
    undefined,
  ).issues.map(({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`);

describe('characters that a body spells as references', () => {
  test.each([
    ['&amp; &lt; &quot; &nbsp; &euro; &#x20AC; &#246;', []],
    ['`&#x202E;` and \\&#x202E;', []],
    ['```\n&#x202E;\n```', []],
    ['Do &#x202E;not', ['10:4 bytes-bidirectional']],
    ['re&#8203;fund', ['10:3 bytes-invisible']],
    ['re&ZeroWidthSpace;fund and re&shy;fund', ['10:3 bytes-invisible', '10:3 bytes-invisible']],
    ['One&#x2028;two', ['10:4 bytes-line-separator']],
    ['p&#x430;ypal', ['10:2 bytes-mixed-script']],
    ['cafe&#x301;', ['10:5 bytes-normal-form']],
    ['Te&#0;xt, te&#x1b;xt', ['10:3 bytes-control']],
    ['Te&#xD800;xt', ['10:3 bytes-control']],
    ['[x](/glossary/a/ "re&shy;fund")', ['10:21 bytes-invisible']],
    ['[x](https://p&#x430;ypal.com/)', ['10:1 link-host', '10:14 bytes-mixed-script']],
    ['> **Do &rlm;not**', ['10:8 bytes-bidirectional']],
    ['```a&shy;b\nx\n```', ['10:5 bytes-invisible']],
  ])('%j', (body, expected) => {
    expect(read(body).map((issue) => issue.split(': ')[0])).toEqual(expected);
  });

  test('that stand beside one that was typed are told once', () => {
    expect(read('Do \u202Enot &amp; pay').map((issue) => issue.split(': ')[0])).toEqual([
      '10:4 bytes-bidirectional',
    ]);
  });

  test('are told in the words for characters that were typed', () => {
    expect(read('Do &#x202E;not, te&#0;xt').concat(read('Te&#0;xt'))).toMatchInlineSnapshot(`
      [
        "10:4 bytes-bidirectional: Unexpected direction control U+202E, expected text that can be seen",
        "10:4 bytes-control: Unexpected code of a character that cannot be shown, expected text that can be seen",
        "10:3 bytes-control: Unexpected code of a character that cannot be shown, expected text that can be seen",
      ]
    `);
  });
});

describe('characters that a field spells as escapes', () => {
  test.each([
    ['"Te\\u202Ext"', ['2:8 bytes-bidirectional']],
    ['"re\\u200Bfund"', ['2:8 bytes-invisible']],
    ['"re\\xADfund"', ['2:8 bytes-invisible']],
    ['"Te\\0xt"', ['2:8 bytes-control']],
    ['"Te\\e[8mxt"', ['2:8 bytes-control']],
    ['"One\\Ltwo"', ['2:8 bytes-line-separator']],
    ['"p\\u0430ypal"', ['2:8 bytes-mixed-script']],
    ['"cafe\\u0301"', ['2:8 bytes-normal-form']],
    ['"Te\\uD800xt"', ['2:8 bytes-utf-8']],
    ['"Te\\U000E0061xt"', ['2:8 bytes-invisible']],
    ['"Gr\\xF6\\xDFe \\"\\\\\\u20AC\\""', []],
    ["'Te\\u202Ext'", []],
  ])('%s', (title, expected) => {
    expect(read('Text.', title).map((issue) => issue.split(': ')[0])).toEqual(expected);
  });

  test('are refused in keys as well', () => {
    expect(read('Text.', 'Term\n"ti\\u200Btle": x').map((issue) => issue.split(': ')[0])).toContain(
      '3:1 bytes-invisible',
    );
  });
});

test('a title of spaces is refused', () => {
  expect(read('Text.', '"   "')).toEqual([
    '2:8 schema-invalid: Unexpected blank text, expected words, at `title`',
  ]);
});

test('what an issue quotes from a file is safe to print, names of fields and variables too', () => {
  const issues = read('Text.', 'Term\nti\u200Btle\u202E: x').join('');
  expect(issues).toContain('Unexpected field `ti\\u{200B}tle\\u{202E}`');
  expect(issues).not.toMatch(/\p{Bidi_Control}|\u200B/u);
});
