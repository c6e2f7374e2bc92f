import type { Change } from './change.ts';
import { describeChange } from './describe-change.ts';
import type { ToldEntry, ToldRevision } from './tell-entries.ts';

/** One entry of a changelog as machines get it; what is not there is null, never left out. */
export const entryJson = ({ trace, revisions }: ToldEntry, path: string): object => ({
  id: trace.id,
  path,
  present: trace.present,
  revisions: revisions.map(revisionJson),
});

/** JSON in which no character hides or turns around what stands next to it. */
export const visibleJson = (value: object): string =>
  JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    Array.from(character.split(''), (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );

const revisionJson = (revision: ToldRevision): object => ({
  commit: revision.commit,
  parents: revision.parents,
  recorded: revision.recorded,
  landed: revision.landed,
  author: revision.author,
  subject: revision.subject,
  reason: revision.reason,
  pullRequest: revision.pullRequest ?? null,
  approvedBy: revision.approvedBy,
  reviewedBy: revision.reviewedBy,
  coAuthors: revision.coAuthors,
  overturns: revision.overturns,
  kind: revision.kind,
  loweredBy: revision.loweredBy,
  path: revision.path,
  renamedFrom: revision.renamedFrom ?? null,
  life: revision.life,
  reverts: revision.reverts ?? null,
  restores: revision.restores ?? null,
  changes: revision.changes.map(changeJson),
});

const changeJson = (change: Change): object => {
  const { weight, ...rest } = change;
  return { kind: weight, summary: describeChange(change), ...rest };
};
