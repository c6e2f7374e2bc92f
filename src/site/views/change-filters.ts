import { changeKinds } from '#history/change.ts';
import { contentTypes } from '#schemas/index.ts';
import type { Organisation } from '#schemas/organisation.ts';
import { fromKey } from '../words.ts';
import type { WeekView } from './changes.ts';
import { kindWord } from './history.ts';
import type { Filter } from './list.ts';

/** The selects above changes; one that cannot narrow anything is not offered. */
export function changeFilters({ policyAreas, regions }: Organisation, weeks: readonly WeekView[]): Filter[] {
  const rows = weeks.flatMap(({ kinds }) =>
    kinds.flatMap(({ rows, folded }) => [...rows, ...folded.flatMap((piece) => piece.rows)]),
  );
  const filters: [key: string, label: string, names: [string, string][]][] = [
    ['area', 'Policy area', Object.entries(policyAreas).map(([key, { name }]) => [key, name])],
    [
      'type',
      'Type',
      [
        ...Object.entries(contentTypes).map(([key, { plural }]): [string, string] => [key, fromKey(plural)]),
        ['organisation', 'Organisation'],
        ['requirements', 'Requirements'],
      ],
    ],
    ['kind', 'Kind', changeKinds.map((kind) => [kind, kindWord(kind)])],
    ['region', 'Region', Object.entries(regions)],
  ];
  return filters.flatMap(([key, label, names]) => {
    const used = new Set(rows.flatMap(({ values }) => values[key] ?? []));
    const options = names.filter(([value]) => used.has(value)).map(([value, label]) => ({ value, label }));
    return options.length < 2 ? [] : [{ key, label, options }];
  });
}
