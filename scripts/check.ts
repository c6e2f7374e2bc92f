import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { RuleDoc } from '#checks/check.ts';
import { type Format, formats } from '#report/report.ts';
import { today } from '#repository/clock.ts';
import { playbookRoot } from '#repository/playbook-root.ts';
import { timeZoneOf } from '#repository/time-zone.ts';
import { command } from './command.ts';
import { findIssues } from './find-issues.ts';

const usage = `npm run check -- [paths…] [--root <folder>] [--format text|json|github|sarif] [--fix]
npm run check -- --approvals [--root <folder>] [--format text|json]

Reports every problem of the playbook at once, each as path:line:col.
Paths narrow what is reported and mended, not what is read. Exit 0: no errors, 1: errors, 2: the tool failed.
--fix first mends what can be mended in one way only, and then reports what is left.
--approvals lists instead for every macro whether it is approved, and if not, why it may not be sent.`;

await command(
  usage,
  {
    root: { type: 'string' },
    format: { type: 'string', default: 'text' },
    fix: { type: 'boolean', default: false },
    approvals: { type: 'boolean', default: false },
  },
  async ({ values, positionals }) => {
    const format = Object.hasOwn(formats, values.format) ? formats[values.format as Format] : undefined;
    if (!format) {
      console.error(
        `Unexpected format \`${values.format}\`, expected one of ${Object.keys(formats).join(', ')}`,
      );
      return 2;
    }
    const root = playbookRoot(values.root);
    const wanted: string[] = [];
    for (const given of positionals) {
      const path = pathInPlaybook(root, given);
      if (path === undefined) {
        console.error(`Unexpected path \`${given}\`, expected a file or folder that exists in ${root}`);
        return 2;
      }
      wanted.push(path);
    }
    if (values.approvals) return listApprovals(root, values.format);

    const isWanted = ({ file }: { file: string }) =>
      wanted.length === 0 ||
      wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
    const day = today(await timeZoneOf(root));
    if (values.fix) {
      const { fixFiles } = await import('./fix-files.ts');
      const { mends, files } = await fixFiles(root, day, isWanted);
      // Beside the report, which a machine may be reading.
      console.error(`Mended: ${mends} in ${files} ${files === 1 ? 'file' : 'files'}`);
    }
    const { issues: all, entries } = await findIssues(root, day);
    const issues = all.filter(isWanted);
    const rules = values.format === 'sarif' ? await allRules() : [];
    console.log(format({ issues, entries, rules }));
    return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
);

async function allRules(): Promise<RuleDoc[]> {
  const { ruleDocs } = await import('#report/rule-docs.ts');
  const { gateRules } = await import('#repository/gate/rules.ts');
  return ruleDocs(gateRules);
}

/** A path that was given, told from the playbook's root, or from the present folder; undefined where it is neither. */
function pathInPlaybook(root: string, given: string): string | undefined {
  const told = [resolve(root, given), resolve(given)].find((path) => existsSync(path));
  const path = told && relative(root, told);
  return path === undefined || path.startsWith('..') ? undefined : path;
}

async function listApprovals(root: string, format: string): Promise<number> {
  const { readPlaybook } = await import('#repository/read-playbook.ts');
  const { approvalsJson, approvalsText } = await import('#report/approvals.ts');
  const { playbook, issues, files } = await readPlaybook(root);
  if (!playbook) {
    console.log(formats.text({ issues, entries: files.length }));
    return 1;
  }
  console.log(format === 'json' ? approvalsJson(playbook) : approvalsText(playbook));
  return 0;
}
