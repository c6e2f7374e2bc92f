import { analysisJson } from '#decisions/analysis-json.ts';
import { analysisText } from '#decisions/analysis-text.ts';
import { judge } from '#decisions/findings.ts';
import { byPosition, type Issue } from '#playbook/issue.ts';
import { formats } from '#report/report.ts';
import { command } from './command.ts';
import { readTemplate } from './read-template.ts';

const usage = `npm run analyse -- <template> [--root <folder>] [--format text|json]

Proves that every combination of facts which can occur has exactly one outcome, or says where not.
<template> is the slug of a decision template, or the path of any .mdx, .md, .yaml or .json file with a table.
Exit 0: no errors, 1: errors, 2: the tool failed.`;

/** What is wrong with the names in a table, for which the JSON of an analysis has no field. */
const aboutNames = /^decision-(?:unknown|duplicate|bands|too-many|exclusion)/;

await command(
  usage,
  { root: { type: 'string' }, format: { type: 'string', default: 'text' } },
  async ({ values, positionals }) => {
    const [given, ...more] = positionals;
    const { format } = values;
    if (given === undefined || more.length > 0 || (format !== 'text' && format !== 'json')) {
      console.error(usage);
      return 2;
    }
    const template = await readTemplate(given, values.root);
    if (typeof template === 'string') {
      console.error(template);
      return 1;
    }
    const { table, file, positionOf } = template;
    if (!table) {
      console.log(formats[format]({ issues: template.issues, entries: 1 }));
      return 1;
    }
    const { findings, analysis } = judge(table);
    const issues = findings
      .map(({ path, isKey, ...finding }): Issue => ({ file, ...positionOf(path, isKey), ...finding }))
      .sort(byPosition);
    if (format === 'text' || !analysis) {
      if (analysis) console.log(`${analysisText(template.slug, table, analysis)}\n`);
      console.log(formats[format]({ issues, entries: 1 }));
    } else {
      const untold = issues.filter(({ rule }) => aboutNames.test(rule));
      if (untold.length > 0) console.error(formats.text({ issues: untold, entries: 1 }));
      console.log(JSON.stringify(analysisJson(template.slug, table.rules.length, analysis), null, 2));
    }
    return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
);
