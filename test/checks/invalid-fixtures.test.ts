import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '#test/helpers/cli.ts';
import { playbookWith, validPlaybook } from '#test/helpers/playbook.ts';

const folder = join(import.meta.dirname, '../fixtures/invalid');
const cases = readdirSync(folder).sort();

/** The files that a case puts over the valid playbook; a file `<name>.removed` takes one away. */
const overlay = (name: string): Record<string, string | undefined> =>
  Object.fromEntries(
    globSync('content/**/*.*', { cwd: join(folder, name) }).map((path) =>
      path.endsWith('.removed')
        ? [path.replace(/\.removed$/, ''), undefined]
        : [path, readFileSync(join(folder, name, path), 'utf8')],
    ),
  );

describe('check', () => {
  test('finds nothing in the valid playbook', () => {
    expect(run('check', ['--root', validPlaybook])).toEqual({
      code: 0,
      out: '9 entries: no issues',
      err: '',
    });
  });

  test.each(cases)('fails on %s with exactly the expected words', (name) => {
    const { code, out, err } = run('check', ['--root', playbookWith(overlay(name))]);
    const expected = join(folder, name, 'expected.txt');
    if (!existsSync(expected) && process.env.UPDATE) writeFileSync(expected, `${out}\n`);
    expect(`${out}\n`).toBe(readFileSync(expected, 'utf8'));
    expect(err).toBe('');
    expect(code).toBe(/ {2}error {2}/.test(out) ? 1 : 0);
  });
});
