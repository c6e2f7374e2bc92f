import { isDated, undated } from '#history/as-of.ts';
import {
  type DatedText,
  type Period,
  periods,
  type RecordedText,
  recordedTexts,
  standingOf,
} from '#history/in-force.ts';
import { knownSince } from '#history/known-since.ts';
import { type ToldEntry, tellEntries } from '#history/tell-entries.ts';
import { isDocument } from '#history/weights.ts';
import type { HistoryState } from '#playbook/commit-log.ts';
import { isEntryFile } from '#repository/gate/file-names.ts';
import { openHistory } from './open-history.ts';
import { openedSource } from './site-source.ts';

/** Everything that git tells about the playbook, in the words of the field. */
export interface Past {
  state: HistoryState;
  head: string | undefined;
  /** From when on history is known, as an ISO time; undefined where it is complete. */
  knownSince: string | undefined;
  /** IANA name, from organisation.yaml. */
  timeZone: string;
  /** The day of the build in that zone. */
  today: string;
  /**
   * Entries and documents that are or were, by the id that they have now or had last. What never had a name that an
   * entry may have is left out: nothing leads to it, and names from git are whatever somebody typed.
   */
  entries: ReadonlyMap<string, PastEntry>;
}

/** One entry through time. */
export interface PastEntry {
  told: ToldEntry;
  /** From when to when each of its recorded texts was or will be in force, newest first; paths from the playbook's root. */
  periods: readonly Period[];
  /** A text that the entry has or had, by its object id. */
  textOf: (blob: string) => string | undefined;
}

/** The history of the playbook that the site was opened with; read once for a whole build, and not before it is asked for. */
export const readPast = (): Promise<Past> => openedSource().past();

/** Reads and tells the whole history of a playbook: one pass of the log, and every text once. */
export async function openPast(root: string, today: string): Promise<Past> {
  const history = await openHistory(root);
  const { state, log, files, traces, teller, reader, timeZone } = history;
  try {
    const lines = traces.entries.map((trace) => recordedTexts(trace, { log, ranks: traces.ranks, timeZone }));
    const blobs = new Set<string>();
    for (const [index, trace] of traces.entries.entries()) {
      for (const { blob } of lines[index] ?? []) blobs.add(blob);
      for (const { blob, before } of teller.revisionsOf(trace)) blobs.add(blob).add(before);
    }
    blobs.delete('');
    const kept = await readTexts(reader.texts([...blobs]), blobs);
    const textOf = (blob: string): string | undefined => kept.get(blob);
    const dated = (text: RecordedText): DatedText => {
      const words = isDated(files, text.path) ? textOf(text.blob) : undefined;
      return {
        ...text,
        path: files.shown(text.path),
        ...(words === undefined ? undated : standingOf(words)),
      };
    };

    const entries = new Map<string, PastEntry>();
    const texts = async function* (ids: readonly string[]) {
      for (const id of ids) yield textOf(id);
    };
    let index = 0;
    for await (const told of tellEntries(traces.entries, { ...teller, texts })) {
      const line = lines[index++] ?? [];
      if (!hasName(told.trace.id)) continue;
      entries.set(told.trace.id, { told, periods: periods(line.map(dated)), textOf });
    }
    return {
      state,
      head: state.known ? state.head : undefined,
      knownSince: knownSince(state, log),
      timeZone,
      today,
      entries,
    };
  } finally {
    await reader.close();
  }
}

const hasName = (id: string): boolean => isEntryFile(`content/${id}.mdx`) || isDocument(id);

async function readTexts(
  texts: AsyncIterable<string | undefined>,
  blobs: Iterable<string>,
): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  const ids = blobs[Symbol.iterator]();
  for await (const text of texts) {
    const id: string = ids.next().value;
    if (text !== undefined) kept.set(id, text);
  }
  return kept;
}
