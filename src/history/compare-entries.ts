import type { Change } from './change.ts';
import { compareBodies } from './compare-bodies.ts';
import { compareFields, formatting } from './compare-fields.ts';
import { type CompareTables, compareOutcomes, isOfTable } from './compare-outcomes.ts';
import { type EntryParts, splitEntry, splitFields } from './split-entry.ts';
import { weighMacro } from './weigh-macro.ts';
import { type EntryKind, isDocument } from './weights.ts';
import { diffWords } from './word-diff.ts';

/** A text of an entry, taken apart for comparison. */
export interface EntryText extends EntryParts {
  kind: EntryKind | undefined;
  /** As it stands in git, and without what is no part of what it says: line ends and a byte order mark. */
  raw: string;
  plain: string;
}

/** Takes a text apart; a kind (a content type or a named YAML file) says how it is read, none that it is mere text. */
export function readEntryText(kind: EntryKind | undefined, raw: string): EntryText {
  const marked = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const plain = marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked;
  const parts = isDocument(kind) ? { front: plain, body: '' } : splitEntry(plain);
  return { kind, raw, plain, ...parts };
}

/**
 * Compares two texts of one entry by meaning: fields by the schema, clauses by code, prose by words.
 * Without a function that compares tables, a decision template is told by its rules alone.
 */
export function compareEntries(before: EntryText, after: EntryText, compareTables?: CompareTables): Change[] {
  if (before.raw === after.raw) return [];
  if (before.plain === after.plain) return [formatting];
  const changes = compareTexts(before, after, compareTables);
  return after.kind === 'macros' ? weighMacro(changes, before.front, after.front) : changes;
}

function compareTexts(before: EntryText, after: EntryText, compareTables?: CompareTables): Change[] {
  const { kind } = after;
  const bodies = compareBodies(kind, before.body, after.body);
  if (before.front === after.front) return bodies;
  const [old, fresh] = [before, after].map(({ front }) =>
    front === undefined ? undefined : splitFields(front),
  );
  if (!old || !fresh) {
    const weight = kind === undefined ? 'wording' : 'requirement';
    const words = diffWords(before.front ?? '', after.front ?? '');
    return [{ weight, label: 'Frontmatter', path: ['fields'], what: 'source', words }, ...bodies];
  }
  const fields = compareFields(kind, old, fresh);
  const outcomes =
    kind === 'decision-templates' && compareTables ? compareOutcomes(old, fresh, compareTables) : undefined;
  const told = outcomes?.proven ? fields.map(withoutEffect) : fields;
  return [...(outcomes?.change ? [outcomes.change] : []), ...told, ...bodies];
}

/** A change of a table that is proven to decide every combination as before. */
const withoutEffect = (change: Change): Change =>
  change.weight === 'requirement' && isOfTable(change) ? { ...change, weight: 'wording' } : change;
