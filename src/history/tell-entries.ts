import type { Change, ChangeKind } from './change.ts';
import type { CompareTables } from './compare-outcomes.ts';
import { comparePairs, type TextPair, type Texts } from './compare-pairs.ts';
import type { EntryFiles } from './entry-files.ts';
import { pastOf } from './past-of.ts';
import type { PathState } from './path-state.ts';
import { type Revision, textBefore } from './revision.ts';
import { revisionKind } from './revision-kind.ts';
import type { EntryTrace } from './trace-entries.ts';

/** A revision with what it changed. */
export interface ToldRevision extends Revision {
  kind: ChangeKind;
  /** Who approved that a changed requirement is told as wording, as the message claims; mostly nobody. */
  loweredBy: readonly string[];
  /** Against the text before; of a merge, against the first parent that had the entry. Empty for one that is new or gone. */
  changes: readonly Change[];
}

/** An entry with its revisions, newest first. */
export interface ToldEntry {
  trace: EntryTrace;
  revisions: ToldRevision[];
}

/** What telling needs: the revisions in git's terms, the texts, and what compares decision tables, if anything does. */
export interface Teller {
  files: EntryFiles;
  revisionsOf: (entry: EntryTrace) => Revision[];
  texts: Texts;
  compareTables?: CompareTables;
}

/** What came of comparing is kept until an entry is complete; so many revisions are compared at a time. */
const mostAtOnce = 80_000;

/** Tells the revisions of entries, entry by entry; `wanted` narrows what is read and told to some revisions. */
export async function* tellEntries(
  traces: readonly EntryTrace[],
  teller: Teller,
  wanted?: (revision: Revision) => boolean,
): AsyncGenerator<ToldEntry> {
  const { files, revisionsOf, texts, compareTables } = teller;
  let batch: { trace: EntryTrace; pairs: TextPair[] }[] = [];
  let waiting = 0;
  for (const trace of traces) {
    const told = wanted && revisionsOf(trace).map(wanted);
    const states = pastOf(trace).filter((_, place) => told?.[place] ?? true);
    const kind = files.kindOf(trace.id);
    const pairs = states.flatMap(({ state }) => pairOf(state, kind));
    batch.push({ trace, pairs });
    waiting += pairs.length;
    if (waiting < mostAtOnce && trace !== traces.at(-1)) continue;
    const changesOf = await comparePairs(
      batch.map((entry) => entry.pairs),
      texts,
      compareTables,
    );
    for (const [place, entry] of batch.entries()) {
      yield { trace: entry.trace, revisions: tellRevisions(entry.trace, teller, wanted, changesOf(place)) };
    }
    batch = [];
    waiting = 0;
  }
}

function tellRevisions(
  trace: EntryTrace,
  { files, revisionsOf }: Teller,
  wanted: ((revision: Revision) => boolean) | undefined,
  changes: (readonly Change[] | undefined)[],
): ToldRevision[] {
  const typed = files.kindOf(trace.id) !== undefined;
  const revisions = wanted ? revisionsOf(trace).filter(wanted) : revisionsOf(trace);
  let next = 0;
  return revisions.map((revision) => tell(revision, (hasPair(revision) && changes[next++]) || [], typed));
}

/** The two texts that a revision stands between; none where there is only one, or nothing but the path changed. */
function pairOf(after: PathState, kind: TextPair['kind']): TextPair[] {
  const before = textBefore(after);
  return after.blob && before && before.blob !== after.blob ? [{ kind, before, after }] : [];
}

const hasPair = ({ blob, before }: Revision): boolean => blob !== '' && before !== '' && blob !== before;

function tell(revision: Revision, changes: readonly Change[], typed: boolean): ToldRevision {
  const restored = revision.how === 'created' && isRestored(revision, changes, typed);
  const shown = revision.how === 'created' && !restored ? [] : changes;
  return { ...revision, ...revisionKind(revision, changes, restored), changes: shown };
}

/** Whether what stands again at a path is what stood there before: the same text, a revert, or an entry of the same title. */
function isRestored(revision: Revision, changes: readonly Change[], typed: boolean): boolean {
  const { before, blob, restores, reverts } = revision;
  if (before === '') return false;
  if (before === blob || restores !== undefined || reverts !== undefined) return true;
  return typed && !changes.some(({ path }) => path[0] === 'title' || path[0] === 'fields');
}
