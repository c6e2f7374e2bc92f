import type { Condition, Masks } from './fact-space.ts';

/** How many conditions may still be looked at; shared between calls, so that a whole analysis has one bound. */
export interface Effort {
  left: number;
}

/** A node of a difference: a test of one fact, each arm a mask of its values with what remains below. */
interface Node {
  fact: number;
  arms: readonly Arm[];
}
interface Arm {
  mask: number;
  below: Node;
}

const NOTHING: Node = { fact: -1, arms: [] };
const WHOLE: Node = { fact: -1, arms: [] };
const UNKNOWN: Node = { fact: -1, arms: [] };

/** The combinations of one box that lie in none of some others. */
export interface Difference {
  /** How many there are; where the effort ran out, how many were found. */
  count: bigint;
  /** Whether the effort sufficed, so that the count is exact. */
  exact: boolean;
  /** Disjoint boxes that make it up, one at a time. */
  boxes: () => Generator<number[]>;
}

/**
 * Subtracts boxes from a box. Facts are tested in an order that is chosen anew for each remainder, the fact first
 * that the shortest remaining conditions ask about, and equal remainders are looked at once: the cost follows
 * the structure of the conditions, not the number of combinations.
 */
export function difference(within: Masks, without: readonly Condition[], effort: Effort): Difference {
  const root = explore(within, without, effort, false);
  const total = sizeOf(within);
  const counts = new Map<Node, bigint>([
    [NOTHING, 0n],
    [UNKNOWN, 0n],
    [WHOLE, total],
  ]);
  let exact = root !== UNKNOWN;
  const count = (node: Node): bigint => {
    let sum = counts.get(node);
    if (sum === undefined) {
      const values = BigInt(bitsIn(within[node.fact] ?? 0));
      sum = 0n;
      for (const { mask, below } of node.arms) {
        if (below === UNKNOWN) exact = false;
        sum += (count(below) * BigInt(bitsIn(mask))) / values;
      }
      counts.set(node, sum);
    }
    return sum;
  };
  function* boxes(node: Node, box: number[]): Generator<number[]> {
    if (node === WHOLE) yield box;
    for (const { mask, below } of node.arms) yield* boxes(below, box.with(node.fact, mask));
  }
  return { count: count(root), exact, boxes: () => boxes(root, [...within]) };
}

/** Whether every combination of a box lies in one of some others; false also where the effort ran out. */
export const isCovered = (within: Masks, without: readonly Condition[], effort: Effort): boolean =>
  explore(within, without, effort, true) === NOTHING;

/** The number of combinations in a box. */
export const sizeOf = (masks: Masks): bigint => masks.reduce((size, mask) => size * BigInt(bitsIn(mask)), 1n);

