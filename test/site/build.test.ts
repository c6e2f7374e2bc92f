import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '#test/helpers/cli.ts';
import { playbookWith, validPlaybook } from '#test/helpers/playbook.ts';

/** A temporary folder, gone when the test ends. */
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const build = (root: string, out: string, environment: NodeJS.ProcessEnv = {}) =>
  run('build', ['--root', root, '--out', out], { REDRESS_CACHE_DIR: `${out}.cache`, ...environment });

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

const entryOf = (path: string, change: (text: string) => string) => ({
  [path]: change(read(validPlaybook, path)),
});

const glossary = 'content/glossary/appeal.mdx';

describe('npm run build', () => {
  test('makes a page for every entry, a redirect for every old address, and leaves drafts out of search', () => {
    const out = join(temporary(), 'dist');
    const draft = entryOf(glossary, (text) => text.replace('status: active', 'status: draft'));
    const { code, err } = build(playbookWith(draft), out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(read(out, 'policies/counterfeit/index.html')).toContain('id="cf-2"');
    expect(read(out, 'policies/fakes/index.html')).toMatch(
      /http-equiv="refresh"[^>]*\/policies\/counterfeit\//,
    );
    expect(read(out, 'glossary/appeal/index.html')).toMatch(/draft/i);
    expect(existsSync(`${out}.next`)).toBe(false);
  });

  test('published under a sub-path, every address of its own begins with it', () => {
    const out = join(temporary(), 'dist');
    expect(build(validPlaybook, out, { BASE_PATH: 'handbook', SITE_URL: 'https://example.org' }).code).toBe(
      0,
    );
    const addresses = globSync('**/*.html', { cwd: out }).flatMap((file) =>
      [...read(out, file).matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, address]) => address ?? ''),
    );
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !address.startsWith('/handbook/'))).toEqual([]);
  });

  test('with an error in the content, says it exactly, exits 1, and leaves the old site as it was', () => {
    const out = join(temporary(), 'dist');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'the old site');
    const broken = playbookWith(entryOf(glossary, (text) => text.replace('owner: appeals', 'owner: apeals')));
    const { code, out: printed } = build(broken, out);
    expect(code).toBe(1);
    expect(printed).toContain('content/glossary/appeal.mdx:4:8  error  Unexpected `apeals`');
    expect(read(out, 'index.html')).toBe('the old site');
    expect(existsSync(`${out}.next`)).toBe(false);
  });

  test('a warm build equals a cold one, byte for byte', () => {
    const folder = temporary();
    const cold = join(folder, 'cold');
    const warm = join(folder, 'warm');
    const environment = { REDRESS_CACHE_DIR: join(folder, 'cache') };
    expect(build(validPlaybook, cold, environment).code).toBe(0);
    expect(build(validPlaybook, warm, environment).code).toBe(0);
    expect(spawnSync('diff', ['-rq', cold, warm], { encoding: 'utf8' }).stdout).toBe('');
  });

  test('nothing of a secret in the environment or beside the content reaches the site or the log', () => {
    const canary = 'canary-7f3a91';
    const out = join(temporary(), 'dist');
    const root = playbookWith({ 'secret.txt': canary });
    const { code, out: printed, err } = build(root, out, { CANARY: canary });
    expect(code).toBe(0);
    expect(printed + err).not.toContain(canary);
    for (const file of globSync('**/*.*', { cwd: out })) expect(read(out, file)).not.toContain(canary);
  });
});
