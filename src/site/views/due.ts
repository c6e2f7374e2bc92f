import { type ReviewState, reviewState } from '#playbook/review-dates.ts';
import { contentTypes } from '#schemas/index.ts';
import type { SiteSource } from '../site-source.ts';
import { fromKey } from '../words.ts';
import { linkTo, type PageLink } from './page-link.ts';

/** An entry that somebody must read again. */
export interface DueRow {
  link: PageLink;
  type: string;
  owner: string;
  reviewBy: string;
  review: ReviewState;
}

/** Entries whose review is overdue or due within 30 days, the longest overdue first. */
export function dueRows({ playbook, today }: SiteSource): { overdue: DueRow[]; soon: DueRow[] } {
  const rows = playbook.entries
    .filter(({ data }) => data.status !== 'retired')
    .map((entry) => ({
      link: linkTo(playbook, entry),
      type: fromKey(contentTypes[entry.type].singular),
      owner: playbook.organisation.teams[entry.data.owner]?.name ?? entry.data.owner,
      reviewBy: entry.data.reviewBy,
      review: reviewState(entry.data.reviewBy, today),
    }))
    .sort((a, b) => (a.reviewBy < b.reviewBy ? -1 : a.reviewBy > b.reviewBy ? 1 : 0));
  return {
    overdue: rows.filter(({ review }) => review.state === 'overdue'),
    soon: rows.filter(({ review }) => review.state === 'soon'),
  };
}
