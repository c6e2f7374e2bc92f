import { revisionPath } from '#playbook/paths.ts';
import type { Ahead } from '../two-clocks.ts';
import { changeSentence } from './change.ts';

/** What an entry's page says of texts that are merged and come into force later. */
export interface AheadView {
  /** ISO date from which the newest text applies. */
  from: string;
  /** Whether the page shows the newest text although it is not in force. */
  early: boolean;
  /** Why; undefined for an entry that is new. */
  because: string | undefined;
  upcoming: { from: string; path: string | undefined; changes: string[]; more: number }[];
}

/** Enough to know whether it matters today; the text to come is one click away. */
const mostChanges = 6;

/** The notice of one entry; undefined where nothing comes. */
export function aheadView(id: string, ahead: Ahead | undefined): AheadView | undefined {
  if (!ahead) return undefined;
  return {
    from: ahead.from,
    early: ahead.early,
    because: ahead.because,
    upcoming: ahead.upcoming.map(({ from, commit, changes }) => {
      // The day itself stands before the list.
      const told = changes.filter(({ path }) => path[0] !== 'effective');
      return {
        from,
        path: commit === undefined ? undefined : revisionPath(id, commit),
        changes: told.slice(0, mostChanges).map(changeSentence),
        more: Math.max(0, told.length - mostChanges),
      };
    }),
  };
}
