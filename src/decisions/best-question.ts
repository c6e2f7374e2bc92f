import { EXCLUDED, type TableDiagram } from './table-diagram.ts';

/** The most partly answered cases that are weighed: a few hundredths of a second. */
const MOST_CASES = 300_000;

/** Marks a partly answered case that can still end in several results. */
const MIXED = -1;

/** A question and the mean number of questions until the result is settled, this one included. */
export interface BestQuestion {
  /** The fact to ask, as an index; undefined where nothing has to be asked. */
  fact: number | undefined;
  expected: number;
}

/**
 * The first question of an order that settles the result with fewest questions on average, where each combination
 * that can occur is equally likely. Only questions are asked that may still be decisive by themselves, wherever
 * there is one. Undefined where more than MOST_CASES would have to be weighed.
 *
 * This is dynamic programming over all partly answered cases. A case is a number with the answers as its digits; the
 * highest digit of a level means no answer, so that a case comes after every case that a further answer leads to.
 */
export function bestQuestion({ diagram, root, levels }: TableDiagram): BestQuestion | undefined {
  const sizes: number[] = [];
  for (let node = root; sizes.length < levels.length; node = diagram.children(node)[0] ?? node) {
    sizes.push(diagram.children(node).length);
  }
  const strides = sizes.map((_, level) => sizes.slice(level + 1).reduce((all, size) => all * (size + 1), 1));
  const cases = sizes.reduce((all, size) => all * (size + 1), 1);
  if (cases > MOST_CASES) return undefined;

  const results = new Int32Array(cases).fill(EXCLUDED);
  const weights = new Float64Array(cases);
  const questions = new Float64Array(cases);
  /** The levels, as bits, whose answer alone can still change the result when all else is known. */
  const decisive = new Uint32Array(cases);
  const open: number[] = [];
  let first: number | undefined;

  /** Goes through the cases in order; the node is known while nothing is open. */
  const visit = (level: number, at: number, node: number | undefined): void => {
    const size = sizes[level];
    const stride = strides[level] ?? 0;
    if (size === undefined) {
      if (node === undefined) weigh(at);
      else complete(at, node);
      return;
    }
    const children = node === undefined ? [] : diagram.children(node);
    for (let value = 0; value < size; value++) visit(level + 1, at + value * stride, children[value]);
    open.push(level);
    visit(level + 1, at + size * stride, undefined);
    open.pop();
  };
  const complete = (at: number, leaf: number): void => {
    results[at] = leaf;
    weights[at] = leaf === EXCLUDED ? 0 : 1;
  };
  const weigh = (at: number): void => {
    const [one = 0, another] = open;
    let result = EXCLUDED;
    let weight = 0;
    let bits = 0;
    for (let below = at - (sizes[one] ?? 0) * (strides[one] ?? 0); below < at; below += strides[one] ?? 1) {
      const other = results[below] ?? EXCLUDED;
      if (other !== EXCLUDED) result = result === EXCLUDED || result === other ? other : MIXED;
      weight += weights[below] ?? 0;
      bits |= decisive[below] ?? 0;
    }
    results[at] = result;
    weights[at] = weight;
    if (result !== MIXED) return;
    if (another === undefined) bits = 1 << one;
    else bits |= over(decisive, at, another, (sum, more) => sum | more);
    decisive[at] = bits;
    let least = Number.POSITIVE_INFINITY;
    for (const level of open) {
      if (bits !== 0 && ((bits >> level) & 1) === 0) continue;
      const count = over(questions, at, level, (sum, more) => sum + more);
      if (count > least || (count === least && (levels[level] ?? 0) > (first ?? 0))) continue;
      least = count;
      first = levels[level];
    }
    questions[at] = weight + least;
  };
  /** Folds what is known of the cases that each answer at a level leads to. */
  const over = (
    numbers: Float64Array | Uint32Array,
    at: number,
    level: number,
    fold: (sum: number, more: number) => number,
  ) => {
    const stride = strides[level] ?? 1;
    let sum = 0;
    for (let below = at - (sizes[level] ?? 0) * stride; below < at; below += stride)
      sum = fold(sum, numbers[below] ?? 0);
    return sum;
  };

  visit(0, 0, root);
  const last = cases - 1;
  if (results[last] !== MIXED) return { fact: undefined, expected: 0 };
  return { fact: first, expected: (questions[last] ?? 0) / (weights[last] ?? 1) };
}
