/** Today as an ISO date in a time zone (IANA name); REDRESS_TODAY fixes it, so that a build can be repeated. */
export const today = (timeZone = 'UTC'): string =>
  process.env.REDRESS_TODAY ??
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
