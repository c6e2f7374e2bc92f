import { checkPlaybook } from '#checks/check-playbook.ts';
import { diffOutcomes } from '#decisions/diff-outcomes.ts';
import type { Change } from '#history/change.ts';
import { compareEntries, readEntryText } from '#history/compare-entries.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { resolvePath } from '#playbook/links.ts';
import { createPlaybook, type Playbook } from '#playbook/playbook.ts';
import { referencesOf, targetId } from '#playbook/references.ts';
import type { ReadEntry } from '#repository/read-entry.ts';
import type { ReadResult } from '#repository/read-playbook.ts';
import type { Past } from './past.ts';
import { textToShow, uncommittedBlob } from './text-to-show.ts';

/** What is known about an entry whose newest text applies from a later day. */
export interface Ahead {
  /** The first day of the newest text. */
  from: string;
  /** Texts that are merged and come into force later, earliest first, each against the one before. */
  upcoming: { from: string; commit: string | undefined; changes: readonly Change[] }[];
  /** Whether the newest text is shown before its day, and why; an entry that is new needs no reason. */
  early: boolean;
  because: string | undefined;
}

/** A playbook as a reader should see it on a day, and the entries of which a later text is merged. */
export interface PlaybookInForce {
  playbook: Playbook;
  ahead: ReadonlyMap<string, Ahead>;
}

/** Reads a text as the entry that it was, with its images as they are now. */
export type ReadText = (text: string, file: string) => Promise<Pick<ReadEntry, 'entry' | 'issues'>>;

interface Held {
  newest: AnyEntry;
  /** The text in force as an entry; undefined where the newest text is shown. */
  inForce: AnyEntry | undefined;
  ahead: Ahead;
}

/**
 * Puts the text in force in the place of every text that applies from a later day. Where that cannot be had, or does not fit
 * the rest of the playbook as it stands, the newest text is shown and said to be early.
 */
export async function playbookInForce(
  read: ReadResult & { playbook: Playbook },
  { day, past, readText }: { day: string; past: () => Promise<Past>; readText: ReadText },
): Promise<PlaybookInForce> {
  const { playbook } = read;
  const later = playbook.entries.filter(({ data }) => data.effective > day);
  if (later.length === 0) return { playbook, ahead: new Map() };
  const known = await past();
  const held = new Map<string, Held>();
  for (const newest of later) {
    const one = await hold(newest, await read.textOf(newest.file), known, day, readText);
    if (one) held.set(newest.id, one);
  }
  return fitted(read, held, day);
}

async function hold(
  newest: AnyEntry,
  text: string,
  past: Past,
  day: string,
  readText: ReadText,
): Promise<Held | undefined> {
  const entry = past.entries.get(newest.id);
  const { inForce, upcoming } = textToShow(text, entry, day);
  const wordsOf = (blob: string): string => (blob === uncommittedBlob ? text : (entry?.textOf(blob) ?? ''));
  const from = newest.data.effective;
  if (!inForce) {
    // A draft and an entry that is retired say themselves that nobody works by them.
    if (newest.data.status !== 'active') return undefined;
    const ahead = { from, upcoming: [], early: true, because: unknown(past) };
    return { newest, inForce: undefined, ahead };
  }
  const compared = upcoming.map(({ blob, commit, effective }, index) => {
    const [before, after] = [upcoming[index - 1]?.blob ?? inForce.blob, blob].map((side) =>
      readEntryText(newest.type, wordsOf(side)),
    );
    const changes = before && after ? compareEntries(before, after, diffOutcomes) : [];
    return { from: effective ?? from, commit: commit || undefined, changes };
  });
  const { entry: shown, issues } = await readText(wordsOf(inForce.blob), newest.file);
  const because = shown
    ? undefined
    : `the text in force until then is not what an entry may be today (${issues[0]?.message ?? 'unreadable'})`;
  return { newest, inForce: shown, ahead: { from, upcoming: compared, early: !shown, because } };
}

/** Nothing is in force yet; where history is not all known, that may be because it is not known. */
function unknown({ state }: Past): string | undefined {
  if (!state.known) return 'what was in force before is not known: the site was built without git history';
  return state.complete
    ? undefined
    : 'what was in force before is not known: git history is not complete here';
}

/** Shows newest texts instead, a few at a time, until nothing in the playbook leads nowhere. */
function fitted(
  read: ReadResult & { playbook: Playbook },
  held: Map<string, Held>,
  day: string,
): PlaybookInForce {
  const { playbook: newest } = read;
  let standing: Set<string> | undefined;
  for (;;) {
    const entries = newest.entries.map((entry) => held.get(entry.id)?.inForce ?? entry);
    const playbook = createPlaybook(newest.organisation, entries, newest.requirements);
    const errors = errorsOf({ ...read, playbook }, day);
    if (errors.length > 0) standing ??= new Set(errorsOf(read, day).map(wording));
    const strangers = errors.filter((issue) => !standing?.has(wording(issue)));
    const misfits = strangers.length > 0 ? misfitsOf(newest, held, strangers) : [];
    if (misfits.length === 0) {
      return { playbook, ahead: new Map([...held].map(([id, { ahead }]) => [id, ahead])) };
    }
    for (const one of misfits) {
      one.inForce = undefined;
      one.ahead.early = true;
      one.ahead.because =
        'the text in force until then does not fit the rest of the playbook, which is ahead of it already';
    }
  }
}

const errorsOf = (read: ReadResult, day: string): Issue[] =>
  checkPlaybook({ ...read, issues: [] }, day).filter(({ severity }) => severity === 'error');

/** Lines differ between two texts of one file; what is wrong does not. */
const wording = ({ file, rule, message }: Issue): string => JSON.stringify([file, rule, message]);

/** The texts in force that make the issues: those in which they are, else those that their files point at, else all. */
function misfitsOf(playbook: Playbook, held: ReadonlyMap<string, Held>, issues: readonly Issue[]): Held[] {
  const old = [...held.values()].filter(({ inForce }) => inForce);
  const files = new Set(issues.map(({ file }) => file));
  const own = old.filter(({ newest }) => files.has(newest.file));
  if (own.length > 0) return own;
  const targets = new Set(
    playbook.entries.filter(({ file }) => files.has(file)).flatMap((entry) => usedIn(playbook, entry)),
  );
  const used = old.filter(({ newest }) => targets.has(newest.id));
  return used.length > 0 ? used : old;
}

function usedIn(playbook: Playbook, entry: AnyEntry): (string | undefined)[] {
  const linked = entry.links.map(({ path }) => {
    const target = resolvePath(playbook, path);
    return target.kind === 'entry' ? target.entry.id : undefined;
  });
  return [...referencesOf(entry).map((reference) => targetId(playbook, reference)), ...linked];
}
