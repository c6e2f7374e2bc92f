import type { DecisionTable } from '#schemas/decision-template.ts';
import { type CompiledRule, type CompiledTable, compileTable } from './compile-table.ts';
import { isCovered } from './difference.ts';
import type { Answers } from './evaluate.ts';
import type { Condition, Masks } from './fact-space.ts';

/** Facts that together would change the outcome of a case; no part of them would. */
export interface FlipSet {
  /** Each fact to its new value: another answer, or the answer to a fact that was open. */
  changes: Answers;
  outcome: string;
  /** The id of the rule that would decide; null where that depends on facts that stay open. */
  rule: string | null;
}

/** How many conditions one question about a box may look at; where that is too few, the change is left out. */
const EFFORT = 200_000;

/**
 * Every smallest change of at most `most` facts that gives a case another outcome, fewest facts first. The case is
 * decided by the answers given; facts without an answer may be anything, before and after the change. Empty where
 * the answers do not settle the outcome. A change never ends where an exclusion rules everything out.
 */
export function flipSets(table: DecisionTable, answers: Answers, most = 3): FlipSet[] {
  const compiled = compileTable(table);
  const { space, rules, exclusions } = compiled;
  const given = space.map(({ name, values, all }) => {
    const value = Object.hasOwn(answers, name) ? values.indexOf(answers[name] ?? '') : -1;
    return value < 0 ? all : 1 << value;
  });
  const now = agreement(compiled, given);
  if (!now) return [];
  const read = [...new Set([...rules, ...exclusions].flatMap(({ reads }) => reads))].sort((a, b) => a - b);
  const others = rules.filter(({ rule }) => rule.outcome !== now.outcome);
  const found: { box: Masks; changed: readonly number[]; flip: FlipSet }[] = [];

  /** Tries every change of `size` facts, of which some are made and the rest lie behind a place in `read`. */
  const search = (size: number, from: number, box: Masks, changed: readonly number[]): void => {
    if (changed.length === size) {
      const then = agreement(compiled, box);
      if (!then || then.outcome === now.outcome) return;
      const changes = Object.fromEntries(
        changed.map((fact) => [
          space[fact]?.name ?? '',
          space[fact]?.values[31 - Math.clz32(box[fact] ?? 0)] ?? '',
        ]),
      );
      found.push({ box, changed, flip: { changes, ...then } });
      return;
    }
    for (let place = from; place < read.length; place++) {
      const fact = read[place] ?? 0;
      for (const value of space[fact]?.values.keys() ?? []) {
        if (1 << value === given[fact]) continue;
        const next = box.with(fact, 1 << value);
        const now = [...changed, fact];
        const within = (smaller: (typeof found)[number]) =>
          smaller.changed.every((other) => now.includes(other) && smaller.box[other] === next[other]);
        if (found.some((other) => other.changed.length < size && within(other))) continue;
        const last = size - now.length;
        if (others.some((rule) => distance(rule, next, fact, last) <= last))
          search(size, place + 1, next, now);
      }
    }
  };

  for (let size = 1; size <= most; size++) search(size, 0, given, []);
  return found.map(({ flip }) => flip);
}

/** How many facts behind a settled one keep a rule from matching in a box; Infinity where one before it does. */
function distance({ masks, reads }: Condition, box: Masks, settled: number, most: number): number {
  let count = 0;
  for (const fact of reads) {
    if ((masks[fact] ?? 0) & (box[fact] ?? 0)) continue;
    count = fact <= settled ? Number.POSITIVE_INFINITY : count + 1;
    if (count > most) break;
  }
  return count;
}

/** The outcome on which all agrees that a box leaves possible, and the rule where it is only one; undefined where nothing agrees. */
function agreement(
  { rules, exclusions, first }: CompiledTable,
  box: Masks,
): { outcome: string; rule: string | null } | undefined {
  const meeting = rules.filter((rule) => distance(rule, box, box.length, 0) === 0);
  let one: CompiledRule | undefined;
  let only = true;
  for (const [index, rule] of meeting.entries()) {
    const both = box.map((mask, fact) => mask & (rule.masks[fact] ?? 0));
    // Where rules overlap, the first of them is named, as everywhere else.
    const earlier = meeting.slice(0, index).filter(({ result }) => first || result === rule.result);
    if (isCovered(both, [...exclusions, ...earlier], { left: EFFORT })) continue;
    if (one && one.rule.outcome !== rule.rule.outcome) return undefined;
    only = one === undefined;
    one ??= rule;
  }
  if (!one || !isCovered(box, [...exclusions, ...meeting], { left: EFFORT })) return undefined;
  return { outcome: one.rule.outcome, rule: only ? one.rule.id : null };
}
