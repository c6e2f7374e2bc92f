import { displayLine } from '#history/display-text.ts';
import type { Review } from '#review/review-change.ts';
import type { Item, Span } from './review/document.ts';
import { reviewDocument } from './review/review-document.ts';
import { cut } from './review/words.ts';

/** So many items of a list are told; the JSON form has all. */
const most = 50;

/** A review for the terminal: the verdict, what to mend first, then section by section. */
export function reviewText(review: Review): string {
  const { verdict, range, urgent, sections } = reviewDocument(review);
  return [
    lineOf(verdict),
    lineOf(range),
    ...(urgent.length > 0 ? ['', 'To mend', ...itemLines(urgent, '  ')] : []),
    ...sections.flatMap(({ title, summary, items }) => [
      '',
      `${title}: ${lineOf(summary)}`,
      ...itemLines(items, '  '),
    ]),
  ].join('\n');
}

const itemLines = (items: readonly Item[], indent: string): string[] => [
  ...items
    .slice(0, most)
    .flatMap(({ line, paste = [], below = [] }) => [
      `${indent}${lineOf(line)}`,
      ...paste.map((text) => `${indent}    ${text}`),
      ...itemLines(below, `${indent}  `),
    ]),
  ...(items.length > most ? [`${indent}and ${items.length - most} more`] : []),
];

const lineOf = (spans: readonly Span[]): string => displayLine(spans.map(spanText).join(''));

function spanText(span: Span): string {
  if (typeof span === 'string') return cut(span);
  if ('code' in span) return cut(span.code);
  if ('strong' in span) return cut(span.strong);
  return 'removed' in span ? `[-${cut(span.removed)}-]` : `{+${cut(span.added)}+}`;
}
