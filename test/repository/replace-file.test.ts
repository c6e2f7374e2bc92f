import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { replaceFile } from '#repository/replace-file.ts';

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'replace-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

test('replaces a text, keeps the permissions, and leaves nothing beside it', async () => {
  const root = folder();
  const file = join(root, 'a.mdx');
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  await replaceFile(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(root)).toEqual(['a.mdx']);
});

test('writes a file that was not there', async () => {
  const root = folder();
  await replaceFile(join(root, 'b.json'), '{}');
  expect(readFileSync(join(root, 'b.json'), 'utf8')).toBe('{}');
});

test('throws and leaves nothing where it cannot', async () => {
  const root = folder();
  await expect(replaceFile(join(root, 'none/a.mdx'), 'x')).rejects.toThrow('ENOENT');
  expect(readdirSync(root)).toEqual([]);
});
