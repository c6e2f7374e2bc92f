import type { DecisionTable } from '#schemas/decision-template.ts';
import { compileTable } from './compile-table.ts';
import type { Answers } from './evaluate.ts';
import { verdictOf } from './verdict.ts';

/** What a table says today about the facts of a case that was decided earlier. */
export type Replay =
  /** Facts that the table asks for and the case lacks, or facts and values that the table does not know. */
  | {
      kind: 'incomplete';
      missing: string[];
      unknownFacts: string[];
      unknownValues: { fact: string; value: string }[];
    }
  | { kind: 'decided'; outcome: string; rule: string }
  /** Rules disagree on it; their ids. */
  | { kind: 'conflict'; rules: [string, string] }
  | { kind: 'gap' }
  /** An exclusion says that it cannot occur, and why. */
  | { kind: 'excluded'; because: string };

/** Decides the facts of a precedent by a table. */
export function replay(table: DecisionTable, facts: Answers): Replay {
  const compiled = compileTable(table);
  const { space } = compiled;
  const missing = space.filter(({ name }) => !Object.hasOwn(facts, name)).map(({ name }) => name);
  const unknownFacts = Object.keys(facts).filter((name) => !space.some((axis) => axis.name === name));
  const unknownValues = space.flatMap(({ name, values }) => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return value === undefined || values.includes(value) ? [] : [{ fact: name, value }];
  });
  if (missing.length + unknownFacts.length + unknownValues.length > 0) {
    return { kind: 'incomplete', missing, unknownFacts, unknownValues };
  }
  const verdict = verdictOf(
    compiled,
    space.map(({ name, values }) => values.indexOf(facts[name] ?? '')),
  );
  switch (verdict.kind) {
    case 'rule':
      return { kind: 'decided', outcome: verdict.rule.rule.outcome, rule: verdict.rule.rule.id };
    case 'conflict':
      return { kind: 'conflict', rules: [verdict.rules[0].rule.id, verdict.rules[1].rule.id] };
    case 'gap':
      return { kind: 'gap' };
    case 'excluded':
      return { kind: 'excluded', because: verdict.exclusion.because };
  }
}
