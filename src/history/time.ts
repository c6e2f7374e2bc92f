/** A moment as ISO 8601 with its offset, `2026-11-22T09:30:00+01:00`; seconds since 1970, minutes east of Greenwich. */
export function isoTime(seconds: number, minutesEast: number): string {
  const local = new Date((seconds + minutesEast * 60) * 1000).toISOString().slice(0, 19);
  const distance = Math.abs(minutesEast);
  const offset = `${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
  return `${local}${minutesEast < 0 ? '-' : '+'}${offset}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

const formats = new Map<string, Intl.DateTimeFormat>();

/** Date and time of day in a time zone (IANA name), as if it were UTC: seconds since 1970. */
function localSeconds(seconds: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** The day on which a moment falls in a time zone, `2026-11-22`; seconds since 1970. */
export const dayOf = (seconds: number, timeZone: string): string =>
  new Date(localSeconds(seconds, timeZone) * 1000).toISOString().slice(0, 10);

/**
 * The first moment of a day in a time zone; seconds since 1970. Mostly midnight, by the offset of the day before or of the
 * day after; where clocks change at midnight there is none, or there are two.
 */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) / 1000;
  const moments = [midnight - 86_400, midnight + 86_400].map(
    (near) => midnight + near - localSeconds(near, timeZone),
  );
  const [first = midnight] = moments
    .filter((moment) => dayOf(moment, timeZone) >= day)
    .sort((one, other) => one - other);
  return first;
}

/** The day a number of days later, or earlier for a negative number. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** An ISO week: Monday to Sunday. */
export interface Week {
  /** `2026-W48`. */
  id: string;
  /** Its first and its last day. */
  monday: string;
  sunday: string;
}

/** The ISO 8601 week of a day: weeks begin on Monday, the first of a year holds its first Thursday. */
export function weekOf(day: string): Week {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const monday = addDays(day, -weekday);
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const number = 1 + Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 86_400_000));
  return { id: `${year}-W${two(number)}`, monday, sunday: addDays(monday, 6) };
}
