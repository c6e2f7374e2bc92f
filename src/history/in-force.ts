import type { CommitLog } from '#playbook/commit-log.ts';
import { branchLine } from './branch-line.ts';
import type { PathState } from './path-state.ts';
import { parseField } from './read-field.ts';
import type { Landing } from './revision.ts';
import { splitEntry, splitFields } from './split-entry.ts';
import { dayOf, isoTime } from './time.ts';
import type { EntryTrace } from './trace-entries.ts';

/** What an entry's text says about whether and from when it applies. */
export interface Standing {
  /** The first day on which it applies; undefined where it does not say. */
  effective: string | undefined;
  /** `active` where it does not say. */
  status: string;
}

/** Reads the standing from the text of an entry. */
export function standingOf(text: string): Standing {
  const fields = splitFields(splitEntry(text.replaceAll('\r\n', '\n')).front ?? '');
  const value = (key: string): unknown => {
    const yaml = fields?.get(key);
    return yaml === undefined ? undefined : parseField(key, yaml)?.value;
  };
  const [effective, status] = [value('effective'), value('status')];
  return {
    effective: typeof effective === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(effective) ? effective : undefined,
    status: typeof status === 'string' ? status : 'active',
  };
}

/** A text that this branch had: when it was recorded, by the one clock of the two. */
export interface RecordedText {
  /** The commit that wrote it: the one of its permalink. */
  commit: string;
  /** The commit of the first-parent line that brought it to this branch. */
  landed: Landing;
  /** The day of that in the organisation's time zone. */
  recordedOn: string;
  /** Its place on the way from the first commit (0) to HEAD. */
  rank: number;
  /** Path then, from the top of the repository. */
  path: string;
  /** Object id of the text; '' where the entry was removed. */
  blob: string;
}

/** The texts that this branch had of an entry, one after another, newest first. */
export const recordedTexts = (
  trace: EntryTrace,
  { log, ranks, timeZone }: { log: CommitLog; ranks: Int32Array; timeZone: string },
): RecordedText[] =>
  branchLine(trace, ranks).map(({ commit, state }) => ({
    commit: log.ids[state ? writerOf(state).commit : commit] ?? '',
    landed: { commit: log.ids[commit] ?? '', date: isoTime(log.times[commit] ?? 0, log.zones[commit] ?? 0) },
    recordedOn: dayOf(log.times[commit] ?? 0, timeZone),
    rank: ranks[commit] ?? 0,
    path: log.paths[state?.path ?? -1] ?? trace.path,
    blob: state?.blob ?? '',
  }));

/** The state that wrote the text: a merge that joined two pasts only took it. */
function writerOf(state: PathState): PathState {
  const [taken] = state.before;
  return state.how === 'joined' && taken ? writerOf(taken) : state;
}

/** A recorded text with its standing: both clocks. */
export type DatedText = RecordedText & Standing;

/** From when to when a text was or will be in force; days of the organisation's time zone. */
export interface Period {
  text: DatedText;
  from: string;
  /** The first day on which another text, or none, was in force; undefined where that is not known to come. */
  until: string | undefined;
  /** Whether it ever was or will be in force at the end of a day. */
  applies: boolean;
}

/** The periods of all texts of an entry, newest first: each applies from its date, or from when it was recorded if later. */
export function periods(texts: readonly DatedText[]): Period[] {
  let until: string | undefined;
  return texts.map((text) => {
    const from = startOf(text);
    const period = { text, from, until, applies: applies(text) && (until === undefined || from < until) };
    if (until === undefined || from < until) until = from;
    return period;
  });
}

/** What is in force on a day, of the texts recorded so far (newest first), and what comes from when. */
export function inForceOn(
  texts: readonly DatedText[],
  day: string,
): { inForce: DatedText | undefined; upcoming: DatedText[] } {
  const upcoming: DatedText[] = [];
  for (const text of texts) {
    if (startOf(text) <= day)
      return { inForce: applies(text) ? text : undefined, upcoming: upcoming.reverse() };
    // An older text that was to come later is overtaken by the newer one.
    if (upcoming.every((newer) => startOf(text) < startOf(newer))) upcoming.push(text);
  }
  return { inForce: undefined, upcoming: upcoming.reverse() };
}

const startOf = ({ effective, recordedOn }: DatedText): string =>
  effective !== undefined && effective > recordedOn ? effective : recordedOn;

const applies = ({ blob, status }: DatedText): boolean => blob !== '' && status === 'active';
