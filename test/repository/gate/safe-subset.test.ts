import { describe, expect, test } from 'vitest';
import type { ComponentTable } from '#repository/gate/components.ts';
import { parseBody } from '#repository/gate/parse-body.ts';
import { checkBody } from '#repository/gate/safe-subset.ts';
import type { ContentType } from '#schemas/index.ts';

/** A list that stays the same when the real one grows. */
const components: ComponentTable = {
  BoundaryPair: { attributes: {}, holds: { component: 'Case', count: 2 } },
  Case: { attributes: { outcome: /^[a-z-]+$/ }, requires: ['outcome'], parent: 'BoundaryPair' },
  Note: { attributes: { kind: ['tip', 'caution', 'legal'] }, requires: ['kind'] },
};

interface Options {
  type?: ContentType;
  variables?: string[];
  table?: ComponentTable;
  bodyLine?: number;
}

/** `line:column rule message | hint` of everything that is wrong with a body. */
function check(
  body: string,
  { type = 'policies', variables, table = components, bodyLine = 1 }: Options = {},
): string[] {
  const source = '-\n'.repeat(bodyLine - 1) + body;
  const { tree, issues } = parseBody(body, bodyLine, 'file');
  if (!tree) throw new Error(`The example is not MDX: ${issues[0]?.message}`);
  const names = variables && new Set(variables);
  const found = checkBody(tree, { file: 'file', type, components: table, source, variables: names });
  return [...issues, ...found].map(
    ({ line, column, rule, message, hint }) => `${line}:${column} ${rule} ${message} | ${hint}`,
  );
}

const rules = (body: string, options?: Options) =>
  check(body, options).map((text) => text.split(' ').slice(0, 2).join(' '));

describe('Markdown that the site renders is accepted', () => {
  test.each([
    'One *two* **three** ~~four~~ `five` [six](/x/) ![seven](./x.png)\\\neight',
    '- one\n- two\n  1. three\n\n> four\n\n---\n\n```\nfive\n```',
    '| a | b |\n|---|--:|\n| 1 | 2 |',
    '- [ ] one\n- [x] two',
    '## One\n\n### Two\n\n#### Three\n\n## Four',
    '<Note kind="tip">\n\nText.\n\n</Note>',
    '<Note kind="legal">Text.</Note>',
    '- one\n\n  <Note kind="tip">\n  Text.\n  </Note>',
    '<BoundaryPair>\n<Case outcome="uphold">One.</Case>\n<Case outcome="overturn">Two.</Case>\n</BoundaryPair>',
    'At 10:30 or 10:30am, a ratio of 1:2 :) and "C:\\".',
    'Important: imports and exports are checked.',
    'To import a thing,\nimport it.',
  ])('%j', (body) => {
    expect(check(body)).toEqual([]);
  });
});

describe('variables', () => {
  const variables = ['first_name', 'item'];

  test('that are declared are accepted in a macro: in text, alone on a line, in emphasis, links and tables', () => {
    const body =
      'Hello {first_name},\n\n{item}\n\n**{item}** [{item}](/x/)\n\n| {item} |\n|---|\n| {item} |\n\n- {item}';
    expect(check(body, { variables })).toEqual([]);
  });

  test.each([
    ['{frist_name}', ['1:1 mdx-variable']],
    ['a { first_name } b', ['1:3 mdx-variable']],
    ['a {first_name.length} b', ['1:3 mdx-expression']],
    [
      'a {constructor} {__proto__} {toString}',
      ['1:3 mdx-variable', '1:17 mdx-variable', '1:29 mdx-variable'],
    ],
    ['a {process.env.HOME}', ['1:3 mdx-expression']],
    ['a {"text"}', ['1:3 mdx-expression']],
    ['a {}', ['1:3 mdx-expression']],
    ['<Note kind={first_name}>\n\nText.\n\n</Note>', ['1:7 mdx-attribute']],
  ])('%j is refused', (body, expected) => {
    expect(rules(body, { variables })).toEqual(expected);
  });

  test('that are declared are refused in any other type', () => {
    expect(rules('Hello {first_name}', {})).toEqual(['1:7 mdx-expression']);
  });
});

