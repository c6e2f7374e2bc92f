import { resolve } from 'node:path';
import { addDays, startOfDay } from '#history/time.ts';
import type { HistoryState } from '#playbook/commit-log.ts';
import { playbookRoot, projectRoot } from '#repository/playbook-root.ts';

/** The folder whose history is asked for: the playbook's, or with `dir` any folder of any repository. */
export const historyRoot = ({ root, dir }: { root?: string; dir?: string }): string =>
  dir === undefined ? playbookRoot(root) : resolve(root ?? (process.env.PLAYBOOK_ROOT || projectRoot));

/** The moment that a day (`2026-11-22`) begins or ends, or that an ISO time names; seconds since 1970, undefined for any other text. */
export function momentOf(text: string, edge: 'start' | 'end', timeZone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:T.*)?$/.test(text) || Number.isNaN(Date.parse(text))) return undefined;
  if (text.length > 10) return Math.floor(Date.parse(text) / 1000);
  if (new Date(text).toISOString().slice(0, 10) !== text) return undefined;
  return edge === 'start' ? startOfDay(text, timeZone) : startOfDay(addDays(text, 1), timeZone) - 1;
}

/** Why there is no history to tell, with what git said. */
export const noHistoryText = ({ message, detail }: HistoryState & { known: false }): string =>
  detail ? `${message} (git: ${detail})` : message;
