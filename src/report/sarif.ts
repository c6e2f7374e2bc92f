import type { RuleDoc } from '#checks/check.ts';
import type { Issue } from '#playbook/issue.ts';
import type { Report } from './report.ts';

/** For code scanning: SARIF 2.1.0, one run, with every rule that reported something. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarif({ issues, rules = [] }: Report): string {
  const docs = new Map(rules.map((rule) => [rule.name, rule]));
  const reported = [...new Set(issues.map(({ rule }) => rule))].sort();
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Redress', rules: reported.map((id) => descriptor(id, docs.get(id))) } },
          columnKind: 'utf16CodeUnits',
          results: issues.map((issue) => result(issue, reported.indexOf(issue.rule))),
        },
      ],
    },
    null,
    2,
  );
}

const descriptor = (id: string, doc: RuleDoc | undefined) => ({
  id,
  ...(doc && {
    shortDescription: { text: doc.explains },
    help: {
      text: `${doc.explains}\n\nNot: ${doc.bad}\n\nBut: ${doc.good}`,
      markdown: `${doc.explains}\n\nNot:\n\n${fenced(doc.bad)}\n\nBut:\n\n${fenced(doc.good)}`,
    },
  }),
});

/** A code block whose fence is longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

const result = ({ file, line, column, severity, rule, message, hint }: Issue, ruleIndex: number) => ({
  ruleId: rule,
  ruleIndex,
  level: severity,
  message: { text: hint ? `${message}\n${hint}` : message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
        // SARIF counts from 1; a position that is unknown is left out.
        ...(line > 0 && { region: { startLine: line, ...(column > 0 && { startColumn: column }) } }),
      },
    },
  ],
});
