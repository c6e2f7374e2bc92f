import { expect, test } from 'vitest';
import type { Change } from '#history/change.ts';
import type { EntryChange } from '#history/changes-by-week.ts';
import { changesByWeek } from '#history/changes-by-week.ts';
import { foldedChanges } from '#history/folded-changes.ts';
import type { ToldRevision } from '#history/tell-entries.ts';

const line = (label: string): Change => ({
  what: 'value',
  weight: 'requirement',
  label,
  path: [label],
  before: 1,
  after: 2,
});

const revision = (more: Partial<ToldRevision>): ToldRevision => ({
  commit: 'c1',
  parents: [],
  recorded: '2026-11-16T09:00:00+01:00',
  landed: { commit: 'c1', date: '2026-11-16T09:00:00+01:00' },
  author: 'Ada Lovelace',
  subject: 'Write',
  reason: '',
  pullRequest: undefined,
  approvedBy: [],
  reviewedBy: [],
  coAuthors: [],
  overturns: [],
  changeKind: undefined,
  reverts: undefined,
  restores: undefined,
  how: 'changed',
  life: 1,
  path: 'content/glossary/a.mdx',
  renamedFrom: undefined,
  blob: 'after',
  before: 'before',
  kind: 'requirement',
  loweredBy: [],
  changes: [line('Age')],
  ...more,
});

const change = (id: string, more: Partial<ToldRevision> = {}): EntryChange => ({
  id,
  present: true,
  revision: revision(more),
});

const ids = (count: number, folder = 'glossary'): string[] =>
  Array.from({ length: count }, (_, index) => `${folder}/t${index}`);

const sizes = (changes: readonly EntryChange[]): number[] =>
  foldedChanges(changes).map((piece) => piece.length);

test.each([
  ['twelve new terms of one commit', ids(12).map((id) => change(id, { kind: 'created', changes: [] })), [12]],
  ['three new terms', ids(3).map((id) => change(id, { kind: 'created', changes: [] })), [1, 1, 1]],
  [
    'new entries of two types',
    [...ids(4), ...ids(5, 'macros')].map((id) => change(id, { kind: 'created', changes: [] })),
    [4, 5],
  ],
  [
    'new entries of two commits',
    ids(8).map((id, index) => change(id, { kind: 'created', changes: [], commit: `c${index % 2}` })),
    [4, 4],
  ],
  ['the same requirement everywhere', ids(5).map((id) => change(id)), [5]],
  [
    'different requirements',
    ids(5).map((id, index) => change(id, { changes: [line(`Age ${index}`)] })),
    [1, 1, 1, 1, 1],
  ],
  [
    'several changes each, although the first of them is the same',
    ids(4).map((id) => change(id, { changes: [line('Age'), line('Grade')] })),
    [1, 1, 1, 1],
  ],
  ['outcomes', ids(6).map((id) => change(id, { kind: 'outcomes' })), [1, 1, 1, 1, 1, 1]],
  [
    'housekeeping of any sort',
    ids(6).map((id, index) => change(id, { kind: 'housekeeping', changes: [line(`Field ${index}`)] })),
    [6],
  ],
])('%s: pieces of %j', (_what, changes, expected) => {
  expect(sizes(changes)).toEqual(expected);
});

test('folding loses no change', () => {
  const changes = [...ids(9), ...ids(2, 'macros')].map((id) => change(id, { kind: 'created' }));
  expect(
    foldedChanges(changes)
      .flat()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(changes.map(({ id }) => id).sort());
});

test('a week begins on Monday in the time zone of the team, whatever the offset of the commit', () => {
  const told = (date: string) => ({
    trace: { id: `glossary/${date}`, present: true } as Parameters<typeof changesByWeek>[0][number]['trace'],
    revisions: [revision({ landed: { commit: 'c1', date } })],
  });
  const weeks = changesByWeek(
    [
      told('2026-11-15T22:59:00+00:00'),
      told('2026-11-15T23:00:00+00:00'),
      told('2026-11-22T17:59:00-05:00'),
      told('2026-11-22T18:00:00-05:00'),
    ],
    'Europe/Berlin',
  );
  expect(weeks.map(({ week, changes }) => [week.id, changes.length])).toEqual([
    ['2026-W48', 1],
    ['2026-W47', 2],
    ['2026-W46', 1],
  ]);
});

test('in a week what people must act on comes first, then the newest', () => {
  const kinds = [
    'housekeeping',
    'created',
    'outcomes',
    'wording',
    'requirement',
    'retired',
    'renamed',
  ] as const;
  const trace = { id: 'glossary/a', present: true } as Parameters<typeof changesByWeek>[0][number]['trace'];
  const revisions = kinds.map((kind) => revision({ kind }));
  revisions.push(
    revision({
      kind: 'outcomes',
      commit: 'late',
      landed: { commit: 'late', date: '2026-11-17T09:00:00+01:00' },
    }),
  );
  const [week] = changesByWeek([{ trace, revisions }], 'UTC');
  expect(week?.changes.map(({ revision: { kind, commit } }) => `${kind} ${commit}`)).toEqual([
    'outcomes late',
    'outcomes c1',
    'requirement c1',
    'retired c1',
    'created c1',
    'wording c1',
    'renamed c1',
    'housekeeping c1',
  ]);
});
