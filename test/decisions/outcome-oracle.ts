import type { OutcomeDiff, Side } from '#decisions/diff-outcomes.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import type { Random } from '#test/helpers/random.ts';
import { type Combination, decide, everyCombination, factsOf, keyOf } from './brute-force.ts';
import { fact, looseWhen, rule } from './random-table.ts';

/** One to three random edits of a table: of rules, facts, values, exclusions or the hit policy. */
export function edited(random: Random, before: DecisionTable): DecisionTable {
  const after = structuredClone(before);
  const names = Object.keys(after.facts);
  for (let edits = 1 + random.below(3); edits > 0; edits--) {
    const one = random.pick(after.rules);
    const name = random.pick(names);
    switch (random.below(10)) {
      case 0:
        one.outcome = 'dismiss';
        break;
      case 1:
        one.authority = 'lead';
        break;
      case 2:
        one.when = looseWhen(random, after.facts);
        break;
      case 3:
        if (after.rules.length > 1) after.rules.splice(random.below(after.rules.length), 1);
        break;
      case 4:
        after.rules.splice(
          random.below(after.rules.length),
          0,
          rule('R99', looseWhen(random, after.facts), 'dismiss'),
        );
        break;
      case 5:
        after.facts.added = fact(['no', 'yes']);
        if (random.chance(0.7)) one.when = { ...one.when, added: 'yes' };
        break;
      case 6:
        if (after.facts[name]) after.facts[name].values.new = 'It is new.';
        break;
      case 7:
        after.exclusions.push({ when: looseWhen(random, after.facts), because: 'It no longer occurs.' });
        break;
      case 8:
        after.hit = after.hit === 'first' ? 'unique' : 'first';
        break;
      default:
        one.because = 'It reads better.';
    }
  }
  return after;
}

/** What one side says about a combination of the facts of both. */
function sideOf(table: DecisionTable, combination: Combination): string {
  const facts = Object.entries(factsOf(table));
  if (facts.some(([name, values]) => !values.includes(combination[name] ?? ''))) return 'outside';
  const verdict = decide(table, combination);
  if (typeof verdict === 'string') return verdict === 'excluded' ? 'outside' : verdict;
  return [verdict.outcome, verdict.authority, verdict.macro].join();
}

const said = (side: Side): string =>
  side.kind === 'rule' ? [side.rule.outcome, side.rule.authority, side.rule.macro].join() : side.kind;

/** The facts of both tables with the values of both. */
function unionOf(before: DecisionTable, after: DecisionTable): Record<string, string[]> {
  const [a, b] = [factsOf(before), factsOf(after)];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    names.map((name) => [name, [...new Set([...(a[name] ?? []), ...(b[name] ?? [])])]]),
  );
}

/** Decides every combination on both sides and says what a diff gets wrong, or false; and how many differ. */
export function compareByHand(
  before: DecisionTable,
  after: DecisionTable,
  diff: OutcomeDiff,
): { fault: string | false; changed: number } {
  const facts = unionOf(before, after);
  const rows = everyCombination(facts).map((combination) => ({
    key: keyOf(combination),
    from: sideOf(before, combination),
    to: sideOf(after, combination),
  }));
  const changed = new Map(
    rows.flatMap(({ key, from, to }) => (from === to ? [] : [[key, `${from} > ${to}`]])),
  );
  const told = diff.regions.flatMap(({ when, from, to }) =>
    everyCombination({ ...facts, ...when }).map(
      (row) => [keyOf(row), `${said(from)} > ${said(to)}`] as const,
    ),
  );
  const fault =
    (new Set(told.map(([key]) => key)).size !== told.length && 'boxes are not disjoint') ||
    (told.length !== changed.size && `${told.length} changed, expected ${changed.size}`) ||
    (told.some(([key, text]) => changed.get(key) !== text) && 'other changes') ||
    (diff.changed !== BigInt(changed.size) && 'count') ||
    (diff.regions.reduce((sum, { count }) => sum + count, 0n) !== diff.changed && 'sum of counts') ||
    (diff.combinations !==
      BigInt(rows.filter(({ from, to }) => from !== 'outside' || to !== 'outside').length) &&
      'combinations') ||
    (diff.regions.some(({ example, from }) => sideOf(before, example) !== said(from)) && 'example') ||
    (!diff.complete && 'incomplete');
  return { fault, changed: changed.size };
}
