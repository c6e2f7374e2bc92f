import { describe, expect, test } from 'vitest';
import { parseBody } from '#repository/gate/parse-body.ts';

const issues = (body: string, bodyLine = 1) =>
  parseBody(body, bodyLine, 'file').issues.map(
    ({ line, column, rule, message, hint }) => `${line}:${column} ${rule} ${message} | ${hint}`,
  );

test('positions count from the first line of the file', () => {
  const { tree } = parseBody('\nText.\n\n## 😀 Heading\n', 10, 'file');
  expect(
    tree?.children.map(({ type, position }) => [type, position?.start.line, position?.start.column]),
  ).toEqual([
    ['paragraph', 11, 1],
    ['heading', 13, 1],
  ]);
});

test('nothing that looks like frontmatter, and no quote or dash, is read otherwise than written', () => {
  const { tree } = parseBody('---\n\n"Quoted" -- and...', 1, 'file');
  expect(tree?.children.map(({ type }) => type)).toEqual(['thematicBreak', 'paragraph']);
  expect(JSON.stringify(tree)).toContain('\\"Quoted\\" -- and...');
});

test('mistakes of syntax, in words', () => {
  const bodies = [
    'Text\n\n<Note kind="tip">\n\nText.',
    'Text</Note>',
    '<Note kind="tip">Text.</Case>',
    'a <br> b',
    'a <5 b',
    'Mail <a@example.com>.',
    '<!-- comment -->',
    'a { b',
    'a {b c} d {if} e',
    'a {if} b',
    'See <https://example.com/x>.',
    'a {{first_name}} b',
    '{/* comment */}',
    '<Note kind={"tip"}/>',
    '```\n{ "json": true }\n```',
    '{% if a %}',
    'a {\n\nb',
    '<Note kind=tip/>',
    '<Note kind="tip>',
  ];
  expect(
    bodies.map((body) => `${JSON.stringify(body)}\n  ${issues(body, 8).join('\n  ')}`).join('\n'),
  ).toMatchInlineSnapshot(`
    ""Text\\n\\n<Note kind=\\"tip\\">\\n\\nText."
      10:1 mdx-syntax Unexpected end of text, expected the closing tag \`</Note>\` | Write \`</Note>\` on a line of its own, or remove \`<Note>\`.
    "Text</Note>"
      8:5 mdx-syntax Unexpected closing tag \`</Note>\`, expected \`<Note>\` before it | Remove it, or open what it closes.
    "<Note kind=\\"tip\\">Text.</Case>"
      8:23 mdx-syntax Unexpected closing tag \`</Case>\`, expected \`</Note>\` | Close what was opened last first.
    "a <br> b"
      8:3 mdx-html Unexpected HTML \`<br>\`, expected Markdown | Write an empty line.
    "a <5 b"
      8:3 mdx-syntax Unexpected \`<\`, expected text | Write it as \`\\<\`, or in words ("less than").
    "Mail <a@example.com>."
      8:6 mdx-syntax Unexpected \`<a@example.com>\`, expected a link | Write \`[text](mailto:a@example.com)\`.
    "<!-- comment -->"
      8:1 mdx-syntax Unexpected \`<!--\`, expected text: content has no comments | Take the comment out; what stands in content is published.
    "a { b"
      8:3 mdx-expression Unexpected \`{ b\`, expected text: braces hold the name of a variable and nothing else, in code as well | Write the name of a variable of a macro, such as \`{first_name}\`, or a brace that is meant as text as \`\\{\`.
    "a {b c} d {if} e"
      8:3 mdx-expression Unexpected \`{b c}\`, expected text: braces hold the name of a variable and nothing else, in code as well | Write the name of a variable of a macro, such as \`{first_name}\`, or a brace that is meant as text as \`\\{\`.
    "a {if} b"
      8:4 mdx-syntax Unexpected word in braces, expected the name of a variable | Write a brace that is meant as text as \`\\{\`.
    "See <https://example.com/x>."
      8:5 mdx-syntax Unexpected \`<https://example.com/x>\`, expected a link | Write \`[text](https://example.com/x)\`.
    "a {{first_name}} b"
      8:3 mdx-expression Unexpected \`{{first_name}}\`, expected text: braces hold the name of a variable and nothing else, in code as well | Write one brace: \`{first_name}\`.
    "{/* comment */}"
      8:1 mdx-comment Unexpected comment, expected text: what stands in content is published | Take it out; the reason for a change belongs in its commit.
    "<Note kind={\\"tip\\"}/>"
      8:12 mdx-attribute Unexpected \`{"tip"}\`, expected the text of the attribute in quotes | Write \`name="text"\`.
    "\`\`\`\\n{ \\"json\\": true }\\n\`\`\`"
      9:1 mdx-expression Unexpected \`{ "json": true }\`, expected text: braces hold the name of a variable and nothing else, in code as well | Write the name of a variable of a macro, such as \`{first_name}\`, or a brace that is meant as text as \`\\{\`.
    "{% if a %}"
      8:1 mdx-expression Unexpected \`{% if a %}\`, expected text: braces hold the name of a variable and nothing else, in code as well | Write the name of a variable of a macro, such as \`{first_name}\`, or a brace that is meant as text as \`\\{\`.
    "a {\\n\\nb"
      8:3 mdx-expression Unexpected \`{\`, expected text: braces hold the name of a variable and nothing else, in code as well | Write the name of a variable of a macro, such as \`{first_name}\`, or a brace that is meant as text as \`\\{\`.
    "<Note kind=tip/>"
      8:1 mdx-syntax Unexpected \`<Note kind=tip/>\`, expected a tag whose attributes are written \`name="text"\` | Put every value in quotes, close them, and close the tag with \`>\`.
    "<Note kind=\\"tip>"
      8:1 mdx-syntax Unexpected \`<Note kind="tip>\`, expected a tag whose attributes are written \`name="text"\` | Put every value in quotes, close them, and close the tag with \`>\`."
  `);
});

describe('braces that are meant as text or name a variable are left to the check of the tree', () => {
  test.each([
    '{first_name}',
    'a \\{b\\} c',
    '{ first_name }',
    '{process.env.HOME}',
    '<Note {...props}/>',
    '`{first_name}`',
    'a } b',
    '\\\\\\{a',
  ])('%s', (body) => {
    expect(issues(body)).toEqual([]);
  });

  test('but not behind an escaped backslash', () => {
    expect(issues('\\\\{"a"}')).toHaveLength(1);
  });
});

test('where braces are refused, the rest is parsed all the same', () => {
  const { tree, issues } = parseBody('{"a"} [link](/x)\n\nimport y', 1, 'file');
  expect(issues).toHaveLength(1);
  expect(tree?.children.map(({ type }) => type)).toEqual(['paragraph', 'mdxjsEsm']);
});
