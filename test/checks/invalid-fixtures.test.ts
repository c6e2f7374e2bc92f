import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPlaybook } from '#checks/check-playbook.ts';
import { formats } from '#report/report.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
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

/** What `npm run check` prints for a playbook on a fixed day. */
async function told(root: string): Promise<string> {
  const read = await readPlaybook(root);
  return `${formats.text({ issues: checkPlaybook(read, '2026-11-22'), entries: read.files.length })}\n`;
}

describe('check', () => {
  test('finds nothing in the valid playbook', async () => {
    expect(await told(validPlaybook)).toBe('8 entries: no issues\n');
  });

  test.each(cases)('tells %s in exactly the expected words', async (name) => {
    const expected = join(folder, name, 'expected.txt');
    const out = await told(playbookWith(overlay(name)));
    if (!existsSync(expected) && process.env.UPDATE) writeFileSync(expected, out);
    expect(out).toBe(readFileSync(expected, 'utf8'));
  });
});

describe('npm run check', () => {
  test('exits 0 and says so where nothing is wrong', () => {
    expect(run('check', ['--root', validPlaybook])).toEqual({
      code: 0,
      out: '8 entries: no issues',
      err: '',
    });
  });

  test('exits 1 on an error, in the words of the report', async () => {
    const root = playbookWith(overlay('several-mistakes-at-once'));
    expect(run('check', ['--root', root])).toEqual({ code: 1, out: (await told(root)).trimEnd(), err: '' });
  });

  test('prints the JSON that other tools read', () => {
    const { code, out } = run('check', [
      '--root',
      playbookWith(overlay('dangling-team')),
      '--format',
      'json',
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      issues: [
        {
          file: 'content/policies/counterfeit.mdx',
          line: 4,
          column: 8,
          severity: 'error',
          rule: 'reference-dangling',
          message: 'Unexpected `polcy`, expected a key of `teams` in organisation.yaml',
          hint: 'Did you mean `policy`?',
        },
      ],
      entries: 8,
      errors: 1,
      warnings: 0,
    });
  });

  test('reports only the paths that are named, and still reads everything', () => {
    const root = playbookWith(overlay('dangling-team'));
    expect(run('check', ['--root', root, `${root}/content/macros`])).toMatchObject({ code: 0 });
    expect(run('check', ['--root', root, `${root}/content/policies/counterfeit.mdx`])).toMatchObject({
      code: 1,
    });
    expect(run('check', ['--root', root, 'content/macros'])).toMatchObject({ code: 0 });
    expect(run('check', ['--root', root, 'content/policies/counterfeit.mdx'])).toMatchObject({ code: 1 });
  });

  test.each([
    [['--format', 'xml'], /Unexpected format `xml`/],
    [['--nonsense'], /Unknown option '--nonsense'/],
    [['--root', '/nowhere-at-all'], /No content\/ folder in \/nowhere-at-all/],
    [['--root', validPlaybook, 'content/polices'], /Unexpected path `content\/polices`, expected a file/],
    [
      ['--root', validPlaybook, import.meta.dirname],
      /Unexpected path .*, expected a file or folder that exists in/,
    ],
  ])('exits 2 on %j', (args, words) => {
    const { code, err } = run('check', args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });
});
