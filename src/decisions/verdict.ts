import type { CompiledExclusion, CompiledRule, CompiledTable } from './compile-table.ts';
import type { Condition } from './fact-space.ts';

/** What a table says about one complete combination. */
export type Verdict =
  | { kind: 'rule'; rule: CompiledRule }
  | { kind: 'gap' }
  | { kind: 'conflict'; rules: [CompiledRule, CompiledRule] }
  | { kind: 'excluded'; exclusion: CompiledExclusion };

/** The verdict on one combination, given as the index of a value for each fact. */
export function verdictOf(table: CompiledTable, values: readonly number[]): Verdict {
  const exclusion = table.exclusions.find((exclusion) => matches(exclusion, values));
  if (exclusion) return { kind: 'excluded', exclusion };
  const rule = table.rules.find((rule) => matches(rule, values));
  if (!rule) return { kind: 'gap' };
  const other = table.rules.find((other) => other.result !== rule.result && matches(other, values));
  return other && !table.first ? { kind: 'conflict', rules: [rule, other] } : { kind: 'rule', rule };
}

const matches = ({ masks, reads }: Condition, values: readonly number[]): boolean =>
  reads.every((fact) => (((masks[fact] ?? 0) >> (values[fact] ?? 0)) & 1) === 1);
