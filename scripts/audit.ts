import { readFile } from 'node:fs/promises';
import { audit } from '#macros/helpdesks/audit.ts';
import { helpdeskNames } from '#macros/helpdesks/helpdesks.ts';
import { didYouMean } from '#playbook/nearest.ts';
import { auditJson, auditText } from '#report/audit-report.ts';
import { formats } from '#report/report.ts';
import { EnvironmentError } from '#repository/environment-error.ts';
import { playbookRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { command } from './command.ts';

const usage = `npm run audit -- <helpdesk> <file> [--root <folder>] [--format text|json]

Compares an export of the live helpdesk (JSON, as its interface lists macros) with the playbook.
Helpdesks: ${helpdeskNames.join(', ')}. Exit 0: all in step, 1: any difference, 2: the tool failed.`;

await command(
  usage,
  { root: { type: 'string' }, format: { type: 'string', default: 'text' } },
  async ({ values, positionals }) => {
    const [wanted = '', file, more] = positionals;
    const helpdesk = helpdeskNames.find((name) => name === wanted);
    if (!helpdesk || file === undefined || more !== undefined || !['text', 'json'].includes(values.format)) {
      if (wanted && !helpdesk)
        console.error(
          `Unexpected helpdesk \`${wanted}\`, expected one of the list. ${didYouMean(wanted, helpdeskNames)}`,
        );
      else console.error(usage);
      return 2;
    }
    const { playbook, issues, files } = await readPlaybook(playbookRoot(values.root));
    if (!playbook) {
      console.log(formats.text({ issues, entries: files.length }));
      return 1;
    }
    const findings = audit(helpdesk, await jsonOf(file), playbook);
    if (!findings)
      throw new EnvironmentError(
        `${file} holds no list of macros.`,
        'Save what the interface of the helpdesk lists, as JSON.',
      );
    console.log(values.format === 'json' ? auditJson(helpdesk, findings) : auditText(findings));
    return findings.every(({ finding }) => finding === 'in-step') ? 0 : 1;
  },
);

async function jsonOf(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new EnvironmentError(
      `${file} cannot be read: ${error.code ?? error.message}.`,
      'Name an export of the helpdesk.',
    );
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new EnvironmentError(
      `${file} is not JSON.`,
      'Save what the interface of the helpdesk lists, as JSON.',
    );
  }
}