describe('code, HTML and what the site does not render is refused', () => {
  test.each([
    ['import x from "y"', ['1:1 mdx-module']],
    ['Text.\n\nimport the goods.\n\nexport them.', ['3:1 mdx-module', '5:1 mdx-module']],
    ['export default () => null', ['1:1 mdx-module']],
    ['<b>x</b> <script></script>', ['1:1 mdx-html', '1:10 mdx-html']],
    ['<svg onload="x"/>', ['1:1 mdx-html']],
    ['<my-element/>', ['1:1 mdx-component']],
    ['<note kind="tip">x</note>', ['1:1 mdx-html']],
    ['<Foo/>', ['1:1 mdx-component']],
    ['<constructor/>', ['1:1 mdx-html']],
    ['<hasOwnProperty/>', ['1:1 mdx-component']],
    ['<Note.Tip/>', ['1:1 mdx-component']],
    ['<Note:tip/>', ['1:1 mdx-component']],
    ['<></>', ['1:1 mdx-unsupported']],
    [':::note\nText.\n:::', ['1:1 mdx-directive', '3:1 mdx-directive']],
    ['> :::note', ['1:3 mdx-directive']],
    ['- one\n  ::::', ['2:3 mdx-directive']],
    ['[one]\n\n[one]: /x/', ['1:1 mdx-definition', '3:1 mdx-definition']],
    ['![one][two]\n\n[two]: ./x.png', ['1:1 mdx-definition', '3:1 mdx-definition']],
    ['One[^1].\n\n[^1]: Two.', ['1:4 mdx-definition', '3:1 mdx-definition']],
    ['# One', ['1:1 mdx-heading-depth']],
    ['One\n===', ['1:1 mdx-heading-depth']],
    ['### One', ['1:1 mdx-heading-depth']],
    ['## One\n\n#### Two', ['3:1 mdx-heading-depth']],
  ])('%j', (body, expected) => {
    expect(rules(body)).toEqual(expected);
  });

  test('inside of a component as well, with positions that count in the file', () => {
    const body = '<Note kind="tip">\n\n<b>x</b> and {a.b}\n\n</Note>';
    expect(rules(body, { bodyLine: 8 })).toEqual(['10:1 mdx-html', '10:14 mdx-expression']);
  });
});

describe('attributes', () => {
  test.each([
    ['<Note>x</Note>', ['1:1 mdx-attribute']],
    ['<Note kind>x</Note>', ['1:7 mdx-attribute']],
    ['<Note kind="">x</Note>', ['1:7 mdx-attribute']],
    ['<Note kind="tips">x</Note>', ['1:7 mdx-attribute']],
    ['<Note kind="tip" kind="tip">x</Note>', ['1:18 mdx-attribute']],
    [
      "<Note\n  kind='tip'\n  title='x > y'\n  onclick='z'>\nx\n</Note>",
      ['3:3 mdx-attribute', '4:3 mdx-attribute'],
    ],
    ['<Note kind="tip" {...a} b>x</Note>', ['1:18 mdx-attribute', '1:25 mdx-attribute']],
    ['<Note kind={a} kind="tip">x</Note>', ['1:7 mdx-attribute', '1:16 mdx-attribute']],
    ['<Note constructor="x" kind="tip">x</Note>', ['1:7 mdx-attribute']],
    ['<Note kind="tip" xlink:href="x">x</Note>', ['1:18 mdx-attribute']],
    ['<Note kind="tip" set:html="x" client:load>x</Note>', ['1:18 mdx-attribute', '1:31 mdx-attribute']],
    ['- one\n\n  <Note class="x" kind="tip">x</Note>', ['3:9 mdx-attribute']],
    ['<Note kind="&#116;ip">x</Note>', []],
  ])('%j', (body, expected) => {
    expect(rules(body)).toEqual(expected);
  });
});

