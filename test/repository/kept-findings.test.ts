import { appendFileSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingsKey } from '#repository/kept-findings.ts';
import { run } from '#test/helpers/cli.ts';
import { playbookWith } from '#test/helpers/playbook.ts';

const file = 'content/glossary/appeal.mdx';

describe('findingsKey', () => {
  test('is the same for the same content, wherever it stands', async () => {
    expect(await findingsKey(playbookWith(), '2026-11-22')).toBe(
      await findingsKey(playbookWith(), '2026-11-22'),
    );
  });

  test.each<[string, (root: string) => void]>([
    ['a letter', (root) => appendFileSync(join(root, file), 'x')],
    ['a file of another kind', (root) => appendFileSync(join(root, 'content/notes.txt'), '')],
    ['a symbolic link', (root) => symlinkSync('appeal.mdx', join(root, 'content/glossary/other.mdx'))],
  ])('changes with %s', async (_, change) => {
    const root = playbookWith();
    const before = await findingsKey(root, '2026-11-22');
    change(root);
    expect(await findingsKey(root, '2026-11-22')).not.toBe(before);
  });

  test('changes with the day, on which dates may have passed', async () => {
    const root = playbookWith();
    expect(await findingsKey(root, '2026-11-22')).not.toBe(await findingsKey(root, '2026-11-23'));
  });
});

describe('npm run check', () => {
  test('says the same the second time, and what is new the third', () => {
    const root = playbookWith();
    appendFileSync(join(root, file), '\nA recieved one.\n');
    const first = run('check', ['--root', root]);
    expect(first.out).toContain('recieved');
    expect(run('check', ['--root', root])).toEqual(first);
    appendFileSync(join(root, file), '\nA differant one.\n');
    expect(run('check', ['--root', root]).out).toContain('differant');
    expect(readFileSync(join(root, file), 'utf8')).toContain('recieved');
  });

  test.each([
    [['nowhere.mdx'], 'Unexpected path `nowhere.mdx`, expected a file or folder that exists in'],
    [
      ['--format', 'constructor'],
      'Unexpected format `constructor`, expected one of text, json, github, sarif',
    ],
  ])('exits 2 on %j', (args, err) => {
    const ran = run('check', ['--root', playbookWith(), ...args]);
    expect(ran).toEqual({ code: 2, out: '', err: expect.stringContaining(err) });
  });
});
