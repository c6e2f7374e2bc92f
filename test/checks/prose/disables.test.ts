import { describe, expect, test } from 'vitest';
import { disableInBody, disableInFrontmatter, withoutDisables } from '#playbook/disable-comment.ts';
import { readEntry } from '#repository/read-entry.ts';
import { entryWith, proseLines } from '#test/helpers/prose.ts';

const comment = '[//]: # (redress-disable-next-line vague-word: The act says so.)';
const clause = (body: string) => `## CF-1 Proof\n\n${body}`;
const rulesIn = (...given: Parameters<typeof proseLines>): string[] =>
  proseLines(...given).map((line) => line.replace(/^\d+:\d+ (\S+):.*/, '$1'));

describe('a line that silences a rule', () => {
  test.each([
    ['for the paragraph below it', `${comment}\nUsually fine.`, []],
    ['for every issue of that rule in it', `${comment}\n\nUsually fine, often too,\nand sometimes not.`, []],
    ['for no other paragraph', `${comment}\nUsually fine.\n\nOften fine.`, ['vague-word']],
    ['for the first item of a list, not for the next', `${comment}\n\n- Usually.\n- Often.`, ['vague-word']],
    ['inside a list', `- Fine.\n\n  ${comment}\n\n  Usually.`, []],
    ['inside a quotation', `> Fine.\n>\n> ${comment}\n>\n> Usually.`, []],
    ['inside a component', `<Note kind="tip">\n${comment}\n\nUsually.\n</Note>`, []],
    ['for no other rule', `${comment}\nUsually recieved.`, ['spelling']],
    [
      'together with another',
      `${comment}\n${comment.replace('vague-word', 'spelling')}\nUsually recieved.`,
      [],
    ],
  ])('holds %s', (_, body, left) => {
    expect(rulesIn('policies', clause(body))).toEqual(left);
  });

  test.each([
    ['a plain value', 'summary: The buyer recieved it.', []],
    ['a value over several lines', 'summary: >-\n  The buyer\n  recieved it.', []],
    ['a quoted value', 'summary: "The buyer recieved it."', []],
  ])('holds in frontmatter for %s', (_, summary, left) => {
    const line = '# redress-disable-next-line spelling: It is a quotation.';
    expect(rulesIn('glossary', 'Text.', { summary: `${line}\n${summary}` })).toEqual(left);
    expect(rulesIn('glossary', 'Text.', { summary })).toEqual(['spelling']);
  });

  test('holds for errors as well: the reason is what the reviewer reads', () => {
    const line = comment.replace('vague-word', 'personal-data');
    expect(rulesIn('glossary', `${line}\nThe hotline is +49 30 901820 10.`)).toEqual([]);
  });

  test('is reported where it silences nothing, names no rule for prose, or gives no reason', () => {
    expect(proseLines('policies', clause(`${comment}\nFine.`))).toMatchInlineSnapshot(`
      [
        "34:1 disable-unused: Unexpected line that silences \`vague-word\`, expected an issue of that rule below it",
      ]
    `);
    expect(
      proseLines('policies', clause(`${comment.replace('word', 'words')}\nUsually.`)),
    ).toMatchInlineSnapshot(`
      [
        "35:1 vague-word: Unexpected vague \`Usually\`, expected what can be checked",
        "34:1 disable-rule: Unexpected rule \`vague-words\`, expected the name of a rule for prose",
      ]
    `);
    expect(
      proseLines('policies', clause(`${comment.replace('vague-word', 'link-dangling')}\nFine.`)),
    ).toMatchInlineSnapshot(`
      [
        "34:1 disable-rule: Unexpected rule \`link-dangling\`, expected the name of a rule for prose",
      ]
    `);
    expect(
      proseLines('glossary', 'Text.', { aliases: '# redress-disable-next-line spelling\naliases: [a]' }),
    ).toMatchInlineSnapshot(`
      [
        "2:1 disable-form: Unexpected comment \`# redress-disable-next-line spelling\`, expected a rule and a reason",
      ]
    `);
  });

  test('reaches neither tree nor body, and moves nothing', () => {
    const { entry } = entryWith('policies', clause(`${comment}\nUsually fine.`));
    const { entry: plain } = entryWith('policies', clause('\nUsually fine.'));
    expect(entry.body).not.toContain('redress');
    expect(entry.body).toHaveLength(plain.body.length + comment.length);
    expect(entry.tree.children.map(({ type, position }) => [type, position?.start.line])).toEqual(
      plain.tree.children.map(({ type, position }) => [type, position?.start.line]),
    );
    expect(entry.links).toEqual([]);
  });
});

/** What the gate says of a body. */
const refusals = (body: string): string[] => {
  const { source, entry } = entryWith('glossary', 'Text.');
  const bytes = new TextEncoder().encode(source.replace('Text.', body));
  return readEntry(bytes, entry.file, undefined).issues.map(({ rule }) => rule);
};

describe('the gate', () => {
  test.each([
    ['the form', comment, []],
    ['the form inside a list', `- a\n\n  ${comment}`, []],
    ['no reason', '[//]: # (redress-disable-next-line vague-word)', ['mdx-definition']],
    ['an empty reason', '[//]: # (redress-disable-next-line vague-word: )', ['mdx-definition']],
    ['several rules', '[//]: # (redress-disable-next-line vague-word, spelling: Why.)', ['mdx-definition']],
    ['another address', '[//]: /x/ (redress-disable-next-line vague-word: Why.)', ['mdx-definition']],
    ['another title', '[//]: # "redress-disable-next-line vague-word: Why."', ['mdx-definition']],
    ['another comment', '[//]: # (ask Legal)', ['mdx-definition']],
    ['an HTML comment', '<!-- redress-disable-next-line vague-word: Why. -->', ['mdx-syntax']],
    ['an expression', '{/* redress-disable-next-line vague-word: Why. */}', ['mdx-comment']],
    ['a use of it as a link', `${comment}\n\nSee [//] there.`, []],
  ])('accepts the one form and nothing else: %s', (_, body, rules) => {
    expect(refusals(body).filter((rule) => rule !== 'link-path')).toEqual(rules);
  });
});

describe('disableInBody and disableInFrontmatter', () => {
  test('read rule and reason', () => {
    expect(disableInBody(comment)).toEqual({ rule: 'vague-word', reason: 'The act says so.' });
    expect(disableInFrontmatter('  # redress-disable-next-line a: Why.')).toEqual({
      rule: 'a',
      reason: 'Why.',
    });
    expect(disableInFrontmatter('title: x # redress-disable-next-line a: Why.')).toBeUndefined();
  });

  test('keep a body as long as it was', () => {
    expect(withoutDisables(`a\n${comment}\nb`)).toBe(`a\n${' '.repeat(comment.length)}\nb`);
  });
});
