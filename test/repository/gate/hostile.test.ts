import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Issue } from '#playbook/issue.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { playbookWith } from '#test/helpers/playbook.ts';
import { hostileBytes } from './hostile-bytes.ts';

const folder = join(import.meta.dirname, '../../fixtures/hostile');

/** Every hostile file, by its path from the playbook root: those that are stored and those that a table makes. */
const hostile: Readonly<Record<string, Uint8Array>> = {
  ...Object.fromEntries(
    globSync('**/*.mdx', { cwd: folder })
      .sort()
      .map((path) => [`content/${path}`, readFileSync(join(folder, path))]),
  ),
  ...Object.fromEntries(Object.entries(hostileBytes).map(([path, bytes]) => [`content/${path}`, bytes])),
};

const line = ({ file, line, column, rule, message }: Issue): string =>
  `${file}:${line}:${column}  ${rule}  ${message}`;

describe('a playbook full of hostile files', () => {
  test('is refused at exactly these positions, everything at once', async () => {
    const { issues } = await readPlaybook(playbookWith(hostile));
    await expect(`${issues.map(line).join('\n')}\n`).toMatchFileSnapshot(join(folder, 'expected.txt'));
  });

  test('is refused in every one of its files', async () => {
    const { issues } = await readPlaybook(playbookWith(hostile));
    // An image is refused where it is shown; a file in a folder that is refused, with the folder.
    const elsewhere = /page\.png$|\/deeper\/|\/pages\//;
    const refused = new Set(issues.map(({ file }) => file));
    expect(Object.keys(hostile).filter((path) => !refused.has(path) && !elsewhere.test(path))).toEqual([]);
  });

  test('gives the site no entry but the valid ones', async () => {
    const { playbook } = await readPlaybook(playbookWith(hostile));
    const ids = new Set(playbook?.entries.map(({ id }) => `content/${id}.mdx`));
    expect(Object.keys(hostile).filter((path) => ids.has(path))).toEqual([]);
    expect(ids.has('content/policies/counterfeit.mdx')).toBe(true);
  });

  test('puts nothing into its issues that acts on a terminal or is not seen', async () => {
    const { issues } = await readPlaybook(playbookWith(hostile));
    const text = issues.map((issue) => line(issue) + issue.hint).join('');
    expect(text.match(/\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu)).toBeNull();
  });
});

test('a link out of the playbook is refused, and what it leads to is not read', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
  writeFileSync(join(outside, 'secret.mdx'), 'CANARY: [not, yaml');
  mkdirSync(join(outside, 'folder'));
  const root = playbookWith();
  symlinkSync(join(outside, 'secret.mdx'), join(root, 'content/glossary/linked.mdx'));
  rmSync(join(root, 'content/procedures'), { recursive: true });
  symlinkSync(join(outside, 'folder'), join(root, 'content/procedures'));
  const { issues } = await readPlaybook(root);
  expect(issues.map(line)).toMatchInlineSnapshot(`
    [
      "content/glossary/linked.mdx:0:0  file-link  Unexpected symbolic link \`content/glossary/linked.mdx\`, expected a file of this repository",
      "content/procedures:0:0  file-link  Unexpected symbolic link \`content/procedures\`, expected a file of this repository",
    ]
  `);
  expect(JSON.stringify(issues)).not.toContain('CANARY');
});
