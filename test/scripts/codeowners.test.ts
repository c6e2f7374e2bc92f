import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ownerOf } from '#playbook/owners.ts';
import { ownedPatterns } from '#report/codeowners.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { run } from '#test/helpers/cli.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { validPlaybook } from '#test/helpers/playbook.ts';

/** What git takes a pattern to match, below a repository's top. */
const matchedBy = (root: string, pattern: string): string[] =>
  execFileSync(
    'git',
    ['-C', root, 'ls-files', '-z', '--cached', '--others', '--ignored', `--exclude=${pattern}`],
    {
      encoding: 'utf8',
    },
  )
    .split('\0')
    .filter(Boolean);

describe('the shipped playbook', async () => {
  const { playbook } = await readPlaybook(projectRoot);
  if (!playbook) throw new Error('The playbook cannot be read');
  const patterns = ownedPatterns(playbook, '').map((owned) => ({
    ...owned,
    files: new Set(matchedBy(projectRoot, owned.pattern)),
  }));

  test('every pattern matches a file, by the word of git', () => {
    expect(patterns.filter(({ files }) => files.size === 0)).toEqual([]);
  });

  test('the last pattern that matches an entry names its owner', () => {
    const wrong = playbook.entries.filter((entry) => {
      const last = patterns.findLast(({ files }) => files.has(entry.file));
      return last?.owner.team !== entry.data.owner;
    });
    expect(playbook.entries.length).toBeGreaterThan(200);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('.github/CODEOWNERS is up to date (npm run codeowners)', () => {
    expect(run('codeowners', ['--check'])).toMatchObject({ code: 0 });
  });

  test('every owner is a team with the people that organisation.yaml gives it', () => {
    const { organisation } = playbook;
    for (const entry of playbook.entries) {
      const owner = ownerOf(organisation, entry);
      expect(owner?.people.every((handle) => organisation.people[handle]?.team === entry.data.owner)).toBe(
        true,
      );
    }
    expect(ownerOf(organisation, { data: { ...playbook.entries[0]?.data, owner: 'nobody' } as never })).toBe(
      undefined,
    );
  });
});

describe('npm run codeowners', () => {
  /** The small playbook in a folder of a repository, with GitHub names for one team and one person. */
  const repository = (folder: string): TestRepository => {
    const made = new TestRepository();
    onTestFinished(() => made.delete());
    mkdirSync(join(made.root, folder), { recursive: true });
    cpSync(validPlaybook, join(made.root, folder), { recursive: true });
    const file = join(folder, 'content/organisation.yaml');
    const text = readFileSync(join(made.root, file), 'utf8')
      .replace(/^ {2}appeals:\n/m, (found) => `${found}    github: "@example/appeals"\n`)
      .replace(/^ {2}policy-lead:\n/m, (found) => `${found}    github: "@octocat"\n`);
    made.save(file, text);
    made.commit('Write the playbook');
    return made;
  };

  test('names teams, or their people where the team has no name, from the top of the repository', () => {
    const { root } = repository('our playbook');
    const args = ['--root', join(root, 'our playbook')];
    expect(run('codeowners', [...args, '--check'])).toEqual({
      code: 1,
      out: '.github/CODEOWNERS is out of date, expected what the entries say.\nRun `npm run codeowners` and commit it.',
      err: '',
    });
    expect(run('codeowners', args).code).toBe(0);
    const text = readFileSync(join(root, '.github/CODEOWNERS'), 'utf8');
    expect(text).toMatchInlineSnapshot(`
      "# Who answers for what under content/. Written by \`npm run codeowners\`: change the \`owner\` of an entry instead.
      /our\\ playbook/content/policies/ @octocat # Policy
      /our\\ playbook/content/evidence-standards/ @octocat # Policy
      /our\\ playbook/content/decision-templates/ @example/appeals # Appeals
      /our\\ playbook/content/macros/ @example/appeals # Appeals
      /our\\ playbook/content/procedures/ @example/appeals # Appeals
      /our\\ playbook/content/escalation-paths/ @octocat # Policy
      /our\\ playbook/content/precedents/ @example/appeals # Appeals
      /our\\ playbook/content/glossary/ @example/appeals # Appeals
      # End of what \`npm run codeowners\` writes.
      "
    `);
    for (const line of text.split('\n').filter((line) => line.startsWith('/'))) {
      const pattern = /^(?:\\.|\S)+/.exec(line)?.[0] ?? '';
      expect(matchedBy(root, pattern).length, pattern).toBeGreaterThan(0);
    }
    expect(run('codeowners', [...args, '--check']).code).toBe(0);
  });

  test('keeps what people wrote above and below, and replaces its own lines', () => {
    const made = repository('.');
    made.write('.github/CODEOWNERS', '/src/ @example/tools\n');
    expect(run('codeowners', ['--root', made.root]).code).toBe(0);
    const path = join(made.root, '.github/CODEOWNERS');
    const written = readFileSync(path, 'utf8');
    expect(written.startsWith('/src/ @example/tools\n\n# Who answers')).toBe(true);
    made.write(
      '.github/CODEOWNERS',
      `${written.replace('@example/appeals', '@example/old')}/docs/ @octocat\n`,
    );
    expect(run('codeowners', ['--root', made.root, '--check']).code).toBe(1);
    expect(run('codeowners', ['--root', made.root]).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(`${written}/docs/ @octocat\n`);
  });

  test('says which teams have no name on GitHub, and still says who they are', () => {
    const made = repository('.');
    const file = 'content/organisation.yaml';
    const text = readFileSync(join(made.root, file), 'utf8');
    made.write(file, text.replace(/^ {4}github: .*\n/gm, ''));
    const { code, err } = run('codeowners', ['--root', made.root]);
    expect(code).toBe(0);
    expect(err).toMatchInlineSnapshot(`
      "GitHub asks nobody to review what these teams own: policy, appeals.
      Give each its \`github\` under \`teams\` in content/organisation.yaml, such as \`github: "@example/appeals"\`."
    `);
    expect(readFileSync(join(made.root, '.github/CODEOWNERS'), 'utf8')).toContain(
      '/content/macros/ # Appeals',
    );
  });

  test('refuses a name that GitHub could not know, and writes nothing', () => {
    const made = repository('.');
    const file = 'content/organisation.yaml';
    made.write(file, readFileSync(join(made.root, file), 'utf8').replace('@example/appeals', 'appeals'));
    const { code, out } = run('codeowners', ['--root', made.root]);
    expect(code).toBe(1);
    expect(out).toContain(
      'expected an account or a team on GitHub, such as `@octocat` or `@example/appeals`',
    );
    expect(run('codeowners', ['--root', made.root, '--chek']).code).toBe(2);
  });
});
