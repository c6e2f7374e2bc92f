import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFileNames } from '#repository/gate/file-names.ts';
import { parseBody } from '#repository/gate/parse-body.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readEntry } from '#repository/read-entry.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { judgeFile } from '#test/helpers/judge-file.ts';
import { mutated, tokens } from '#test/helpers/mutations.ts';
import { Random } from '#test/helpers/random.ts';
import { activeIn } from '#test/helpers/second-opinion.ts';

const { playbook, files } = await readPlaybook(projectRoot);
if (!playbook) throw new Error('The shipped playbook cannot be read.');
const { organisation } = playbook;
const texts = files.map((file) => readFileSync(join(projectRoot, file)));

/** How many of the 100,000 that `npm run bench -- hostile` tries are tried every day. */
const everyDay = 2500;

test('thousands of changed entries are read without an exception, in time, with positions that exist, and nothing active is accepted', async () => {
  let refused = 0;
  for (let seed = 0; seed < everyDay; seed++) {
    const random = new Random(seed);
    const index = random.below(files.length);
    const bytes = mutated(texts[index] as Uint8Array, texts, random);
    const { accepted, breaches } = await judgeFile(files[index] as string, bytes, organisation);
    expect({ seed, breaches }).toEqual({ seed, breaches: [] });
    if (!accepted) refused++;
  }
  expect(refused).toBeGreaterThan(everyDay / 2);
  expect(refused).toBeLessThan(everyDay);
}, 120_000);

test.each([
  ['import x from "y"', 'mdxjsEsm'],
  ['export const x = 1', 'mdxjsEsm'],
  ['Text {process.env.HOME}.', 'expression'],
  ['{1 + 1}', 'expression'],
  ['Text <b>bold</b>.', 'component <b>'],
  ['<constructor/>', 'component <constructor>'],
  ['<Note kind={x}>x</Note>', 'attribute'],
  ['<Note {...x}>x</Note>', 'attribute'],
  ['<Note kind="tip" onclick="x">x</Note>', 'attribute'],
  ['[x](javascript:pay())', 'address'],
  ['![x](data:text/html,x)', 'address'],
  ['[x](//evil.example)', 'address'],
  ['<Note kind="tip">', 'not MDX'],
])('the second opinion sees what acts: %s', (body, seen) => {
  expect(activeIn(body, new Set())).toContainEqual(expect.stringContaining(seen));
});

test('any bytes at all are read without an exception', () => {
  const random = new Random(7);
  for (let run = 0; run < 2000; run++) {
    const text = Array.from({ length: random.below(60) }, () => random.pick(tokens)).join('');
    const front = random.chance(0.5) ? '---\ntitle: A\n---\n' : '';
    const bytes = new TextEncoder().encode(front + text);
    const { entry, issues } = readEntry(bytes, 'content/glossary/a.mdx', undefined);
    expect(entry).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
  }
});

test('what is accepted has no node that runs, whatever was put together', () => {
  const random = new Random(99);
  const pieces = [
    '<Note kind="tip">',
    '</Note>',
    '<b>',
    '<a href="javascript:x">',
    '{x}',
    '\\{x\\}',
    '`{x}`',
    '```\n',
    '\n\n',
    'text',
    '*',
    '[a](/x)',
    '[a](javascript:x)',
    'import x',
    'export x',
    '<!-- -->',
    '> ',
    '- ',
    '&lt;b&gt;',
    '\\<b>',
    ' ',
  ];
  for (let run = 0; run < 1500; run++) {
    const body = Array.from({ length: 1 + random.below(8) }, () => random.pick(pieces)).join('');
    const { tree } = parseBody(body, 1, 'file');
    const source = new TextEncoder().encode(
      `---\ntitle: Term\nsummary: A term.\nowner: appeals\nstatus: active\neffective: 2026-01-15\nreviewBy: 2027-01-15\n---\n\n${body}\n`,
    );
    const { entry } = readEntry(source, 'content/glossary/a.mdx', undefined);
    if (!entry) continue;
    const text = JSON.stringify([entry.tree, tree]);
    expect(text).not.toMatch(
      /"type":"(?:mdxjsEsm|mdxFlowExpression|mdxTextExpression|html|mdxJsxExpressionAttribute|mdxJsxAttributeValueExpression)"/,
    );
    expect(text).not.toMatch(/"url":"javascript:/);
  }
});

test('any names at all are judged without an exception', () => {
  const random = new Random(5);
  const parts = [
    'content',
    '/',
    'policies',
    'glossary',
    'a',
    'A',
    'é',
    'e\u0301',
    '.',
    '..',
    '.mdx',
    '.md',
    '.jpeg',
    '.png',
    '-',
    ' ',
    '\n',
    '\0',
    '\\',
    'organisation.yaml',
    '🙂',
  ];
  const kinds = ['file', 'directory', 'symlink', 'submodule', 'other'] as const;
  for (let run = 0; run < 5000; run++) {
    const files = Array.from({ length: random.below(5) }, () => ({
      path: `content/${Array.from({ length: random.below(6) }, () => random.pick(parts)).join('')}`,
      kind: random.pick(kinds),
      size: random.below(400_000),
    }));
    for (const issue of checkFileNames(files)) {
      expect(issue.message).toMatch(/^Unexpected /);
      expect(issue.message + issue.file + issue.hint).not.toMatch(/\p{Cc}/u);
    }
  }
});
