import type { DecisionData } from '../../views/decision-data.ts';
import type { Case } from './case-fragment.ts';
import type { Step } from './case-step.ts';
import type { Ticks } from './ticks.ts';

/** The key of sessionStorage under which a decided case waits for the page of its macro, as JSON of this form. */
export const HANDOVER_KEY = 'redress.case';
export interface Handover {
  /** Slug of the decision template. */
  template: string;
  /** Key of the outcome in organisation.yaml. */
  outcome: string;
  /** Id of the rule, or of several that give the same result, with a comma between. */
  rule: string;
  because: string;
  /** Fact to value, in the order of answering. */
  facts: Record<string, string>;
  /** What the case knows for the blanks of a macro: variable name to text. */
  values: Record<string, string>;
}

/** What a decided case hands to its macro; of the blanks only those that it knows for certain. */
export function handoverOf(
  { template, standards, clauses }: DecisionData,
  answers: Case,
  { outcome, rules }: Step,
  ticks: Ticks,
  /** As an ISO date. */
  today: string,
): Handover {
  const because = [...new Set(rules.map((rule) => rule.because))].join(' ');
  const cited = Object.entries(clauses).filter(([code]) => new RegExp(`\\b${code}\\b`).test(because));
  const checked = Object.entries(standards).filter(([slug]) => ticks.of(slug).size > 0);
  const values: Record<string, string> = {
    decision_date: today,
    reason: because,
    clause: cited.map(([code, { title }]) => `${code} ${title}`).join(', '),
    evidence_list: checked.map(([, { title }]) => withinSentence(title)).join(', '),
  };
  return {
    template,
    outcome: outcome ?? '',
    rule: rules.map(({ id }) => id).join(', '),
    because,
    facts: Object.fromEntries(answers),
    values: Object.fromEntries(Object.entries(values).filter(([, text]) => text !== '')),
  };
}

/** "Supplier invoice" as it stands within a sentence; "PIN letter" stays as it is. */
const withinSentence = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
