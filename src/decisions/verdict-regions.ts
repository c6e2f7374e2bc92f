import type { CompiledExclusion, CompiledRule, CompiledTable } from './compile-table.ts';
import { type Condition, conditionOf, type Masks, meet } from './fact-space.ts';

/** What one side of a comparison says about a set of combinations. */
export type SideVerdict =
  | { kind: 'rule'; rule: CompiledRule }
  | { kind: 'gap' }
  | { kind: 'conflict'; rules: [CompiledRule, CompiledRule] }
  /** Excluded, or with a value that the side does not have. */
  | { kind: 'outside'; because: string };

/** The combinations of a box that lie in none of some conditions, with the one verdict on all of them. */
export interface VerdictRegion {
  verdict: SideVerdict;
  within: Masks;
  /** Made when it is asked for: a table with many conflicts has tens of thousands of regions. */
  without: () => readonly Condition[];
}

/** Splits every combination of a table's space by verdict; the regions are disjoint and leave nothing out. */
export function verdictRegions({ space, rules, exclusions, first }: CompiledTable): VerdictRegion[] {
  const outside = exclusions.map(
    ({ masks, because }: CompiledExclusion, index): VerdictRegion => ({
      verdict: { kind: 'outside', because },
      within: masks,
      without: () => exclusions.slice(0, index),
    }),
  );
  const decided = rules.flatMap((rule, index): VerdictRegion[] => {
    const earlier = [...exclusions, ...rules.slice(0, index)];
    const opposed = first ? [] : rules.slice(index + 1).filter(({ result }) => result !== rule.result);
    const conflicts = opposed.flatMap((other, place): VerdictRegion[] => {
      const within = meet(rule.masks, other.masks);
      const without = () => [...earlier, ...opposed.slice(0, place)];
      return within ? [{ verdict: { kind: 'conflict', rules: [rule, other] }, within, without }] : [];
    });
    return [
      { verdict: { kind: 'rule', rule }, within: rule.masks, without: () => [...earlier, ...opposed] },
      ...conflicts,
    ];
  });
  const everything = conditionOf(
    space,
    space.map(({ all }) => all),
  );
  return [
    ...outside,
    ...decided,
    { verdict: { kind: 'gap' }, within: everything.masks, without: () => [...exclusions, ...rules] },
  ];
}
