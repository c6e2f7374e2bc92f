import type { OutcomeChange, Side } from '#decisions/diff-outcomes.ts';
import type { DecisionReview } from '#review/review-decisions.ts';
import { count, counted, factName } from './words.ts';

/** One sentence on all tables together: the proof that nothing moves, or how much does. */
export function decisionSentence(decisions: readonly DecisionReview[]): string {
  if (decisions.length === 0) return 'There is no decision template.';
  const untold = decisions.filter((decision) => combinationsOf(decision) === undefined).length;
  const open = untold === 0 ? '' : `; ${counted(untold, 'template', 'templates')} could not be compared`;
  const all = decisions.reduce((sum, decision) => sum + (combinationsOf(decision) ?? 0n), 0n);
  const moved = decisions.reduce((sum, one) => sum + ('diff' in one ? one.diff.changed : 0n), 0n);
  if (moved > 0n) return `${count(moved)} of ${count(all)} combinations end differently${open}`;
  if (untold === decisions.length) return 'No decision template could be compared';
  return `No decision changes: proven over ${count(all)} combinations${open}`;
}

/** How many combinations of a template were compared in full; undefined where they were not. */
function combinationsOf(decision: DecisionReview): bigint | undefined {
  if ('diff' in decision) return decision.diff.complete ? decision.diff.combinations : undefined;
  return decision.state === 'unchanged' ? decision.combinations : undefined;
}

/** What a change does to one template, in one sentence without its name. */
export function templateSentence(decision: DecisionReview): string {
  switch (decision.state) {
    case 'unchanged':
      return 'The table is the same';
    case 'unread':
      return 'The table cannot be read on one side, so nothing is known about its decisions';
    case 'too-large':
      return 'A fact has more values than can be compared, so nothing is known about its decisions';
    case 'changed': {
      const { combinations, changed, complete } = decision.diff;
      if (!complete)
        return `At least ${count(changed)} of ${count(combinations)} combinations end differently; the rules have too little in common to compare them all`;
      return changed === 0n
        ? `No decision changes: proven over ${count(combinations)} combinations`
        : `${count(changed)} of ${count(combinations)} combinations end differently`;
    }
    default: {
      const { combinations } = decision.diff;
      const said = { new: 'New', restored: 'In force again', removed: 'Removed', retired: 'Retired' };
      return `${said[decision.state]}: ${count(combinations)} combinations`;
    }
  }
}

/** Facts, values and exclusions that only one side of a table has, one sentence each. */
export function spaceSentences(decision: DecisionReview): string[] {
  if (decision.state !== 'changed') return [];
  const { facts, values, exclusions } = decision.diff.space;
  const value = ({ fact, value }: { fact: string; value: string }) => `${value} of ${factName(fact)}`;
  return [
    ...facts.added.map((name) => `New fact: ${factName(name)}`),
    ...facts.removed.map((name) => `Fact removed: ${factName(name)}`),
    ...values.added.map((one) => `New value: ${value(one)}`),
    ...values.removed.map((one) => `Value removed: ${value(one)}`),
    ...exclusions.added.map(({ when, because }) => `New exclusion: ${boxText(when)} (${because})`),
    ...exclusions.removed.map(({ when, because }) => `Exclusion removed: ${boxText(when)} (${because})`),
  ];
}

/** "authenticity unverified, provenance partial or none", or "every case". */
export const boxText = (when: Readonly<Record<string, string | readonly string[]>>): string =>
  Object.entries(when)
    .map(([fact, values]) => `${factName(fact)} ${[values].flat().join(' or ')}`)
    .join(', ') || 'every case';

/** One combination in words. */
export const caseText = (example: Readonly<Record<string, string>>): string =>
  Object.entries(example)
    .map(([fact, value]) => `${factName(fact)} ${value}`)
    .join(', ');

/** What a side of a box says, with what else differs from the other side: "uphold (R4), by senior, with counterfeit-upheld". */
export function sideText(side: Side, other: Side): string {
  switch (side.kind) {
    case 'gap':
      return 'no rule decides';
    case 'outside':
      return 'no case of the table';
    case 'conflict':
      return `${side.rules.map(({ id }) => id).join(' and ')} disagree`;
    case 'rule': {
      const { id, outcome, authority, macro } = side.rule;
      const against = other.kind === 'rule' ? other.rule : undefined;
      const by = against && against.authority !== authority ? `, by ${authority ?? 'anyone'}` : '';
      const sends = against && against.macro !== macro ? `, with ${macro ?? 'no macro'}` : '';
      return `${outcome} (${id}${by}${sends})`;
    }
  }
}

/** Why a side says so: the reason of its rule or exclusion; '' where nothing gives one. */
export function reasonText(side: Side): string {
  switch (side.kind) {
    case 'rule':
      return side.rule.because;
    case 'conflict':
      return side.rules.map(({ id, because }) => `${id}: ${because}`).join(' ');
    case 'outside':
      return side.because;
    case 'gap':
      return '';
  }
}

/** The most frequent move of a template, "mostly uphold to overturn (300)"; '' where there is only one or none. */
export function mainMove(regions: readonly OutcomeChange[]): string {
  const moves = new Map<string, bigint>();
  for (const { from, to, count } of regions) {
    const name = `${outcomeOf(from)} to ${outcomeOf(to)}`;
    moves.set(name, (moves.get(name) ?? 0n) + count);
  }
  const [first, ...others] = [...moves].sort(([, a], [, b]) => (a === b ? 0 : a > b ? -1 : 1));
  if (!first) return '';
  return others.length === 0 ? first[0] : `mostly ${first[0]} (${count(first[1])})`;
}

const outcomeOf = (side: Side): string =>
  side.kind === 'rule'
    ? side.rule.outcome
    : { gap: 'no rule', conflict: 'rules that disagree', outside: 'no case' }[side.kind];