describe('places', () => {
  const pair = (...children: string[]) => ['<BoundaryPair>', ...children, '</BoundaryPair>'].join('\n\n');
  const one = '<Case outcome="uphold">x</Case>';

  test.each([
    [one, ['1:1 mdx-component-place']],
    [pair(one), ['1:1 mdx-component-place']],
    [pair(one, one, one), ['1:1 mdx-component-place']],
    [pair(one, 'Text.', one), ['1:1 mdx-component-place']],
    [
      pair(`${one} and ${one}`),
      ['1:1 mdx-component-place', '3:1 mdx-component-place', '3:37 mdx-component-place'],
    ],
    [`Text <Note kind="tip">x</Note>`, ['1:6 mdx-component-place']],
    [
      pair(one, `<Note kind="tip">\n\n${one}\n\n</Note>`),
      ['1:1 mdx-component-place', '7:1 mdx-component-place'],
    ],
  ])('%j', (body, expected) => {
    expect(rules(body)).toEqual(expected);
  });

  test('a component may be kept to some content types', () => {
    const table: ComponentTable = { Only: { attributes: {}, where: ['macros', 'passages'] } };
    expect(rules('<Only/>', { table, type: 'macros', variables: [] })).toEqual([]);
    expect(rules('<Only/>', { table })).toEqual(['1:1 mdx-component-place']);
  });
});

