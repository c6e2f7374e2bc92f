import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderRevision } from '#site/render/revision.ts';
import { hostileBytes } from '#test/repository/gate/hostile-bytes.ts';

const context = { base: '/handbook/', images: new Set(['/glossary/seal.png']) };

const entry = (body: string, fields = ''): string =>
  `---\ntitle: Appeal\nsummary: A word.\nowner: appeals\nstatus: active\neffective: 2026-01-15\nreviewBy: 2027-01-15\n${fields}---\n\n${body}\n`;

const page = (text: string, file = 'content/glossary/appeal.mdx') => {
  const content = renderRevision(text, file, context);
  if (content.kind !== 'page') throw new Error(`Shown as text: ${content.why}`);
  return content;
};
const asText = (text: string, file = 'content/glossary/appeal.mdx') => {
  const content = renderRevision(text, file, context);
  if (content.kind !== 'text') throw new Error('Shown as a page');
  return content;
};

test('a text that still is an entry is shown as one, its fields under the names of the schema', () => {
  expect(
    page(entry('An **appeal** asks for [a review](/procedures/second-level-review/).', 'aliases: [plea]\n')),
  ).toMatchInlineSnapshot(`
      {
        "body": "<p>An <strong>appeal</strong> asks for <a href="/handbook/procedures/second-level-review/">a review</a>.</p>",
        "fields": "<dl class="fields"><dt>Owner</dt><dd>appeals</dd><dt>Status</dt><dd>active</dd><dt>In force since</dt><dd>15 January 2026</dd><dt>Review due</dt><dd>15 January 2027</dd><dt>Also searched as</dt><dd>plea</dd></dl>",
        "kind": "page",
        "summary": "A word.",
        "title": "Appeal",
      }
    `);
});

test('names are those of the text itself, so that nothing else changes what a permalink shows', () => {
  const macro = readFileSync(
    join(import.meta.dirname, '../fixtures/playbook/content/macros/counterfeit-overturned.mdx'),
    'utf8',
  );
  const { body } = page(
    `${macro}\n{not_declared_any_more}\n\n<Passage id="gone" />\n`,
    'content/macros/counterfeit-overturned.mdx',
  );
  expect(body).toContain('<var class="chip" data-name="not_declared_any_more">Not declared any more</var>');
  expect(body).toContain('The text of the passage gone is not part of this revision.');
});

test('clauses keep their anchors', () => {
  const policy = readFileSync(
    join(import.meta.dirname, '../fixtures/playbook/content/policies/counterfeit.mdx'),
    'utf8',
  );
  const { body } = page(policy, 'content/policies/counterfeit.mdx');
  expect(body.match(/<h2 id="[^"]+">/g)).toEqual(['<h2 id="cf-1">', '<h2 id="cf-2">']);
  expect(body).toContain('<span class="outcome">Request information</span>');
});

test('an image that is still there is said to be as it is today; of one that is gone the words stand', () => {
  const { body } = page(entry('![The seal](./seal.png)\n\n![A stamp](./stamp.png)'));
  expect(body).toContain('src="/handbook/glossary/seal.png"');
  expect(body).toContain('The image as it is today.');
  expect(body).toContain('Image that is not there any more (stamp.png): A stamp');
  expect(body).not.toContain('src="/handbook/glossary/stamp.png"');
});

test('line ends of another system and a byte order mark do not make a text unreadable', () => {
  expect(page(`\uFEFF${entry('One.\n\nTwo.')}`.replaceAll('\n', '\r\n')).body).toBe(
    '<p>One.</p>\n<p>Two.</p>',
  );
});

describe('what is no entry today is shown as text, and told why', () => {
  test.each([
    ['a field that is gone', entry('Text.', 'colour: red\n'), /Unexpected field `colour`/],
    ['a component that is gone', entry('<Marquee>Text.</Marquee>'), /Unexpected component/],
    ['a script', entry('<script>alert(1)</script>'), /not what an entry may be today/],
    ['an expression', entry('{process.env.HOME}'), /Unexpected expression/],
    ['an import', entry("import fs from 'node:fs'"), /begins with `import`/],
    ['a link that runs', entry('[x](javascript:alert(1))'), /not what an entry may be today/],
    ['no frontmatter', '# Notes', /not what an entry may be today/],
    ['nothing', '', /not what an entry may be today/],
  ])('%s', (_what, text, why) => {
    expect(asText(text).why).toMatch(why);
  });

  test('a file that lay where the site has no entries', () => {
    expect(asText(entry('Text.'), 'docs/appeal.mdx').why).toBe('it lay where the site has no entries');
  });

  test('a text that this copy of the repository does not hold', () => {
    expect(renderRevision(undefined, 'content/glossary/appeal.mdx', context)).toEqual({
      kind: 'text',
      why: 'this copy of the repository does not hold it',
      source: '',
      cut: 0,
    });
  });

  test('a huge file is cut, and how much is left out is told', () => {
    const { source, cut } = asText(`---\n${'x'.repeat(1_000_000)}`);
    expect(source).toHaveLength(32_768);
    expect(source.length + cut).toBe(1_000_004);
  });

  test('invisible and reversing characters are shown for what they are', () => {
    expect(asText('a\u202Eb\u0000c\u200Bd').source).toBe('a\uFFFDb\uFFFDc\uFFFDd');
  });
});

/** Refused for bytes that git's text no longer has, or for an image, which is looked for beside the entry of today. */
const elsewhere =
  /^bytes-(?:not-utf-8|overlong|replacement-character|byte-order-mark)\.mdx$|^image-that-is-(?:missing|none)\.mdx$/;

test('nothing hostile that the gate refuses is ever shown as a page', () => {
  const folder = join(import.meta.dirname, '../fixtures/hostile');
  const files: [string, string][] = [
    ...globSync('**/*.mdx', { cwd: folder }).map((path): [string, string] => [
      `content/${path}`,
      readFileSync(join(folder, path), 'utf8'),
    ]),
    ...Object.entries(hostileBytes).map(([path, bytes]): [string, string] => [
      `content/${path}`,
      Buffer.from(bytes).toString(),
    ]),
  ];
  const shown = files.filter(([file, text]) => renderRevision(text, file, context).kind === 'page');
  expect(shown.map(([file]) => basename(file)).filter((name) => !elsewhere.test(name))).toEqual([]);
});
