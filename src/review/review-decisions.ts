import { diffOutcomes, type OutcomeDiff } from '#decisions/diff-outcomes.ts';
import { reachableCombinations } from '#decisions/reachable-combinations.ts';
import { tableOf } from '#history/compare-outcomes.ts';
import { standingOf } from '#history/in-force.ts';
import { splitEntry, splitFields } from '#history/split-entry.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import type { EntryPair, EntrySide } from './entry-pairs.ts';

/** What a change does to the decisions of one template. */
export type DecisionReview = { id: string; formerId: string | undefined } & (
  | { state: 'unchanged'; combinations: bigint | undefined }
  /** Compared; a template that is new, removed or retired is compared with none at all. */
  | { state: 'changed' | 'new' | 'removed' | 'retired' | 'restored'; diff: OutcomeDiff }
  /** One of the sides cannot be read, or has a fact with more values than can be compared. */
  | { state: 'unread' | 'too-large' }
);

/** The decisions of every template, sorted by id; `playbook` has those that are not touched, from either side. */
export function reviewDecisions(
  pairs: readonly EntryPair[],
  playbook: Playbook | undefined,
): DecisionReview[] {
  const touched = pairs.filter(({ kind }) => kind === 'decision-templates');
  const known = new Set(touched.flatMap(({ before, after }) => [before?.id, after?.id]));
  const untouched = (playbook?.ofType('decision-templates') ?? [])
    .filter(({ id, data }) => !known.has(id) && data.status !== 'retired')
    .map(({ id, data }): DecisionReview => {
      return { id, formerId: undefined, state: 'unchanged', combinations: reachableCombinations(data) };
    });
  return [...touched.flatMap(reviewPair), ...untouched].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function reviewPair({ id, before, after }: EntryPair): DecisionReview[] {
  const former = before && after && before.id !== after.id ? before.id : undefined;
  const place = { id, formerId: former };
  const [old, fresh] = [decidingTable(before), decidingTable(after)];
  if (old === 'unread' || fresh === 'unread') return [{ ...place, state: 'unread' }];
  if (!old && !fresh) return [];
  const state =
    old && fresh ? 'changed' : fresh ? (before ? 'restored' : 'new') : after ? 'retired' : 'removed';
  const sides: [DecisionTable, DecisionTable] | undefined =
    old && fresh
      ? [old, fresh]
      : fresh
        ? [without(fresh, 'There was no such template.'), fresh]
        : old && [old, without(old, `The template is ${state}.`)];
  if (!sides) return [];
  try {
    return [{ ...place, state, diff: diffOutcomes(...sides) }];
  } catch (error) {
    if (error instanceof RangeError) return [{ ...place, state: 'too-large' }];
    throw error;
  }
}

/** The table of a side, read even where the rest of the entry is broken; undefined where it decides nothing. */
export function decidingTable(side: EntrySide | undefined): DecisionTable | 'unread' | undefined {
  if (!side) return undefined;
  if (side.entry?.type === 'decision-templates')
    return side.entry.data.status === 'retired' ? undefined : side.entry.data;
  if (side.text === undefined) return 'unread';
  if (standingOf(side.text).status === 'retired') return undefined;
  const fields = splitFields(splitEntry(side.text.replaceAll('\r\n', '\n')).front ?? '');
  return (fields && tableOf(fields)) ?? 'unread';
}

/** A table in whose place nothing decides. */
const without = (table: DecisionTable, because: string): DecisionTable => ({
  ...table,
  exclusions: [{ when: {}, because }],
});
