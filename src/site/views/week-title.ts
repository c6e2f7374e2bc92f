import type { Week } from '#history/time.ts';

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "16 to 22 November 2026"; month and year stand twice where the week begins in others than it ends. */
export const weekDays = ({ monday, sunday }: Week): string =>
  days.formatRange(new Date(monday), new Date(sunday)).replace(/\s*–\s*/, ' to ');

/** "Week 47, 16 to 22 November 2026". */
export const weekTitle = (week: Week): string => `Week ${Number(week.id.slice(-2))}, ${weekDays(week)}`;
