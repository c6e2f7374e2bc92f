import { addDays } from '#history/time.ts';
import { longDate } from './words.ts';

/** What the page of a day is answered from, in the page and in its data file; days are of the organisation's time zone. */
export interface AsOfData {
  /** The day of the build. */
  today: string;
  /** The first day of which anything is known. */
  from: string | undefined;
  /** Whether history begins there because it was cut, and not because nothing was before. */
  cut: boolean;
  /** The headings under which entries stand, by the folder of their ids. */
  sections: { folder: string; label: string }[];
  entries: AsOfEntry[];
}

/** An entry or a file that stood among them. */
export interface AsOfEntry {
  /** The id that it has now or had last. */
  id: string;
  title: string;
  code?: string;
  /** The texts that the branch had, newest first. */
  texts: AsOfText[];
}

/** One text; what is left out is as it mostly is. */
export interface AsOfText {
  /** The part of its commit's id that stands in addresses. */
  commit: string;
  /** The day on which it was recorded, and the one from which it applies by its own date, where that is later. */
  recorded: string;
  from?: string;
  /** Whether it stood where a shallow copy of the history begins: since when is not known. */
  cut?: true;
  /** Why it is not in force although its time has come. */
  not?: 'draft' | 'retired' | 'removed';
  /** Its id and title then, where they are others now. */
  id?: string;
  title?: string;
}

/** What is known of one entry on a day. */
export interface AsOfAnswer {
  entry: AsOfEntry;
  /** Its id and title then. */
  id: string;
  title: string;
  /** What was in force, from when and until which day, which is not included. */
  inForce: { text: AsOfText; from: string; until: string | undefined } | undefined;
  /** The newest text that was recorded, where that is another one. */
  recorded: AsOfText | undefined;
}

/**
 * What was in force and recorded at the end of a day, entry by entry; entries that did not stand then are left out.
 * A file that became two entries is told once: as the one that kept its name, if either did.
 */
export function answersOn({ entries }: AsOfData, day: string): AsOfAnswer[] {
  const answers = entries.flatMap((entry) => answerOn(entry, day) ?? []);
  const told = new Map<string, AsOfAnswer>();
  for (const answer of answers) {
    if (answer.id === answer.entry.id || told.get(answer.id)?.entry.id !== answer.id)
      told.set(answer.id, answer);
  }
  return [...told.values()];
}

/** The answer for one entry; undefined where it did not stand on that day. */
export function answerOn(entry: AsOfEntry, day: string): AsOfAnswer | undefined {
  const newest = entry.texts.find(({ recorded }) => recorded <= day);
  if (!newest || newest.not === 'removed') return undefined;
  let until: string | undefined;
  let text: AsOfText | undefined;
  for (text of entry.texts) {
    const from = startOf(text);
    if (from <= day) break;
    if (until === undefined || from < until) until = from;
    text = undefined;
  }
  const inForce = text && text.not === undefined ? { text, from: startOf(text), until } : undefined;
  return {
    entry,
    id: newest.id ?? entry.id,
    title: newest.title ?? entry.title,
    inForce,
    recorded: inForce?.text === newest ? undefined : newest,
  };
}

const startOf = ({ recorded, from }: AsOfText): string => from ?? recorded;

/** When a text was in force and recorded, and what else was recorded by then, as short sentences. */
export function answerWords({ inForce, recorded }: AsOfAnswer): string[] {
  const words: string[] = [];
  if (inForce) {
    const { text, from, until } = inForce;
    const last = until && addDays(until, -1);
    if (text.cut)
      words.push(
        `In force on ${longDate(from)} already${last === undefined ? '' : `, to ${longDate(last)}`}`,
      );
    else if (last === undefined) words.push(`In force since ${longDate(from)}`);
    else words.push(`In force ${last === from ? 'on' : `from ${longDate(from)} to`} ${longDate(last)}`);
    if (text.recorded !== from) words.push(`recorded ${longDate(text.recorded)}`);
  }
  if (recorded) {
    const day = longDate(recorded.recorded);
    if (recorded.not === 'draft') words.push(`a draft, recorded ${day}`);
    else if (recorded.not === 'retired') words.push(`retired, recorded ${day}`);
    else
      words.push(
        `${inForce ? 'a newer text' : 'a text'} was recorded ${day}, to be in force from ${longDate(startOf(recorded))}`,
      );
  }
  return words;
}
