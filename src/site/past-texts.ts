import type { Period } from '#history/in-force.ts';
import type { ToldRevision } from '#history/tell-entries.ts';
import { shortCommit } from '#playbook/paths.ts';
import type { PastEntry } from './past.ts';

/** One text that has a page of its own. */
export interface PastText {
  /** The commit that wrote it. */
  commit: string;
  /** Object id. */
  blob: string;
  /** Path then, from the playbook's root. */
  file: string;
  /** What the commit did; undefined for the text that stood where a shallow copy begins. */
  revision: ToldRevision | undefined;
  /** When it was or will be in force; undefined for one that never was the text of this branch. */
  period: Period | undefined;
}

/**
 * The texts of an entry that have a page, newest first: those of its revisions, without removals, and the one that stood
 * where a shallow copy begins. Of two commits that share the part of their ids that addresses have, the older one stands:
 * no address ever comes to show another text.
 */
export function pastTexts({ told, periods }: PastEntry): PastText[] {
  const texts = new Map<string, PastText>();
  const add = (text: Omit<PastText, 'period'>): void => {
    const period = periods.find(({ text: { commit, blob } }) => commit === text.commit && blob === text.blob);
    texts.delete(shortCommit(text.commit));
    texts.set(shortCommit(text.commit), { ...text, period });
  };
  for (const revision of told.revisions) {
    const { commit, blob, path } = revision;
    if (blob !== '') add({ commit, blob, file: path, revision });
  }
  const oldest = periods.at(-1)?.text;
  if (oldest?.blob && !told.revisions.some(({ commit }) => commit === oldest.commit))
    add({ commit: oldest.commit, blob: oldest.blob, file: oldest.path, revision: undefined });
  return [...texts.values()];
}

/** The text of an entry that is in force on a day. */
export const periodOn = ({ periods }: PastEntry, day: string): Period | undefined =>
  periods.find(({ applies, from, until }) => applies && from <= day && (until === undefined || day < until));
