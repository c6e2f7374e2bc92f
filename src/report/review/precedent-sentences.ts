import type { CaseDecision } from '#decisions/decide-case.ts';
import type { Review } from '#review/review-change.ts';
import type { PrecedentReview } from '#review/review-precedents.ts';
import { factName, listed } from './words.ts';

/** What happened to a precedent, in one sentence. */
export function precedentSentence({ effect, was, now }: PrecedentReview): string {
  const then = `${was.outcome}${was.rule ? ` under ${was.rule}` : ''}`;
  switch (effect) {
    case 'overturned':
      return `It was decided as ${then} and would now be ${decisionText(now)}`;
    case 'rewritten':
      return `Its outcome on record, ${then}, is rewritten; the table says ${decisionText(now)}`;
    case 'released':
      return `It is marked as overturned, and the table still says ${decisionText(now)}`;
    case 'open':
      return `It was decided as ${then}; the table now asks for more than the case tells: ${decisionText(now)}`;
    case 'restated':
      return `Its facts read otherwise; it is still decided as ${decisionText(now)}`;
    case 'retired':
      return `It no longer binds, and the table still says ${decisionText(now)}`;
    case 'bound':
      return `It binds again; the table says ${decisionText(now)}`;
  }
}

function decisionText(now: CaseDecision): string {
  switch (now.kind) {
    case 'decided':
      return `${now.outcome} under ${now.rule}`;
    case 'gap':
      return 'decided by no rule';
    case 'conflict':
      return `decided by rules that disagree, ${now.rules.join(' and ')}`;
    case 'excluded':
      return `ruled out as a case that cannot occur (${now.because})`;
    case 'incomplete': {
      const { missing, unknownValues } = now;
      const unknown = unknownValues.map(
        ({ fact, value }) => `${value} of ${factName(fact)} is no longer a value`,
      );
      return listed([...unknown, ...missing.map((fact) => `${factName(fact)} is missing`)]);
    }
  }
}

/** What has to be added before a precedent may be overturned: a sentence, and lines to paste. */
export interface Missing {
  says: string;
  paste: readonly string[];
}

/** Everything that an overturned precedent still lacks; empty where nothing is. */
export function whatIsMissing(precedent: PrecedentReview, { overturners, who, today }: Review): Missing[] {
  const { id, approval, unmarked } = precedent;
  if (!approval) return [];
  const entitled = overturners.map((handle) => who.names.get(handle) ?? handle);
  const [first = '<who may approve precedents>'] = entitled;
  const others = entitled.length > 1 ? `, or of ${listed(entitled.slice(1))}` : '';
  const trailers = [`Overturns: ${id}`, `Approved-by: ${first}`];
  const nobody =
    entitled.length === 0
      ? ' Nobody but the authors may: give somebody `mayApprove: [precedents]` first.'
      : '';
  const missing: Missing[] = [];
  if (approval.kind === 'none') {
    missing.push({
      says: `If that is meant, write into the last paragraph of a commit message of this range, with the approval of ${first}${others}:${nobody}`,
      paste: trailers,
    });
  } else if (approval.kind === 'refused') {
    const why = approval.refusals.map(({ name, because }) =>
      because === 'author' ? `${name} is an author of this range` : `${name} may not approve precedents`,
    );
    const so = why.length > 0 ? `${listed(why)}. ` : '';
    missing.push({
      says: `${so}Commit ${approval.commit.slice(0, 10)} needs the approval of ${first}${others} in the same message:${nobody}`,
      paste: trailers,
    });
  }
  if (unmarked !== undefined) {
    missing.push({
      says: `Keep the facts and the outcome of ${unmarked} as they were, and add to it in the same range:`,
      paste: ['overturnedBy:', `  date: ${today}`, '  reason: <why the rule changed, in one sentence>'],
    });
  }
  return missing;
}
