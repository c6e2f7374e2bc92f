import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Issue } from '#playbook/issue.ts';
import { checkFileNames } from '#repository/gate/file-names.ts';
import { checkImages } from '#repository/gate/images.ts';
import { parseBody } from '#repository/gate/parse-body.ts';
import { readEntry } from '#repository/read-entry.ts';
import { validPlaybook } from '#test/helpers/playbook.ts';
import { Random } from '#test/helpers/random.ts';

const entries = globSync('content/*/*.mdx', { cwd: validPlaybook })
  .sort()
  .map((file) => ({ file, bytes: [...readFileSync(join(validPlaybook, file))] }));

/** What an author, an editor or an attacker may put somewhere. */
const fragments = [
  ...[
    '{',
    '}',
    '{x}',
    '{{x}}',
    '<',
    '>',
    '</',
    '<Note kind="tip">',
    '</Note>',
    '<A a={',
    '"',
    "'",
    '`',
    '```\n',
    '*',
    '**',
    '_',
    '[',
    '](',
    ')',
  ],
  ...[
    '---\n',
    '\n---\n',
    ':',
    ': ',
    '- ',
    '# ',
    '#',
    '&a ',
    '*a',
    '!!x ',
    '<<: ',
    '|\n',
    '>',
    '?',
    '%',
    '\t',
    '\r\n',
    '\n',
    '\n\n',
    '  ',
  ],
  ...[
    '\0',
    '\u200B',
    '\u202E',
    '\uFEFF',
    '\u0301',
    'é',
    '😀',
    'м',
    'import ',
    'export ',
    'javascript:',
    '//',
    '\\',
    '%zz',
    '![x](./x.png)',
    '__proto__: x\n',
    'null',
    'yes',
    '012',
  ],
].map((text) => [...new TextEncoder().encode(text)]);

/** The bytes with a few places changed: something put in, taken out, doubled, or one byte flipped. */
function mutated(bytes: readonly number[], random: Random): Uint8Array {
  const copy = [...bytes];
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(copy.length + 1);
    const length = random.below(random.chance(0.1) ? 200 : 8);
    const kind = random.below(5);
    if (kind === 0) copy.splice(at, length);
    else if (kind === 1) copy.splice(at, 0, ...copy.slice(at, at + length));
    else if (kind === 2 && at < copy.length) copy[at] = random.below(256);
    else copy.splice(at, 0, ...random.pick(fragments));
  }
  return Uint8Array.from(copy);
}

const wellFormed = ({ line, column, rule, message, severity }: Issue, lines: number): boolean =>
  Number.isInteger(line) &&
  Number.isInteger(column) &&
  line >= 0 &&
  line <= lines &&
  column >= (line === 0 ? 0 : 1) &&
  /^[a-z]+(?:-[a-z0-9]+)+$/.test(rule) &&
  message.startsWith('Unexpected ') &&
  severity === 'error';

test('thousands of changed entries are read without an exception, in a blink, with positions that exist', async () => {
  const random = new Random(2026);
  let slowest = 0;
  let refused = 0;
  for (let run = 0; run < 2500; run++) {
    const { file, bytes } = random.pick(entries);
    const changed = mutated(bytes, random);
    const start = process.cpuUsage();
    const { entry, issues } = readEntry(changed, file, undefined);
    slowest = Math.max(slowest, process.cpuUsage(start).user / 1000);
    const lines = changed.filter((byte) => byte === 0x0a).length + 1;
    expect(issues.filter((issue) => !wellFormed(issue, lines))).toEqual([]);
    // Either sound or refused, never neither.
    expect(entry === undefined).toBe(issues.length > 0);
    if (issues.length > 0) refused++;
    if (entry) await checkImages(entry.tree, file, async () => changed);
  }
  expect(refused).toBeGreaterThan(1000);
  expect(refused).toBeLessThan(2500);
  expect(slowest).toBeLessThan(500);
});

test('any bytes at all are read without an exception', () => {
  const random = new Random(7);
  for (let run = 0; run < 2000; run++) {
    const bytes = Array.from({ length: random.below(60) }, () => random.pick(fragments)).flat();
    const front = random.chance(0.5) ? [...new TextEncoder().encode('---\ntitle: A\n---\n')] : [];
    const { entry, issues } = readEntry(
      Uint8Array.from([...front, ...bytes]),
      'content/glossary/a.mdx',
      undefined,
    );
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
