import type { Past } from '#site/past.ts';

/** What is known of the past of a playbook that lies outside of git. */
export const noPast: Past = {
  state: { known: false, reason: 'no-repository', message: 'There is no repository.' },
  head: undefined,
  knownSince: undefined,
  timeZone: 'UTC',
  today: '2026-11-22',
  entries: new Map(),
};
