import type { Review } from '#review/review-change.ts';
import { inert, inertBlock, inertCode } from './inert-markdown.ts';
import type { Item, ReviewDocument, Section, Span } from './review/document.ts';
import { reviewDocument } from './review/review-document.ts';
import { cut } from './review/words.ts';

/** GitHub takes 65,536 characters; whoever posts the comment adds a few lines of its own. */
const mostCharacters = 60_000;

/** How many items of a list are shown, tried in this order until the review is short enough. */
const limits = [50, 20, 10, 5, 3, 1, 0];

/** What is not folded away: as much as fits on a screen. */
const mostUrgent = 4;

/** A review as a comment, read on a phone: the verdict in one line, a line a section, everything else folded. */
export function reviewMarkdown(review: Review): string {
  const document = reviewDocument(review);
  const written = limits.map((limit) => () => markdown(document, limit, review));
  const fitting = written.find((write) => write().length <= mostCharacters);
  return (fitting ?? (() => head(document, review)))();
}

const markdown = (document: ReviewDocument, limit: number, review: Review): string =>
  [
    head(document, review),
    ...(document.urgent.length > mostUrgent
      ? folded({ title: 'To mend', summary: [], items: document.urgent }, limit)
      : []),
    ...document.sections.flatMap((section) => folded(section, limit)),
  ].join('\n\n');

function head({ verdict, range, urgent, sections }: ReviewDocument, review: Review): string {
  const first = urgent.slice(0, mostUrgent);
  const more = urgent.length - first.length;
  return [
    lineOf(verdict),
    ...(first.length > 0
      ? [
          itemsOf(first, '', mostUrgent) + (more > 0 ? `\n- and ${more} more to mend, below` : ''),
          // Two lists that follow upon each other would be one.
          '**What it does**',
        ]
      : []),
    sections.map(({ title, summary }) => `- **${title}**: ${lineOf(summary)}`).join('\n'),
    `<sub>${lineOf(range)}. All of it: <code>npm run review -- --base ${review.base.slice(0, 10)}</code></sub>`,
  ].join('\n\n');
}

const folded = ({ title, items }: Section, limit: number): string[] =>
  items.length === 0
    ? []
    : [`<details><summary>${title}</summary>\n\n${itemsOf(items, '', limit)}\n\n</details>`];

function itemsOf(items: readonly Item[], indent: string, limit: number): string {
  const shown = items
    .slice(0, limit)
    .map(({ line, paste = [], below = [] }) =>
      [
        `${indent}- ${lineOf(line)}`,
        ...(paste.length > 0 ? [`\n${inertBlock(paste, `${indent}  `)}`] : []),
        ...(below.length > 0 ? [itemsOf(below, `${indent}  `, limit)] : []),
      ].join('\n'),
    );
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [`${indent}- and ${more} more`] : [])].join('\n');
}

/** A line never begins with what somebody typed: that could make it a heading or a list of its own. */
const lineOf = (spans: readonly Span[]): string =>
  spans
    .map((span, index) => (index === 0 ? guarded(spanOf(span)) : spanOf(span)))
    .join('')
    .trim();

const guarded = (text: string): string =>
  text.replace(/^\s*(?=[-+=:])/, '\u200B').replace(/^(\s*\d+)(?=[.)])/, '$1\u200B');

/** Whatever somebody typed into git may be of any length. */
function spanOf(span: Span): string {
  if (typeof span === 'string') return inert(cut(span));
  if ('code' in span) return inertCode(cut(span.code));
  if ('strong' in span) return `**${inert(cut(span.strong)).trim()}**`;
  return 'removed' in span
    ? `<del>${inert(cut(span.removed))}</del>`
    : `<ins>${inert(cut(span.added))}</ins>`;
}
