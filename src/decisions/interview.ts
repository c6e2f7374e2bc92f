import { bestQuestion } from './best-question.ts';
import { EXCLUDED, type TableDiagram } from './table-diagram.ts';

/** What to ask; facts are indexes into the space. */
export interface Plan {
  /** The facts whose answer can still matter, in the order of asking by hand. */
  open: readonly number[];
  /** The fact to ask next; undefined where the result is settled. */
  next: number | undefined;
  /** The mean number of questions until the result is settled; undefined where the best order was too far to find. */
  expected: number | undefined;
}

/**
 * Plans an interview in which each combination that can occur is equally likely. The next question begins the best
 * order where that can be found, and is otherwise the one that leaves the least uncertainty.
 */
export function planInterview(table: TableDiagram): Plan {
  const questions = openQuestions(table);
  const best = bestQuestion(table);
  const [surest] = questions.toSorted((a, b) => uncertainty(a) - uncertainty(b));
  return {
    open: questions.map(({ fact }) => fact),
    next: best ? best.fact : surest?.fact,
    expected: best?.expected,
  };
}

/** A fact with, for each of its values, how many combinations lead to each result. */
interface Question {
  fact: number;
  answers: readonly (readonly number[])[];
}

/** The questions whose answer can still matter. */
function openQuestions({ diagram: { children }, root, results, levels }: TableDiagram): Question[] {
  const tallies = new Map<number, number[]>();
  const tally = (id: number): number[] => {
    let sums = tallies.get(id);
    if (!sums) {
      sums = Array<number>(results).fill(0);
      if (id < results && id !== EXCLUDED) sums[id] = 1;
      for (const child of children(id)) add(sums, tally(child), 1);
      tallies.set(id, sums);
    }
    return sums;
  };

  /** Whether two functions of the same facts give different results anywhere. */
  const clashes = new Map<number, boolean>();
  const clash = (a: number, b: number): boolean => {
    if (a === b || a === EXCLUDED || b === EXCLUDED) return false;
    if (b < results) return true;
    const key = Math.min(a, b) * 2 ** 26 + Math.max(a, b);
    let found = clashes.get(key);
    if (found === undefined) {
      const others = children(b);
      found = children(a).some((child, value) => clash(child, others[value] ?? child));
      clashes.set(key, found);
    }
    return found;
  };

  if (tally(root).filter((n) => n > 0).length < 2) return [];
  /** For each level its nodes, with the number of paths to each. */
  const nodes = [new Map([[root, 1]])];
  for (const level of nodes) {
    const below = new Map<number, number>();
    for (const [node, paths] of level) {
      for (const child of children(node)) below.set(child, (below.get(child) ?? 0) + paths);
    }
    if (nodes.length < levels.length) nodes.push(below);
  }
  const where = (test: (below: readonly number[]) => boolean) =>
    [...levels.keys()].filter((level) => nodes[level]?.keys().some((node) => test(children(node))));
  const decisive = where((below) =>
    below.some((a, value) => below.some((b, other) => other > value && clash(a, b))),
  );
  // Where combinations that cannot occur stand between any two results, no answer is decisive by itself.
  const open = decisive.length > 0 ? decisive : where((below) => below.some((child) => child !== below[0]));
  return open
    .map((level) => {
      const answers: number[][] = [];
      for (const [node, paths] of nodes[level] ?? []) {
        for (const [value, child] of children(node).entries()) {
          answers[value] ??= Array<number>(results).fill(0);
          add(answers[value], tally(child), paths);
        }
      }
      return { fact: levels[level] ?? 0, answers };
    })
    .sort((a, b) => a.fact - b.fact);
}

/** The entropy of the result that is left after an answer, weighted by how likely each answer is. */
const uncertainty = ({ answers }: Question): number =>
  sum(answers.map((answer) => sum(answer.map((n) => (n > 0 ? n * Math.log(sum(answer) / n) : 0)))));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function add(sums: number[], more: readonly number[], times: number): void {
  for (const [leaf, n] of more.entries()) sums[leaf] = (sums[leaf] ?? 0) + n * times;
}
