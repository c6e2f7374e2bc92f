import type { CompiledRule, CompiledTable } from './compile-table.ts';
import { createDiagram, type Diagram } from './diagram.ts';
import type { Condition, Masks } from './fact-space.ts';

/** Leaves that are no result: the combination cannot occur, no rule decides it, or rules disagree on it. */
export const EXCLUDED = 0;
const GAP = 1;
const CONFLICT = 2;
const FIRST_RESULT = 3;

/** A table as a diagram over the facts that are not known yet. */
export interface TableDiagram {
  diagram: Diagram;
  /** From combinations to results; the leaves are below `results`. */
  root: number;
  results: number;
  /** The fact of each level, as an index; known facts and facts that nothing reads have no level. */
  levels: readonly number[];
  /** The rules that may still decide. */
  rules: readonly CompiledRule[];
  /** Whether a combination remains that no rule decides, or on which rules disagree. */
  undecided: boolean;
}

/** Builds the diagram of what remains of a table where some facts (fact to value, as indexes) are known. */
export function tableDiagram(table: CompiledTable, known: ReadonlyMap<number, number>): TableDiagram {
  const remains = ({ masks }: Condition) =>
    [...known].every(([fact, value]) => ((masks[fact] ?? 0) >> value) & 1);
  const rules = table.rules.filter(remains);
  const exclusions = table.exclusions.filter(remains);
  const levels = levelsOf(table, known, [...rules, ...exclusions]);
  const local = (masks: Masks) => levels.map((fact) => masks[fact] ?? 0);

  const names = [...new Set(rules.map((rule) => rule.result))];
  const results = FIRST_RESULT + names.length;
  const resultOf = (leaf: number) => {
    const rule = rules[leaf - results];
    return rule ? FIRST_RESULT + names.indexOf(rule.result) : leaf;
  };

  const diagram = createDiagram(results + rules.length);
  let root = GAP;
  for (const fact of [...levels].reverse())
    root = diagram.node(table.space[fact]?.values.map(() => root) ?? []);
  for (const [index, rule] of [...rules.entries()].reverse()) {
    const leaf = results + index;
    root = diagram.overlay(root, local(rule.masks), (old) =>
      table.first || old === GAP || resultOf(old) === resultOf(leaf) ? leaf : CONFLICT,
    );
  }
  for (const { masks } of exclusions) root = diagram.overlay(root, local(masks), () => EXCLUDED);

  const leaves = leavesUnder(diagram, root);
  return {
    diagram,
    root: diagram.overlay(root, local(table.space.map(({ all }) => all)), resultOf),
    results,
    levels,
    rules: rules.filter((_, index) => leaves.has(results + index)),
    undecided: leaves.has(GAP) || leaves.has(CONFLICT),
  };
}

/** The facts that something still reads, most read first, which keeps diagrams of real tables small. */
function levelsOf(
  { space }: CompiledTable,
  known: ReadonlyMap<number, number>,
  conditions: readonly Condition[],
): number[] {
  const reads = space.map(
    (_, fact) => conditions.filter((condition) => condition.reads.includes(fact)).length,
  );
  return reads
    .flatMap((count, fact) => (count > 0 && !known.has(fact) ? [fact] : []))
    .sort((a, b) => (reads[b] ?? 0) - (reads[a] ?? 0));
}

/** The leaves that a diagram can reach. */
function leavesUnder({ children }: Diagram, root: number): Set<number> {
  const seen = new Set([root]);
  for (const id of seen) for (const child of children(id)) seen.add(child);
  for (const id of seen) if (children(id).length > 0) seen.delete(id);
  return seen;
}
