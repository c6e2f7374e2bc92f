const format = (options: Intl.DateTimeFormatOptions) => (moment: Date) =>
  new Intl.DateTimeFormat('en-GB', options).format(moment);
const time = format({ hour: '2-digit', minute: '2-digit' });
const weekday = format({ weekday: 'long' });
const day = format({ day: 'numeric', month: 'long' });
const dayOfYear = format({ day: 'numeric', month: 'long', year: 'numeric' });

/** A moment of the reader's past as they would name it now: "14:05", "Tuesday", "12 November", "12 November 2025". */
export function sinceWords(moment: Date, now: Date): string {
  if (dayOfYear(moment) === dayOfYear(now)) return time(moment);
  const week = 6 * 86_400_000;
  if (moment < now && now.getTime() - moment.getTime() < week) return weekday(moment);
  return moment.getFullYear() === now.getFullYear() ? day(moment) : dayOfYear(moment);
}
