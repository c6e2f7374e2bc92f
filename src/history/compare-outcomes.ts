import { type DecisionTable, decisionTable, decisionTableFields } from '#schemas/decision-template.ts';
import type { Change, OutcomeDifference, OutcomeSide } from './change.ts';
import { readField } from './read-field.ts';

/** One side of a box of combinations, as the comparison of tables tells it. */
type Side =
  | { kind: 'rule'; rule: DecisionTable['rules'][number] }
  | { kind: 'gap' }
  | { kind: 'conflict'; rules: readonly DecisionTable['rules'][number][] }
  | { kind: 'outside' };

/** Compares what two decision tables decide; `diffOutcomes` of the decision engine, which history does not import. */
export type CompareTables = (
  before: DecisionTable,
  after: DecisionTable,
) => {
  combinations: bigint;
  changed: bigint;
  regions: readonly {
    when: Readonly<Record<string, readonly string[]>>;
    count: bigint;
    from: Side;
    to: Side;
  }[];
  complete: boolean;
};

/** How many boxes are told; the largest come first. */
const mostRegions = 100;

const tableFields = Object.keys(decisionTableFields) as (keyof typeof decisionTableFields)[];

/**
 * What two revisions of a decision template decide differently. `proven` says that nothing is, over all combinations;
 * undefined where the table did not change or cannot be read on both sides.
 */
export function compareOutcomes(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  compare: CompareTables,
): { change: Change | undefined; proven: boolean } | undefined {
  if (tableFields.every((key) => before.get(key) === after.get(key))) return undefined;
  const [old, fresh] = [tableOf(before), tableOf(after)];
  if (!old || !fresh) return undefined;
  const found = difference(old, fresh, compare);
  if (!found) return undefined;
  if (found.changed === 0n) return { change: undefined, proven: found.complete };
  const listed = found.regions.slice(0, mostRegions);
  const told: OutcomeDifference = {
    combinations: countOf(found.combinations),
    changed: countOf(found.changed),
    regions: listed.map(({ when, count, from, to }) => ({
      when,
      count: countOf(count),
      from: sideOf(from),
      to: sideOf(to),
    })),
    moreRegions: found.regions.length - listed.length,
  };
  const change: Change = {
    weight: 'outcomes',
    label: 'Outcomes',
    path: ['outcomes'],
    what: 'outcomes',
    difference: told,
  };
  return { change, proven: false };
}

/** Whether a change of a template is one of what it decides, and not of its reasons, questions or evidence. */
export function isOfTable({ path: [field, , part], what }: Change): boolean {
  if (field === 'facts') return what === 'added' || what === 'removed' || what === 'moved';
  return field === 'hit' || field === 'exclusions' || (field === 'rules' && part !== 'escalation');
}

/** A table that the engine refuses to compare, for its size, is told rule by rule alone. */
function difference(before: DecisionTable, after: DecisionTable, compare: CompareTables) {
  try {
    return compare(before, after);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The table of a decision template from its fields as they stand in the text; undefined where they do not make one. */
export function tableOf(fields: ReadonlyMap<string, string>): DecisionTable | undefined {
  const data: Record<string, unknown> = {};
  for (const key of tableFields) {
    const read = readField(key, fields.get(key), decisionTableFields[key]);
    if (!read) return undefined;
    data[key] = read.value;
  }
  const table = decisionTable.safeParse(data);
  return table.success ? table.data : undefined;
}

const countOf = (count: bigint): number | string =>
  count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : String(count);

function sideOf(side: Side): OutcomeSide {
  if (side.kind === 'conflict') return { kind: 'conflict', rules: side.rules.map(({ id }) => id) };
  if (side.kind !== 'rule') return { kind: side.kind };
  const { id, outcome, authority, macro } = side.rule;
  return { kind: 'rule', rule: id, outcome, authority, macro };
}
