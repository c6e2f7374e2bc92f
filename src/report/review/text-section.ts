import { type Change, type ChangeKind, changeKinds } from '#history/change.ts';
import { describeChange } from '#history/describe-change.ts';
import { valueText } from '#history/describe-value.ts';
import type { EntryReview } from '#review/review-entries.ts';
import { runsOf, shortened, type WordRun } from '../word-diff.ts';
import type { Item, Section, Span } from './document.ts';
import { cut, listed } from './words.ts';

/** The texts that changed, strongest kind first; undefined where none did. */
export function textSection(entries: readonly EntryReview[]): Section | undefined {
  if (entries.length === 0) return undefined;
  const groups = Map.groupBy(entries, ({ kind }) => kind);
  const kinds = changeKinds.filter((kind) => groups.has(kind));
  return {
    title: 'Text',
    summary: [listed(kinds.map((kind) => `${groups.get(kind)?.length} ${kindText[kind]}`))],
    items: kinds.flatMap((kind) => (groups.get(kind) ?? []).map(entryItem)),
  };
}

const kindText: Readonly<Record<ChangeKind, string>> = {
  outcomes: 'with other outcomes',
  requirement: 'with other requirements',
  wording: 'reworded',
  housekeeping: 'tidied',
  created: 'new',
  renamed: 'renamed',
  retired: 'retired',
  restored: 'restored',
};

function entryItem({ id, formerId, title, kind, changes, readable }: EntryReview): Item {
  return {
    line: [
      { code: id },
      ...(formerId === undefined ? [] : [', formerly ', { code: formerId }]),
      ` ${kind}${title === undefined ? '' : `: ${title}`}${readable ? '' : ' (cannot be read)'}`,
    ],
    // Told with the outcomes of its template.
    below: changes.filter(({ what }) => what !== 'outcomes').map((change) => ({ line: changeLine(change) })),
  };
}

function changeLine(change: Change): Span[] {
  const { label } = change;
  switch (change.what) {
    case 'words':
    case 'source':
      return [`${label}: `, ...runSpans(shortened(runsOf(change.words)))];
    case 'added':
      return [`${label}, new: `, { added: cut(textOf(change.after)) }];
    case 'removed':
      return [`${label}, removed: `, { removed: cut(textOf(change.before)) }];
    default:
      return [describeChange(change)];
  }
}

const runSpans = (runs: readonly WordRun[]): Span[] =>
  runs.map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'added' ? { added: cut(text) } : { removed: cut(text) },
  );

/** A clause or section has a title and a text; any other member of a list is told as its fields. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('text' in value)) return valueText(value);
  const { title, text } = value as { title?: unknown; text: unknown };
  return [title, text].filter((part) => typeof part === 'string' && part !== '').join('. ');
}
