import { describe, expect, test } from 'vitest';
import { canonical } from '#macros/canonical.ts';
import { parse } from '#macros/parse.ts';
import { messageFrom, treeOf } from '#test/helpers/macros.ts';

describe('parse', () => {
  test.each([
    ['wrapped lines', 'one\ntwo   three', 'one two three'],
    ['variables', 'Hi {first_name},', 'Hi {first_name},'],
    ['a variable alone', '{facts}', '{facts}'],
    ['emphasis, which does not count', '**a** *b* _c_', 'a b c'],
    ['links', '[the form](https://a.example/x)', '[the form](https://a.example/x)'],
    ['lists', '- one\n- two\n  - three', '-\n  one\n-\n  two\n  -\n    three'],
    ['ordered lists', '1. one\n2. two', '1.\n  one\n2.\n  two'],
    ['a condition in a line', 'a <When region="EU">b</When> c', 'a <region=EU>b</> c'],
    [
      'a condition around blocks',
      '<When region="EU, UK">\n\na\n\nb\n\n</When>',
      '<region=EU,UK>\n  a\n  b\n</>',
    ],
    ['a condition on a line of its own', '<When language="en">a</When>', '<language=en>\n  a\n</>'],
    ['a passage', '<Passage id="redress-eu" />', '<passage redress-eu>'],
    ['marks of coverage, which do not count', '<Covers requirement="x">\n\na {b}\n\n</Covers>', 'a {b}'],
    ['braces that are text', '\\{literal}', '\\{literal\\}'],
  ])('reads %s', (_, mdx, expected) => {
    expect(canonical(messageFrom(mdx))).toBe(expected);
  });

  test('says what helpdesks cannot carry, where it stands, and what to write instead', () => {
    const mdx =
      '## Title\n\n> quote\n\n`code`\n\n---\n\n![x](./x.png)\n\n[a](/policies/counterfeit/)\n\n5. five\n\n<Note kind="tip">\n\nx\n\n</Note>\n\n<When>a</When>\n\nx <Passage id="y" />';
    const problems = parse(treeOf(mdx)).problems.map(
      ({ line, column, message, hint }) => `${line}:${column} ${message} / ${hint}`,
    );
    expect(problems).toMatchInlineSnapshot(`
      [
        "1:1 Unexpected heading in a message, expected what every helpdesk can carry / Write it in bold at the start of a paragraph: \`**What we decided.**\`",
        "3:1 Unexpected quotation in a message, expected what every helpdesk can carry / Write it as a paragraph, in straight quotes.",
        "5:1 Unexpected code in a message, expected what every helpdesk can carry / Write it as plain text or in bold.",
        "7:1 Unexpected rule in a message, expected what every helpdesk can carry / Leave it out; an empty line parts two paragraphs.",
        "9:1 Unexpected image in a message, expected what every helpdesk can carry / Say it in words; a picture does not reach every reader.",
        "11:1 Unexpected link to \`/policies/counterfeit/\`, expected an address that the reader can open / Write a whole address that begins with https:// or mailto:; pages of the playbook are for the team alone.",
        "13:1 Unexpected list that begins with 5, expected one that begins with 1 / Begin it with \`1.\`, or write the numbers in the text.",
        "15:1 Unexpected \`<Note>\`, expected text that can be sent / In a message only \`<When>\`, \`<Passage>\` and \`<Covers>\` may stand.",
        "21:1 Unexpected condition that asks for nothing, expected a region, language, outcome or audience / Write for example \`<When region="EU">\`.",
        "23:3 Unexpected passage within a line, expected one that stands alone / Put \`<Passage … />\` on a line of its own, with empty lines around it.",
      ]
    `);
  });
});
