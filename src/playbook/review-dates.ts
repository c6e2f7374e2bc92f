const dayLength = 86_400_000;

/** Whole days from one ISO date to another; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayLength);

/** How an entry stands with its review: overdue, due within 30 days, or later; `days` is the distance, never negative. */
export interface ReviewState {
  state: 'overdue' | 'soon' | 'later';
  days: number;
}

/** The state of a review date on a day; both ISO dates. The day itself is not yet overdue. */
export function reviewState(reviewBy: string, today: string): ReviewState {
  const days = daysBetween(today, reviewBy);
  if (days < 0) return { state: 'overdue', days: -days };
  return { state: days <= 30 ? 'soon' : 'later', days };
}
