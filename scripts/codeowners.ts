import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { codeowners, ownedPatterns } from '#report/codeowners.ts';
import { formats } from '#report/report.ts';
import { gitState } from '#repository/git-state.ts';
import { playbookRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { replaceFile } from '#repository/replace-file.ts';
import { command } from './command.ts';

const usage = `npm run codeowners [-- --check] [--root <folder>]

Writes .github/CODEOWNERS from the owner of every entry and the GitHub names in organisation.yaml, so that GitHub asks
the right team to review a change. Lines that people wrote above and below the own ones are kept.
--check writes nothing. Exit 0: up to date, 1: out of date or the playbook cannot be read, 2: the tool failed.`;

await command(
  usage,
  { root: { type: 'string' }, check: { type: 'boolean', default: false } },
  async ({ values, positionals }) => {
    if (positionals.length) {
      console.error(usage);
      return 2;
    }
    const root = playbookRoot(values.root);
    const { playbook, issues, files } = await readPlaybook(root);
    if (!playbook || issues.some(({ severity }) => severity === 'error')) {
      console.log(formats.text({ issues, entries: files.length }));
      return 1;
    }
    const { prefix } = await gitState(root);
    const path = join(resolve(root, '../'.repeat(prefix.split('/').length - 1)), '.github/CODEOWNERS');
    const present = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const patterns = ownedPatterns(playbook, prefix);
    const text = codeowners(patterns, present);
    const unnamed = new Set(
      patterns.filter(({ owner }) => owner.github.length === 0).map(({ owner }) => owner.team),
    );
    if (unnamed.size) {
      console.error(
        `GitHub asks nobody to review what these teams own: ${[...unnamed].join(', ')}.\nGive each its \`github\` under \`teams\` in content/organisation.yaml, such as \`github: "@example/appeals"\`.`,
      );
    }
    if (text === present) {
      console.log(`.github/CODEOWNERS is up to date: ${patterns.length} patterns.`);
      return 0;
    }
    if (values.check) {
      console.log(
        '.github/CODEOWNERS is out of date, expected what the entries say.\nRun `npm run codeowners` and commit it.',
      );
      return 1;
    }
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, text);
    console.log(
      `Wrote .github/CODEOWNERS: ${patterns.length} patterns for ${playbook.entries.length} entries.`,
    );
    return 0;
  },
);
