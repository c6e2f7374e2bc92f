import type { RuleDoc } from '#checks/check.ts';
import { disableRules } from '#checks/prose/disables.ts';
import { proseRules } from '#checks/prose/prose-rules.ts';
import { checks } from '#checks/run-checks.ts';

/** Rules that are about the same thing. */
export interface RuleGroup {
  /** Fragment of its heading. */
  id: string;
  title: string;
  /** What these rules are about, in one sentence. */
  summary: string;
  rules: readonly RuleDoc[];
}

/** Every rule that a check may report, in groups; the gate's rules are given, because reports do not know the gate. */
export const ruleGroups = (gate: Readonly<Record<string, Omit<RuleDoc, 'name'>>>): RuleGroup[] => [
  {
    id: 'files',
    title: 'Files and their syntax',
    summary:
      'What a file must be before anything else looks at it; nothing of this can be silenced. In an example `\\u{202E}` stands for a character and `«x × 3»` for `xxx`.',
    rules: Object.entries(gate).map(([name, { explains, bad, good }]) => ({ name, explains, bad, good })),
  },
  {
    id: 'playbook',
    title: 'The playbook as a whole',
    summary: 'What entries say about each other, about the law and about the cases that they decide.',
    rules: checks.flatMap(({ rules }) => rules),
  },
  {
    id: 'prose',
    title: 'Prose',
    summary:
      'How text reads. A line above it silences one of these, with the reason: `# redress-disable-next-line vague-word: The reason.`',
    rules: proseRules,
  },
  {
    id: 'silenced',
    title: 'Lines that silence a rule',
    summary: 'What such a line must look like.',
    rules: disableRules,
  },
];

/** The same, without groups. */
export const ruleDocs = (gate: Parameters<typeof ruleGroups>[0]): RuleDoc[] =>
  ruleGroups(gate).flatMap(({ rules }) => rules);
