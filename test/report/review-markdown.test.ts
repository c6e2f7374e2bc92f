import type { Nodes } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { markdownToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { inert, inertBlock, inertCode } from '#report/inert-markdown.ts';
import { reviewMarkdown } from '#report/review-markdown.ts';
import { Random } from '#test/helpers/random.ts';
import { reviewer, smallFiles, withEdits } from '#test/helpers/review.ts';

const parsed = (markdown: string): Nodes =>
  markdownToMdast(markdown, {
    features: { gfm: true, smartPunctuation: false, frontmatter: false },
  }) as Nodes;

/** What a comment on GitHub would make of a text, besides words. */
const active = [
  'link',
  'linkReference',
  'definition',
  'image',
  'imageReference',
  'html',
  'heading',
  'table',
  'footnoteReference',
  'footnoteDefinition',
  'thematicBreak',
  'blockquote',
  'emphasis',
  'strong',
  'delete',
  'code',
  'inlineCode',
  'list',
];

function found(tree: Nodes): string[] {
  const types = new Set<string>();
  visit(tree, (node) => {
    // A lone sign for money stands in a span of its own.
    if (node.type === 'html' && /^<\/?span>$/.test(node.value)) return;
    if (active.includes(node.type)) types.add(node.type);
  });
  return [...types];
}

/** Mentions, references and addresses that GitHub links in plain text. */
const linked = /@[A-Za-z0-9]|#\d|GH-\d|:\/\/|www\./i;

const textOf = (tree: Nodes): string => wordsOf(tree, { includeHtml: false });

const withoutZeroWidth = (text: string): string => text.replaceAll('\u200B', '');

const hostile = [
  '@everyone and @octo/team, see #12, GH-7 and octo/repo#3',
  '[click](javascript:alert(1)) ![x](https://evil.example/x.png)',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'https://evil.example and www.evil.example and <https://evil.example>',
  '</details></summary><details open><!-- playbook-review -->',
  '**bold** _it_ ~~gone~~ `code` ``` $x$ | a | b |',
  '&lt;b&gt; &#64;octocat &amp;',
  'back\\slash \\@octocat \\*x\\*',
  '[^1] [x]: https://evil.example',
  'it costs $5, and $e=mc^2$',
  '# heading',
];

describe('inert text', () => {
  test.each(hostile)('shows %s and does nothing', (text) => {
    const tree = parsed(`Text: ${inert(text)}`);
    expect(found(tree)).toEqual([]);
    expect(withoutZeroWidth(textOf(tree))).toBe(`Text: ${text}`.replace(/\s+/g, ' '));
    expect(textOf(tree)).not.toMatch(linked);
  });

  test('does so for 5,000 random strings of signs', () => {
    const signs = [
      ...'\\`*_{}[]()<>#|~&!@$:/-+=.^"\' ',
      'a',
      '1',
      'www.',
      'http://',
      '@a',
      '&lt;',
      '<b>',
      '](x)',
    ];
    for (let seed = 1; seed <= 5_000; seed++) {
      const random = new Random(seed);
      const text = Array.from({ length: 1 + random.below(16) }, () => random.pick(signs))
        .join('')
        .trim();
      const tree = parsed(`Text: ${inert(text)}`);
      const shown = withoutZeroWidth(textOf(tree));
      if (
        found(tree).length > 0 ||
        linked.test(textOf(tree)) ||
        shown !== `Text: ${text}`.replace(/\s+/g, ' ').trim()
      )
        expect.fail(`seed ${seed}: ${text} became ${shown} with ${found(tree).join()}`);
    }
  });

  test.each([...hostile, '`', '``x`', ' `a` '])('keeps %s within a code span or block', (text) => {
    const span = parsed(`See ${inertCode(text)} there`);
    expect(found(span)).toEqual(['inlineCode']);
    expect(textOf(span)).toContain(text.trim());
    const block = parsed(inertBlock([text, '```', '</details>'], ''));
    expect(found(block)).toEqual(['code']);
  });

  test('tells what cannot be seen', () => {
    expect(inert('a\u202Eb\u0007c\nd')).toBe('a\uFFFDb\uFFFDc d');
  });
});

const own = /^<\/?(?:details|summary|sub|code|del|ins|span)>/;
const review = reviewer();

describe('a review as Markdown', () => {
  test('is inert, whatever titles, reasons, names and trailers say', async () => {
    const said = hostile.join(' ').replaceAll("'", '’');
    const yaml = (text: string) => `'${text.slice(0, 78)}'`;
    const after = withEdits(smallFiles, {
      'content/glossary/appeal.mdx': (text) => text.replace('title: Appeal', `title: ${yaml(said)}`),
      'content/policies/counterfeit.mdx': (text) =>
        text.replace('is removed.', `is removed by \\@octocat, \\#12. ${'x'.repeat(200)}`),
      'content/decision-templates/counterfeit.mdx': (text) =>
        text
          .replace('because: The item is authentic.', `because: '${said.slice(0, 390)}'`)
          .replace('outcome: uphold', 'outcome: overturn'),
      'content/organisation.yaml': (text) =>
        text.replace('name: Macro editor', 'name: "@octocat [x](https://evil.example)"'),
    });
    const messages = hostile.map(
      (text) => `${text}\n\nOverturns: ${text}\nApproved-by: ${text}\nCo-authored-by: ${text}\n`,
    );
    const markdown = reviewMarkdown(await review(smallFiles, after, { messages, author: '<b>@octocat</b>' }));
    const tree = parsed(markdown);
    const odd: string[] = [];
    visit(tree, (node) => {
      if (['link', 'image', 'definition', 'heading', 'table', 'footnoteReference'].includes(node.type))
        odd.push(node.type);
      if (node.type === 'html')
        for (const tag of node.value.match(/<[^>]*>?/g) ?? []) if (!own.test(tag)) odd.push(tag);
      if (node.type === 'text' && linked.test(node.value)) odd.push(node.value);
    });
    expect(odd).toEqual([]);
    expect(markdown).toContain('octocat');
  });

  test('stays within what GitHub takes, and says what is left out', async () => {
    const small = await review(
      smallFiles,
      withEdits(smallFiles, { 'content/glossary/appeal.mdx': undefined }),
    );
    const [entry] = small.entries;
    if (!entry) expect.fail('nothing changed');
    const large = {
      ...small,
      entries: Array.from({ length: 3_000 }, (_, at) => ({
        ...entry,
        id: `glossary/${'x'.repeat(100)}-${at}`,
      })),
    };
    const markdown = reviewMarkdown(large);
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown).toContain('and 2950 more');
    const huge = {
      ...large,
      entries: large.entries.map((one) => ({ ...one, id: `glossary/${'x'.repeat(5_000)}` })),
    };
    expect(reviewMarkdown(huge).length).toBeLessThanOrEqual(60_000);
    const names = Array.from({ length: 2_000 }, (_, at) => `Co-authored-by: ${'x'.repeat(90)} ${at}`);
    const crowd = await review(smallFiles, smallFiles, {
      messages: [`Many\n\n${names.join('\n')}\nOverturns: ${'y'.repeat(100_000)}\n`],
      author: 'z'.repeat(100_000),
    });
    expect(reviewMarkdown(crowd).length).toBeLessThanOrEqual(60_000);
    for (const text of [markdown, reviewMarkdown(huge)]) {
      expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    }
  });
});
