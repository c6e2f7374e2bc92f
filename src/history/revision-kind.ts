import type { Change, ChangeKind, Weight } from './change.ts';
import type { Revision } from './revision.ts';

/** What decides the kind of a revision, besides its changes. */
type Judged = Pick<Revision, 'how' | 'author' | 'approvedBy' | 'changeKind'> &
  Partial<Pick<Revision, 'coAuthors'>>;

/** What a revision was, and why it is not told as something stronger. */
export interface RevisionKind {
  kind: ChangeKind;
  /** Who approved that a requirement is told as wording, where the message claims so; empty where nothing was lowered. */
  loweredBy: readonly string[];
}

const strongestFirst: readonly Weight[] = ['outcomes', 'requirement', 'wording', 'housekeeping'];

/**
 * The kind of a revision by what it did: an entry that came, went or returned is that before anything else,
 * then its strongest change decides; a rename is told where nothing binding changed with it.
 * `restored` says that a re-created entry has its old text, or one close to it.
 */
export function revisionKind(revision: Judged, changes: readonly Change[], restored: boolean): RevisionKind {
  const life = lifeKind(revision, changes, restored);
  if (life) return { kind: life, loweredBy: [] };
  const weights = new Set(changes.map(({ weight }) => weight));
  const strongest = strongestFirst.find((weight) => weights.has(weight)) ?? 'housekeeping';
  const loweredBy = strongest === 'requirement' ? lowering(revision) : [];
  const weight = loweredBy.length > 0 ? 'wording' : strongest;
  const binding = weight === 'outcomes' || weight === 'requirement';
  return { kind: revision.how === 'renamed' && !binding ? 'renamed' : weight, loweredBy };
}

function lifeKind({ how }: Judged, changes: readonly Change[], restored: boolean): ChangeKind | undefined {
  if (how === 'created') return restored ? 'restored' : 'created';
  if (how === 'removed') return 'retired';
  const status = changes.find(({ path }) => path.length === 1 && path[0] === 'status');
  if (status?.what !== 'value') return undefined;
  if (status.after === 'retired') return 'retired';
  return status.before === 'retired' ? 'restored' : undefined;
}

/** The people who approved that the change is wording alone, without those who wrote it. */
const lowering = ({ changeKind, approvedBy, author, coAuthors = [] }: Judged): string[] =>
  changeKind === 'wording'
    ? approvedBy.filter((name) => ![author, ...coAuthors].some((writer) => isSamePerson(name, writer)))
    : [];

/** Whether two names as typed are meant to be one. */
const isSamePerson = (a: string, b: string): boolean =>
  a.normalize('NFKC').toLowerCase().trim() === b.normalize('NFKC').toLowerCase().trim();
