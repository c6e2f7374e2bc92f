import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '#test/helpers/cli.ts';
import { type HistoryPlaybook, historyPlaybook } from '#test/helpers/history-playbook.ts';

let playbook: HistoryPlaybook;
let folder: string;
beforeAll(() => {
  playbook = historyPlaybook();
  folder = mkdtempSync(join(tmpdir(), 'site-'));
});
afterAll(() => {
  playbook.repository.delete();
  rmSync(folder, { recursive: true, force: true });
});

const cache = () => join(folder, 'cache');

/** Builds into a folder of its own; with a cache of its own as well, nothing is restored. */
function build(name: string, environment: NodeJS.ProcessEnv = {}): string {
  const out = join(folder, name);
  const { code, err } = run('build', ['--root', playbook.repository.root, '--out', out], {
    REDRESS_CACHE_DIR: cache(),
    ...environment,
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** The pages that a build keeps, and when each was rendered. */
const rendered = (): Record<string, number> => {
  const kept = join(cache(), 'dist');
  return Object.fromEntries(
    globSync('**/at/*/index.html', { cwd: kept }).map((file) => [file, statSync(join(kept, file)).mtimeMs]),
  );
};

const changed = (before: Record<string, number>, after: Record<string, number>): string[] =>
  Object.keys(after).filter((file) => before[file] !== after[file]);

/** Files that two builds do not have alike. */
function differences(one: string, other: string): string[] {
  const files = (out: string) =>
    globSync('**/*', { cwd: out, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name).slice(out.length));
  const all = new Set([...files(one), ...files(other)]);
  const read = (out: string, file: string) => {
    try {
      return readFileSync(join(out, file)).toString('latin1');
    } catch {
      return undefined;
    }
  };
  return [...all].filter((file) => read(one, file) !== read(other, file));
}

test('no revision is rendered twice; a commit renders the pages of its own entry alone, and warm is as cold', () => {
  build('cold');
  const first = rendered();
  expect(Object.keys(first).length).toBeGreaterThan(20);
  build('again');
  expect(changed(first, rendered())).toEqual([]);

  const file = 'content/glossary/gift-card.mdx';
  const text = readFileSync(join(playbook.repository.root, file), 'utf8');
  playbook.repository.save(file, text.replace('one shop', 'one seller'), 'Say whose', {
    date: '2026-11-21T09:00:00+01:00',
  });
  const warm = build('warm');
  const touched = changed(first, rendered());
  expect(touched.length).toBeGreaterThan(0);
  expect(touched.filter((path) => !path.startsWith('glossary/gift-card/at/'))).toEqual([]);

  const cold = build('colder', { REDRESS_CACHE_DIR: join(folder, 'other-cache') });
  expect(differences(warm, cold)).toEqual([]);
}, 600_000);

test('the day on which a text comes into force is a build on which its pages say so, and no others', () => {
  const before = rendered();
  const out = build('december', { REDRESS_TODAY: '2026-12-01' });
  const { upcoming } = playbook.commits;
  const at = 'evidence-standards/supplier-invoice/at';
  const page = readFileSync(join(out, at, upcoming.slice(0, 12), 'index.html'), 'utf8');
  expect(page).toContain('<strong>Current</strong>');
  expect(changed(before, rendered()).filter((path) => !path.startsWith(at))).toEqual([]);
  const entry = readFileSync(join(out, 'evidence-standards/supplier-invoice/index.html'), 'utf8');
  expect(entry).not.toContain('data-ahead');
});

test('without git there are no revisions, and the site says so', () => {
  const root = join(folder, 'plain');
  cpSync(join(playbook.repository.root, 'content'), join(root, 'content'), { recursive: true });
  const out = join(folder, 'plain-site');
  const { code, err } = run('build', ['--root', root, '--out', out], {
    REDRESS_CACHE_DIR: join(folder, 'plain-cache'),
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(globSync('**/at/*/index.html', { cwd: out })).toEqual([]);
  expect(readFileSync(join(out, 'evidence-standards/supplier-invoice/index.html'), 'utf8')).toContain(
    'what was in force before is not known: the site was built without git history',
  );
});
