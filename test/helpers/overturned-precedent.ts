/** Where things stand in the small playbook. */
export const template = 'content/decision-templates/counterfeit.mdx';
export const precedent = 'content/precedents/counterfeit-verified-jacket.mdx';
export const precedentId = 'precedents/counterfeit-verified-jacket';
export const organisation = 'content/organisation.yaml';

/** What is replaced in the template by what: R1 now upholds, so that the jacket would be decided otherwise. */
export const refusal = [
  'outcome: overturn\n    because: The item is authentic.\n    authority: frontline\n    macro: counterfeit-overturned',
  'outcome: uphold\n    because: Every appeal is refused.\n    authority: frontline\n    noMacro: The policy team writes to the seller.',
] as const;

/** The same for the precedent, which is then marked as overturned. */
export const mark = [
  '\n---\n\n## The',
  '\noverturnedBy:\n  date: 2026-11-22\n  reason: The rule was too kind.\n---\n\n## The',
] as const;

/** A commit message with the trailers that are given in its last paragraph. */
export const trailers = (...lines: string[]): string => `Refuse every appeal\n\n${lines.join('\n')}\n`;
export const overturns = `Overturns: ${precedentId}`;
