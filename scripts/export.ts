import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exportFor } from '#macros/helpdesks/export.ts';
import { helpdeskNames } from '#macros/helpdesks/helpdesks.ts';
import { didYouMean } from '#playbook/nearest.ts';
import { formats } from '#report/report.ts';
import { playbookRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { command } from './command.ts';

const usage = `npm run export -- <helpdesk|all> --out <folder> [--root <folder>]

Writes every approved macro in the shape that the helpdesk's interface takes, one file <helpdesk>.json each.
Helpdesks: ${helpdeskNames.join(', ')}.
Exit 0: all of them, 1: some macro cannot be expressed, or the playbook cannot be read, 2: the tool failed.`;

await command(
  usage,
  { root: { type: 'string' }, out: { type: 'string' } },
  async ({ values, positionals }) => {
    const [wanted = '', more] = positionals;
    const chosen = wanted === 'all' ? helpdeskNames : helpdeskNames.filter((name) => name === wanted);
    if (chosen.length === 0 || more !== undefined || values.out === undefined) {
      if (wanted && chosen.length === 0)
        console.error(
          `Unexpected helpdesk \`${wanted}\`, expected \`all\` or a helpdesk. ${didYouMean(wanted, helpdeskNames)}`,
        );
      else console.error(usage);
      return 2;
    }
    const { playbook, issues, files } = await readPlaybook(playbookRoot(values.root));
    if (!playbook || issues.some(({ severity }) => severity === 'error')) {
      console.log(formats.text({ issues, entries: files.length }));
      console.error('Nothing was exported: mend the errors above first.');
      return 1;
    }
    const out = resolve(values.out);
    await mkdir(out, { recursive: true });
    let failed = false;
    for (const helpdesk of chosen) {
      const { request, macros, problems, withheld } = exportFor(helpdesk, playbook);
      await writeFile(
        join(out, `${helpdesk}.json`),
        `${JSON.stringify({ helpdesk, request, macros }, null, 2)}\n`,
      );
      for (const { severity, message, hint } of problems.filter(({ severity }) => severity === 'error'))
        console.log(`${helpdesk}  ${severity}  ${message}\n    ${hint}`);
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      const subjects = problems.length - errors;
      failed ||= errors > 0;
      console.log(
        [
          `${helpdesk}: ${macros.length} macros`,
          ...(withheld.length ? [`${withheld.length} withheld, not approved as they stand`] : []),
          ...(subjects ? [`${subjects} without their subject, which it has no place for`] : []),
          ...(errors ? [`${errors} errors`] : []),
        ].join(', '),
      );
    }
    return failed ? 1 : 0;
  },
);
