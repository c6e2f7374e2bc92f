import { type DatedText, inForceOn, standingOf } from '#history/in-force.ts';
import type { PastEntry } from './past.ts';

/** Which of the texts of an entry a site shows on a day, and which come later. */
export interface TextToShow {
  /** The text in force; undefined where none is: the entry is new, or was a draft or retired before. */
  inForce: DatedText | undefined;
  /** What is merged and comes into force later, earliest first; '' as the commit of what is not committed. */
  upcoming: DatedText[];
}

/** Chooses for an entry whose file says `text`, which may not be committed yet. */
export function textToShow(text: string, past: PastEntry | undefined, day: string): TextToShow {
  const recorded = past?.periods.map((period) => period.text) ?? [];
  const [newest] = recorded;
  const committed = newest !== undefined && past?.textOf(newest.blob) === text;
  return inForceOn(committed ? recorded : [uncommitted(text, day), ...recorded], day);
}

/** Stands for the object id of a text that no commit holds. */
export const uncommittedBlob = 'uncommitted';

const uncommitted = (text: string, day: string): DatedText => ({
  ...standingOf(text),
  commit: '',
  landed: { commit: '', date: '' },
  recordedOn: day,
  rank: Number.POSITIVE_INFINITY,
  path: '',
  blob: uncommittedBlob,
});