/** How many values a mask holds. */
export function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Builds the difference; where only emptiness is asked for, stops at the first combination found. */
function explore(within: Masks, without: readonly Condition[], effort: Effort, onlyFirst: boolean): Node {
  const asked = conditionsOf(within, without);
  if (!asked) return NOTHING;
  const words = Math.ceil(asked.length / 32);
  const allowed = new Map<number, Allowed[]>();
  const tested = new Uint8Array(within.length);
  const seen = new Map<string, Node>();
  const shared = new Map<string, Node>();
  const ids = new Map([NOTHING, WHOLE, UNKNOWN].map((node, id) => [node, id]));

  /** What is left when the conditions in a bit set are those that may still hold. */
  const remainder = (alive: Int32Array): Node => {
    const scores = new Float64Array(within.length);
    const past = new Int32Array((within.length + 31) >> 5);
    let looked = 0;
    for (const index of members(alive)) {
      looked++;
      const facts = asked[index]?.facts ?? [];
      let open = 0;
      for (const fact of facts) if (!tested[fact]) open++;
      if (open === 0) return NOTHING;
      for (const fact of facts) {
        if (tested[fact]) include(past, fact);
        else scores[fact] = (scores[fact] ?? 0) + 3 ** -open;
      }
    }
    if (looked === 0) return WHOLE;
    const key = keyOf(alive, past);
    const known = seen.get(key);
    if (known) return known;
    if (effort.left <= 0) return UNKNOWN;
    effort.left -= looked + 20;
    const fact = scores.indexOf(Math.max(...scores));
    tested[fact] = 1;
    const arms = new Map<Node, number>();
    const values = allowed.get(fact) ?? allowedBy(within[fact] ?? 0, fact, asked, words);
    allowed.set(fact, values);
    for (const { mask, next } of split(alive, values)) {
      const below = remainder(next);
      if (below !== NOTHING) arms.set(below, (arms.get(below) ?? 0) | mask);
      if (onlyFirst && (below === WHOLE || below.arms.length > 0)) break;
    }
    tested[fact] = 0;
    const node = join(fact, arms);
    seen.set(key, node);
    return node;
  };

  /** The one node with these arms. */
  const join = (fact: number, arms: ReadonlyMap<Node, number>): Node => {
    const [only] = arms;
    if (!only) return NOTHING;
    if (only[1] === within[fact]) return only[0];
    const key = `${fact}:${[...arms].map(([below, mask]) => `${mask}>${ids.get(below)}`)}`;
    let node = shared.get(key);
    if (!node) {
      node = { fact, arms: [...arms].map(([below, mask]) => ({ mask, below })) };
      shared.set(key, node);
      ids.set(node, ids.size);
    }
    return node;
  };

  const all = new Int32Array(words);
  for (const index of asked.keys()) include(all, index);
  return remainder(all);
}

/** The conditions that meet a box, each with the facts that it still asks about there; undefined where one takes all. */
function conditionsOf(within: Masks, conditions: readonly Condition[]): Asked[] | undefined {
  const found: Asked[] = [];
  for (const { masks, reads } of conditions) {
    const facts: number[] = [];
    let meets = true;
    for (const fact of reads) {
      const all = within[fact] ?? 0;
      const both = all & (masks[fact] ?? 0);
      if (both === 0) {
        meets = false;
        break;
      }
      if (both !== all) facts.push(fact);
    }
    if (meets && facts.length === 0) return undefined;
    if (meets) found.push({ masks, facts });
  }
  return found;
}

/** A condition with the facts that it still asks about. */
interface Asked {
  masks: Masks;
  facts: readonly number[];
}

/** A value of a fact with the bit set of the conditions that it may still fulfil. */
interface Allowed {
  value: number;
  conditions: Int32Array;
}

function allowedBy(mask: number, fact: number, asked: readonly Asked[], words: number): Allowed[] {
  const allowed: Allowed[] = [];
  for (let value = 0; value < 31; value++) {
    if (!((mask >> value) & 1)) continue;
    const conditions = new Int32Array(words);
    for (const [index, { masks }] of asked.entries()) {
      if (((masks[fact] ?? 0) >> value) & 1) include(conditions, index);
    }
    allowed.push({ value, conditions });
  }
  return allowed;
}

/** Groups the values of a fact after which the same conditions may still hold. */
function split(alive: Int32Array, allowed: readonly Allowed[]): Iterable<{ mask: number; next: Int32Array }> {
  const groups = new Map<string, { mask: number; next: Int32Array }>();
  for (const { value, conditions } of allowed) {
    const next = alive.map((word, at) => word & (conditions[at] ?? 0));
    const key = keyOf(next);
    const group = groups.get(key);
    if (group) group.mask |= 1 << value;
    else groups.set(key, { mask: 1 << value, next });
  }
  return groups.values();
}

const include = (set: Int32Array, index: number): void => {
  set[index >> 5] = (set[index >> 5] ?? 0) | (1 << (index & 31));
};

function* members(set: Int32Array): Generator<number> {
  for (const [word, bits] of set.entries()) {
    for (let rest = bits; rest !== 0; rest &= rest - 1) yield word * 32 + 31 - Math.clz32(rest & -rest);
  }
}

/** A short text that is equal only for equal bit sets of the same lengths. */
function keyOf(...sets: readonly Int32Array[]): string {
  let key = '';
  for (const set of sets) for (const bits of set) key += String.fromCharCode(bits & 0xffff, bits >>> 16);
  return key;
}
