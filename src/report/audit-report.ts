import type { AuditFinding } from '#macros/helpdesks/audit.ts';
import { wordDiff, wordRuns } from './word-diff.ts';

/** The five things that an audit can find, in the order in which they are told. */
const headings: readonly [AuditFinding['finding'], string][] = [
  ['edited', 'Edited in place'],
  ['stale', 'Stale revision'],
  ['unknown', 'Unknown to the playbook'],
  ['missing', 'Missing in the helpdesk'],
];

/** An audit for people: every difference under its heading, edits with the words that changed, and a count at the end. */
export function auditText(findings: readonly AuditFinding[]): string {
  const sections = headings.flatMap(([kind, heading]) => {
    const found = findings.filter(({ finding }) => finding === kind);
    return found.length ? [`${heading}: ${found.length}`, ...found.flatMap(linesOf), ''] : [];
  });
  const inStep = findings.filter(({ finding }) => finding === 'in-step').length;
  const differences = findings.length - inStep;
  return [...sections, `${inStep} in step, ${differences} different`].join('\n');
}

function linesOf(finding: AuditFinding): string[] {
  switch (finding.finding) {
    case 'edited':
      return [
        `  ${finding.macro}  ${finding.name}`,
        ...finding.changes.map(
          ({ field, expected, live }) => `    ${field}: ${wordDiff(wordRuns(expected, live))}`,
        ),
      ];
    case 'stale':
      return [`  ${finding.live}  ${finding.name}`, `    ${finding.because}`];
    case 'unknown':
      return [`  ${finding.name}${finding.macro ? `  (${finding.macro})` : ''}`];
    case 'missing':
    case 'in-step':
      return [`  ${finding.macro}  ${finding.name}`];
  }
}

/** An audit for machines: `{ helpdesk, inStep, different, findings }`; edits hold the word runs that changed. */
export const auditJson = (helpdesk: string, findings: readonly AuditFinding[]): string => {
  const inStep = findings.filter(({ finding }) => finding === 'in-step').length;
  return JSON.stringify(
    {
      helpdesk,
      inStep,
      different: findings.length - inStep,
      findings: findings.map((finding) =>
        finding.finding === 'edited'
          ? {
              ...finding,
              changes: finding.changes.map((change) => ({
                ...change,
                words: wordRuns(change.expected, change.live),
              })),
            }
          : finding,
      ),
    },
    null,
    2,
  );
};
