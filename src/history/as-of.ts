import type { CommitLog } from '#playbook/commit-log.ts';
import type { Texts } from './compare-pairs.ts';
import type { EntryFiles } from './entry-files.ts';
import { firstParentLine } from './first-parent-line.ts';
import {
  type DatedText,
  inForceOn,
  type RecordedText,
  recordedTexts,
  type Standing,
  standingOf,
} from './in-force.ts';
import type { EntryTraces } from './trace-entries.ts';

/** An entry as of a day. */
export interface EntryAsOf {
  /** Its id then, and the one that it has now or had last. */
  id: string;
  idNow: string;
  /** What this branch held. */
  recorded: RecordedText;
  /** What applied by its own date; undefined where nothing did: too early, a draft, retired. */
  inForce: DatedText | undefined;
}

/** What the question is put to. */
export interface AsOfSource {
  log: CommitLog;
  traces: EntryTraces;
  files: EntryFiles;
  texts: Texts;
  /** IANA name; decides on which day something was recorded. */
  timeZone: string;
}

/**
 * The commit that HEAD was at a moment (seconds since 1970): the newest of the first-parent line that claims no later
 * date, as `git rev-list -1 --first-parent --before` finds it; undefined where history does not reach back so far.
 */
export const commitAsOf = (log: CommitLog, moment: number): number | undefined =>
  firstParentLine(log).find((commit) => (log.times[commit] ?? 0) <= moment);

/** What stood and what was in force at the end of a day; `commit` is the one that HEAD was then. Sorted by id. */
export async function entriesAsOf(source: AsOfSource, commit: number, day: string): Promise<EntryAsOf[]> {
  const { log, traces, files, texts, timeZone } = source;
  const latest = traces.ranks[commit] ?? 0;
  const told = traces.entries.flatMap((trace) => {
    const past = recordedTexts(trace, { log, ranks: traces.ranks, timeZone }).filter(
      ({ rank }) => rank <= latest,
    );
    const [recorded] = past;
    const id = recorded && files.idOf(recorded.path);
    if (!recorded?.blob || id === undefined) return [];
    return [{ id, idNow: trace.id, recorded, past, read: [] as DatedText[] }];
  });
  // One file then may be two entries now: it is told once, as the one that kept its name if either did.
  const entries = [
    ...new Map(
      [...told.filter(isRenamed), ...told.filter((entry) => !isRenamed(entry))].map((entry) => [
        entry.recorded.path,
        entry,
      ]),
    ).values(),
  ];
  // Mostly the newest text is in force; only where it is not yet, the one before it is read.
  for (let waiting = entries; waiting.length > 0; ) {
    const next = waiting.map(({ past, read }) => past[read.length] as RecordedText);
    const standings = await readStandings(
      next.filter(({ path }) => isDated(files, path)),
      texts,
    );
    for (const [index, { read }] of waiting.entries()) {
      const text = next[index] as RecordedText;
      read.push({ ...text, ...(standings.get(text.blob) ?? undated) });
    }
    waiting = waiting.filter(
      ({ past, read }) => read.length < past.length && inForceOn(read, day).upcoming.length === read.length,
    );
  }
  return entries
    .map(({ id, idNow, recorded, read }) => ({ id, idNow, recorded, inForce: inForceOn(read, day).inForce }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const isRenamed = ({ id, idNow }: Pick<EntryAsOf, 'id' | 'idNow'>): boolean => id !== idNow;

/** The standing of a file that says nothing about it. */
export const undated: Standing = { effective: undefined, status: 'active' };

/** Whether the file at a path is an entry that says from when it applies. */
export const isDated = (files: EntryFiles, path: string): boolean =>
  files.kindOf(files.idOf(path) ?? '') !== undefined;

async function readStandings(wanted: readonly RecordedText[], texts: Texts): Promise<Map<string, Standing>> {
  const ids = [...new Set(wanted.map(({ blob }) => blob).filter(Boolean))];
  const found = new Map<string, Standing>();
  let index = 0;
  for await (const text of texts(ids)) {
    const id = ids[index++];
    if (id !== undefined && text !== undefined) found.set(id, standingOf(text));
  }
  return found;
}