test('words', () => {
  const bodies: [string, Options?][] = [
    ['import the goods'],
    ['Call {process.env.HOME}'],
    ['Hello {frist_name}', { variables: ['first_name'] }],
    ['Hello { first_name }', { variables: ['first_name'] }],
    ['Hello {first_name.x}', { variables: ['first_name'] }],
    ['<b>x</b>'],
    ['<marquee>x</marquee>'],
    ['<Notes kind="tip">x</Notes>'],
    ['<></>'],
    ['<Note king="tip">x</Note>'],
    ['<Note kind="tipp">x</Note>'],
    ['<Note kind={a}>x</Note>'],
    ['<Note {...a} kind="tip">x</Note>'],
    ['<BoundaryPair id="x"><Case outcome="a b">x</Case></BoundaryPair>'],
    ['<Case outcome="x">x</Case>'],
    ['Text <Note kind="tip">x</Note>'],
    [':::tip'],
    ['[a][b]\n\n[b]: /x/'],
    ['a[^1]\n\n[^1]: b'],
    ['# One\n\n#### Two'],
  ];
  const text = bodies.map(
    ([body, options]) => `${JSON.stringify(body)}\n  ${check(body, options).join('\n  ')}`,
  );
  expect(text.join('\n')).toMatchInlineSnapshot(`
    ""import the goods"
      1:1 mdx-module Unexpected line that begins with \`import\`, expected prose: MDX reads such a line as code | If it is prose, begin otherwise, such as "To import …" or "Imports …"; code has no place in content.
    "Call {process.env.HOME}"
      1:6 mdx-expression Unexpected expression \`{process.env.HOME}\`, expected text: content is never executed | Write a brace that is meant as text as \`\\{\`. Variables belong in macros.
    "Hello {frist_name}"
      1:7 mdx-variable Unexpected variable \`{frist_name}\`, expected one that the macro or organisation.yaml declares | Did you mean \`first_name\`?
    "Hello { first_name }"
      1:7 mdx-variable Unexpected variable \`{ first_name }\`, expected \`{first_name}\` | Take out the spaces.
    "Hello {first_name.x}"
      1:7 mdx-expression Unexpected expression \`{first_name.x}\`, expected a variable such as \`{first_name}\` | Name a variable, or write a brace that is meant as text as \`\\{\`.
    "<b>x</b>"
      1:1 mdx-html Unexpected HTML \`<b>\`, expected Markdown | Write \`**text**\`.
    "<marquee>x</marquee>"
      1:1 mdx-html Unexpected HTML \`<marquee>\`, expected Markdown | Write it in Markdown, or in plain words.
    "<Notes kind=\\"tip\\">x</Notes>"
      1:1 mdx-component Unexpected component \`<Notes>\`, expected one of the list | Did you mean \`Note\`?
    "<></>"
      1:1 mdx-unsupported Unexpected \`<>\`, expected a component with a name | Take the tags out.
    "<Note king=\\"tip\\">x</Note>"
      1:7 mdx-attribute Unexpected attribute \`king\` of \`<Note>\`, expected \`kind\` | Did you mean \`kind\`?
      1:1 mdx-attribute Unexpected \`<Note>\` without \`kind\`, expected \`tip\`, \`caution\`, \`legal\` | Write \`<Note kind="tip">\`.
    "<Note kind=\\"tipp\\">x</Note>"
      1:7 mdx-attribute Unexpected \`tipp\` in \`kind\`, expected \`tip\`, \`caution\`, \`legal\` | Did you mean \`tip\`?
    "<Note kind={a}>x</Note>"
      1:7 mdx-attribute Unexpected expression in \`kind\`, expected text in quotes | Write \`kind="tip"\`.
    "<Note {...a} kind=\\"tip\\">x</Note>"
      1:7 mdx-attribute Unexpected \`{...a}\`, expected attributes written out | Write each as \`name="text"\`.
    "<BoundaryPair id=\\"x\\"><Case outcome=\\"a b\\">x</Case></BoundaryPair>"
      1:1 mdx-component-place Unexpected 0 \`<Case>\` and other content in \`<BoundaryPair>\`, expected exactly 2 \`<Case>\` and nothing else | Write \`<Case>\` 2 times; what else there is to say stands before or after.
      1:15 mdx-attribute Unexpected attribute \`id\` of \`<BoundaryPair>\`, expected none | Remove it.
      1:22 mdx-component-place Unexpected \`<Case>\` inside a line, expected it on lines of its own | Put \`<Case …>\`, its text and \`</Case>\` each on a line of its own.
      1:28 mdx-attribute Unexpected \`a b\` in \`outcome\`, expected a key: letters, digits and single hyphens | Write \`outcome="…"\`.
    "<Case outcome=\\"x\\">x</Case>"
      1:1 mdx-component-place Unexpected \`<Case>\` here, expected it directly inside of \`<BoundaryPair>\` | Put it between \`<BoundaryPair>\` and \`</BoundaryPair>\`.
    "Text <Note kind=\\"tip\\">x</Note>"
      1:6 mdx-component-place Unexpected \`<Note>\` inside a line, expected it on lines of its own | Put \`<Note …>\`, its text and \`</Note>\` each on a line of its own.
    ":::tip"
      1:1 mdx-directive Unexpected directive \`:::tip\`, expected Markdown or a component | Write \`<Note kind="tip">\`, the text and \`</Note>\`, each on a line of its own.
    "[a][b]\\n\\n[b]: /x/"
      1:1 mdx-definition Unexpected link by reference, expected the address where it is used | Write \`[text](/policies/counterfeit/)\`.
      3:1 mdx-definition Unexpected link definition, expected the address where it is used | Write \`[text](/policies/counterfeit/)\`.
    "a[^1]\\n\\n[^1]: b"
      1:2 mdx-definition Unexpected footnote, expected the text where it is used | Write the remark into the sentence, or into a \`<Note kind="tip">\` below it.
      3:1 mdx-definition Unexpected footnote, expected the text where it is used | Write the remark into the sentence, or into a \`<Note kind="tip">\` below it.
    "# One\\n\\n#### Two"
      1:1 mdx-heading-depth Unexpected heading of depth 1, expected depth 2: the title is the first heading of the page | Begin it with \`## \`.
      3:1 mdx-heading-depth Unexpected heading of depth 4, expected depth 2: headings go down one step at a time | Begin it with \`## \`."
  `);
});
