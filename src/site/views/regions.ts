import type { AnyEntry } from '#playbook/entry.ts';

/** The regions that an entry names, by key; undefined where it applies in all. */
export const regionsOf = ({ data }: AnyEntry): readonly string[] | undefined =>
  'regions' in data ? data.regions : 'region' in data && data.region ? [data.region] : undefined;
