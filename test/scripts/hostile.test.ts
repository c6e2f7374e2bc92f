import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visible } from '#repository/gate/quote.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { run } from '#test/helpers/cli.ts';
import { hostileCorpus } from '#test/helpers/hostile-corpus.ts';

/** Files of every kind, and all the odd names. */
const files = hostileCorpus().filter(({ name }, index) => index % 9 === 0 || name === 'a name');

let folder: string;
let root: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  root = join(folder, 'playbook');
  cpSync(join(projectRoot, 'content'), join(root, 'content'), { recursive: true });
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file below a folder with what it holds. */
function snapshotOf(place: string): string {
  const hash = createHash('sha256');
  for (const path of globSync('**', { cwd: place, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort())
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

describe('a playbook with hundreds of hostile files', () => {
  test('has more than 400', () => {
    expect(files.length).toBeGreaterThan(400);
  });

  test('is refused by npm run check, every file at once, without a stack trace, and nothing is written', () => {
    const before = snapshotOf(folder);
    const { code, out, err } = run('check', ['--root', root]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const untold = files.filter(({ path }) => !toldIn(out, path));
    expect(untold.map(({ path }) => path)).toEqual([]);
    expect(out).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(out).not.toContain('The tool itself failed');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u200B]/u);
    expect(snapshotOf(folder)).toBe(before);
  }, 120_000);

  test('is not published by npm run build; the site that stood before still stands', () => {
    const dist = join(folder, 'dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'index.html'), 'the old site');
    const before = snapshotOf(folder);
    const { code, err } = run('build', ['--root', root, '--out', dist]);
    expect({ code, err }).toEqual({ code: 1, err: 'Nothing was published: mend the errors above first.' });
    expect(existsSync(`${dist}.next`)).toBe(false);
    expect(snapshotOf(folder)).toBe(before);
  }, 120_000);
});

/** Whether a file is told, or the folder in which it should not be. */
const toldIn = (report: string, path: string): boolean =>
  report.includes(`${visible(path)}:`) ||
  path
    .split('/')
    .slice(1, -1)
    .some((_, index, parts) => report.includes(`content/${parts.slice(0, index + 1).join('/')}:`));
