import { checklistNote } from '../../checklist-note.ts';
import type { DecisionData } from '../../views/decision-data.ts';
import { fromKey, longDate } from '../../words.ts';
import type { Case } from './case-fragment.ts';
import type { Step } from './case-step.ts';
import type { Ticks } from './ticks.ts';

/** A decided case as plain text for the ticket. */
export function caseNote(
  { title, code, template, effective, table, outcomes, roles, macros, escalations, standards }: DecisionData,
  answers: Case,
  { outcome, rules }: Step,
  ticks: Ticks,
  address: string,
): string {
  const [rule] = rules;
  const decided = outcomes[outcome ?? ''];
  const role = roles[rule?.authority ?? ''];
  const macro = macros[rule?.macro ?? ''];
  const escalation = escalations[rule?.escalation ?? ''];
  const shows = new Set([...answers.keys()].flatMap((fact) => table.facts[fact]?.evidence ?? []));
  const notAsked = Object.keys(table.facts).filter((fact) => !answers.has(fact));
  const ticked = [...shows].flatMap((slug) => {
    const standard = standards[slug];
    const done = ticks.of(slug);
    if (!standard || done.size === 0) return [];
    const checks = standard.checks.map((text, index) => ({ done: done.has(index), text }));
    return ['', checklistNote(`${standard.code} ${standard.title}`, checks)];
  });
  return [
    `${title}${code ? ` (${code})` : ''}`,
    `Template: decision-templates/${template}, in force since ${longDate(effective)}`,
    `Case: ${address}`,
    '',
    `Outcome: ${decided ? `${decided.name} (${decided.code})` : outcome}`,
    ...rules.flatMap(({ id, because }) => [`Rule: ${id}`, `Reason: ${because}`]),
    ...(rules.length > 1
      ? ['These rules give the same result; the answers do not tell their reasons apart.']
      : []),
    ...(role ? [`Authority: ${role.name} (rank ${role.rank}), as the lowest role`] : []),
    ...(role?.secondReviewer ? [`Second reviewer: ${role.secondReviewer}`] : []),
    `Macro: ${macro?.title ?? rule?.noMacro ?? 'none'}`,
    ...(escalation
      ? [`Escalation: ${escalation.title} (${escalation.team}), answer within ${escalation.answerWithin}`]
      : []),
    '',
    'Facts:',
    ...[...answers].map(
      ([fact, value]) => `- ${fromKey(fact)}: ${value}. ${table.facts[fact]?.values[value] ?? ''}`,
    ),
    ...(notAsked.length > 0
      ? [`Not asked, because no answer could change the result: ${notAsked.map(fromKey).join(', ')}`]
      : []),
    '',
    'Evidence that establishes them:',
    ...[...answers.keys()].map((fact) => {
      const evidence = (table.facts[fact]?.evidence ?? []).flatMap((slug) => {
        const standard = standards[slug];
        return standard ? [`${standard.code} ${standard.title} (grade ${standard.grade})`] : [];
      });
      return `- ${fromKey(fact)}: ${evidence.join(' or ') || 'from the case file'}`;
    }),
    ...ticked,
  ].join('\n');
}
