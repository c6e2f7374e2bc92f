import { type CoverageCell, coverageOf } from '#macros/coverage.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { type EntryPair, formerId } from './entry-pairs.ts';

/** One rule for the readers of one region in one language, where what is sent to them changes for better or worse. */
export interface CoverageChange {
  /** Slug of the template. */
  template: string;
  rule: string;
  outcome: string;
  region: string;
  language: string;
  /** undefined where the rule, or the region, was not there before. */
  from: CoverageCell['state'] | undefined;
  to: CoverageCell['state'];
  /** Slug of the macro, where there is one. */
  macro: string | undefined;
}

/** What a change does to who gets which words. */
export interface CoverageReview {
  /** How many places there are and how many of them have an approved macro or a reason for none. */
  before: { places: number; covered: number };
  after: { places: number; covered: number };
  gained: readonly CoverageChange[];
  lost: readonly CoverageChange[];
}

/** Compares the coverage of every rule in every region and language; rules that are gone lose nothing. */
export function reviewCoverage(
  before: Playbook | undefined,
  after: Playbook | undefined,
  pairs: readonly EntryPair[],
): CoverageReview {
  const [old, now] = [before ? coverageOf(before) : [], after ? coverageOf(after) : []];
  const states = new Map(old.map((cell) => [placeOf(cell.template.id, cell), cell.state]));
  const changes = now.flatMap((cell): CoverageChange[] => {
    const from = states.get(placeOf(formerId(pairs, cell.template.id), cell));
    if (from === cell.state) return [];
    const { template, rule, region, language, state, macro } = cell;
    const what = { template: template.slug, rule: rule.id, outcome: rule.outcome, region, language };
    return [{ ...what, from, to: state, macro: macro?.slug ?? rule.macro }];
  });
  return {
    before: countOf(old),
    after: countOf(now),
    gained: changes.filter(({ from, to }) => isGood(to) && (from === undefined || !isGood(from))),
    lost: changes.filter(({ from, to }) => (from === undefined ? !isGood(to) : worth[to] < worth[from])),
  };
}

const worth: Readonly<Record<CoverageCell['state'], number>> = {
  covered: 3,
  none: 2,
  unapproved: 1,
  hole: 0,
};

const isGood = (state: CoverageCell['state']): boolean => worth[state] >= 2;

const countOf = (cells: readonly CoverageCell[]) => ({
  places: cells.length,
  covered: cells.filter(({ state }) => isGood(state)).length,
});

const placeOf = (template: string, { rule, region, language }: CoverageCell): string =>
  [template, rule.id, region, language].join('\0');
