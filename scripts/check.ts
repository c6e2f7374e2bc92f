import { relative, resolve } from 'node:path';
import { checkPlaybook } from '#checks/check-playbook.ts';
import { type Format, formats } from '#report/report.ts';
import { today } from '#repository/clock.ts';
import { playbookRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { command } from './command.ts';

const usage = `npm run check -- [paths…] [--root <folder>] [--format text|json]

Reports every problem of the playbook at once, each as path:line:col.
Paths narrow what is reported, not what is read. Exit 0: no errors, 1: errors, 2: the tool failed.`;

await command(
  usage,
  { root: { type: 'string' }, format: { type: 'string', default: 'text' } },
  async ({ values, positionals }) => {
    const format = formats[values.format as Format];
    if (!format) {
      console.error(
        `Unexpected format \`${values.format}\`, expected one of ${Object.keys(formats).join(', ')}`,
      );
      return 2;
    }
    const root = playbookRoot(values.root);
    const wanted = positionals.map((path) => relative(root, resolve(path)));
    const read = await readPlaybook(root);
    const issues = checkPlaybook(read, today()).filter(
      ({ file }) =>
        wanted.length === 0 ||
        wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`)),
    );
    console.log(format({ issues, entries: read.files.length }));
    return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
);
