import type { OutcomeChange, Side } from '#decisions/diff-outcomes.ts';
import { describeChange } from '#history/describe-change.ts';
import type { Review } from '#review/review-change.ts';
import type { CoverageChange } from '#review/review-coverage.ts';
import type { DecisionReview } from '#review/review-decisions.ts';
import type { EntryReview } from '#review/review-entries.ts';
import type { PrecedentReview } from '#review/review-precedents.ts';
import { isUnapproved } from '#review/verdict.ts';
import { decisionSentence } from './review/outcome-sentences.ts';
import { whatIsMissing } from './review/precedent-sentences.ts';

/**
 * A review for machines; what is not there is null, never left out. Counts are numbers, or text where a number would
 * lose digits; `head` is `worktree` where the new side is the folder as it stands.
 */
export const reviewJson = (review: Review): string =>
  JSON.stringify(
    {
      base: review.base,
      head: review.worktree ? 'worktree' : review.head,
      commits: review.commits,
      verdict: review.verdict.level,
      because: review.verdict.because,
      proof: decisionSentence(review.decisions),
      issues: review.issues.map((issue) => ({ ...issue, new: review.freshIssues.includes(issue) })),
      decisions: review.decisions.map(decisionJson),
      precedents: review.precedents.map((precedent) => precedentJson(precedent, review)),
      strayOverturns: review.strayOverturns,
      macros: review.macros.map(({ id, state, stateBefore, reasons }) => ({
        id,
        state,
        stateBefore: stateBefore ?? null,
        because: reasons.map(({ text }) => text).join(' '),
        reasons,
      })),
      coverage: {
        ...review.coverage,
        gained: review.coverage.gained.map(coverageJson),
        lost: review.coverage.lost.map(coverageJson),
      },
      retiredReferences: review.retiredUses.map((use) => ({
        ...use,
        field: use.field ?? null,
        replacedBy: use.replacedBy ?? null,
      })),
      entries: review.entries.map(entryJson),
      approvers: review.who.approvers.map(({ as, team, name, people, excluded, entries }) => ({
        as,
        team: team ?? null,
        name,
        people,
        excluded,
        entries,
      })),
      authors: review.who.authors.map(({ name, handle }) => ({ name, handle: handle ?? null })),
      unowned: review.who.unowned,
    },
    null,
    2,
  );

const numberOf = (count: bigint): number | string =>
  count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : String(count);

function decisionJson(decision: DecisionReview): object {
  const { id, formerId, state } = decision;
  const template = id.replace(/^decision-templates\//, '');
  const head = { template, renamedFrom: formerId ?? null, state };
  if (!('diff' in decision)) {
    const combinations = state === 'unchanged' ? decision.combinations : undefined;
    const known = combinations === undefined ? null : numberOf(combinations);
    return { ...head, combinations: known, changed: state === 'unchanged' ? 0 : null, regions: [] };
  }
  const { combinations, changed, regions, space, complete } = decision.diff;
  return {
    ...head,
    combinations: numberOf(combinations),
    changed: numberOf(changed),
    complete,
    regions: regions.map(regionJson),
    space: state === 'changed' ? space : null,
  };
}

const regionJson = ({ when, count, from, to, example }: OutcomeChange): object => ({
  when,
  count: numberOf(count),
  from: sideJson(from),
  to: sideJson(to),
  example,
});

function sideJson(side: Side): object {
  if (side.kind === 'conflict') return { kind: side.kind, rules: side.rules.map(({ id }) => id) };
  if (side.kind !== 'rule') return side;
  const { id, outcome, authority, macro, because } = side.rule;
  return {
    kind: side.kind,
    rule: id,
    outcome,
    authority: authority ?? null,
    macro: macro ?? null,
    because,
  };
}

const precedentJson = (precedent: PrecedentReview, review: Review): object => ({
  id: precedent.id,
  template: precedent.template.replace(/^decision-templates\//, ''),
  effect: precedent.effect,
  was: precedent.was,
  now: precedent.now,
  blocked: isUnapproved(precedent),
  approval: precedent.approval ?? null,
  missing: whatIsMissing(precedent, review).map(({ says, paste }) => ({ says, paste: paste.join('\n') })),
});

const coverageJson = ({ from, macro, ...change }: CoverageChange): object => ({
  ...change,
  from: from ?? null,
  macro: macro ?? null,
});

const entryJson = ({ id, formerId, title, file, kind, changes, readable, inForce }: EntryReview): object => ({
  id,
  renamedFrom: formerId ?? null,
  title: title ?? null,
  file,
  kind,
  readable,
  inForce: inForce ?? null,
  changes: changes.map((change) => {
    const { weight, ...rest } = change;
    return { kind: weight, summary: describeChange(change), ...rest };
  }),
});
