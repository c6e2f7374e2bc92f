import type { DecisionTable } from '#schemas/decision-template.ts';
import type { Evaluation } from './evaluate.ts';
import type { FlipSet } from './flip-sets.ts';
import { listed } from './sentences.ts';

/** The most flip sets that are shown. */
const FEW = 8;

/** How a case stands, for people: the decision as far as it is settled, what to ask next, what would change it. */
export function evaluationText(
  table: DecisionTable,
  evaluation: Evaluation,
  flips: readonly FlipSet[],
): string {
  const { outcome, rule, because, authority, macro, escalation, rules, open, next, expected } = evaluation;
  const asked = next === null ? undefined : table.facts[next];
  const outcomes = [...new Set(rules.map((rule) => rule.outcome))];
  const left = expected === null ? '' : ` (about ${Math.ceil(expected)} to go)`;
  const rows = [
    ['Outcome', outcome ?? `open: ${listed(outcomes)}`],
    ['Rule', rule ?? listed(rules.map(({ id }) => id))],
    ['Because', because],
    ['Authority', authority],
    ['Macro', macro],
    ['Escalation', escalation],
    ['Open', open.join(', ')],
    ['Ask next', asked && `${next}: ${asked.ask} ${Object.keys(asked.values).join(' | ')}${left}`],
  ].flatMap(([name, text]) => (text ? [`${name?.padEnd(11)} ${text}`] : []));
  if (flips.length === 0) return rows.join('\n');
  return [
    ...rows,
    'What would change this',
    ...flips.slice(0, FEW).map((flip) => `  ${flipText(table, flip)}`),
  ].join('\n');
}

/** "authenticity verified (grading-certificate, supplier-invoice): overturn, R1". */
function flipText({ facts }: DecisionTable, { changes, outcome, rule }: FlipSet): string {
  const parts = Object.entries(changes).map(([name, value]) => {
    const evidence = facts[name]?.evidence ?? [];
    return `${name} ${value}${evidence.length > 0 ? ` (${evidence.join(', ')})` : ''}`;
  });
  return `${listed(parts)}: ${outcome}${rule ? `, ${rule}` : ''}`;
}
