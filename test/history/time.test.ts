import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, isoTime, startOfDay, weekOf } from '#history/time.ts';

describe('weekOf', () => {
  test.each([
    // From the table in the Wikipedia article on ISO week dates, and ISO 8601 itself.
    ['1977-01-01', '1976-W53'],
    ['1977-01-02', '1976-W53'],
    ['1977-12-31', '1977-W52'],
    ['1978-01-01', '1977-W52'],
    ['1978-01-02', '1978-W01'],
    ['1979-12-31', '1980-W01'],
    ['1980-12-28', '1980-W52'],
    ['1980-12-29', '1981-W01'],
    ['1981-12-31', '1981-W53'],
    ['1982-01-03', '1981-W53'],
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-01-01', '2024-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-11-22', '2026-W47'],
    ['2026-12-31', '2026-W53'],
  ])('%s is in %s', (day, id) => {
    expect(weekOf(day).id).toBe(id);
  });

  test('agrees with date(1) on every day of thirty years', () => {
    const days = Array.from({ length: 30 * 366 }, (_, index) => addDays('2010-01-01', index));
    const weeks = execFileSync('date', ['--utc', '--file=-', '+%G-W%V'], {
      input: days.join('\n'),
      encoding: 'utf8',
    });
    expect(days.map((day) => weekOf(day).id)).toEqual(weeks.trim().split('\n'));
  });

  test('runs from Monday to Sunday', () => {
    expect(weekOf('2026-11-22')).toEqual({ id: '2026-W47', monday: '2026-11-16', sunday: '2026-11-22' });
    expect(weekOf('2026-11-23')).toEqual({ id: '2026-W48', monday: '2026-11-23', sunday: '2026-11-29' });
  });
});

describe('startOfDay', () => {
  test.each([
    ['2026-11-22', 'UTC', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22', 'Europe/Berlin', '2026-11-21T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-11-22', 'Asia/Kathmandu', '2026-11-21T18:15:00.000Z'],
    ['2026-11-22', 'Pacific/Kiritimati', '2026-11-21T10:00:00.000Z'],
    // Midnight does not exist on this day: clocks go from 23:59:59 to 01:00.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // And here there are two: clocks go back from 00:00 to 23:00 of the day before.
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
    // The day after the one that Samoa left out.
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s begins in %s at %s', (day, timeZone, expected) => {
    expect(new Date(startOfDay(day, timeZone) * 1000).toISOString()).toBe(expected);
  });

  test.each([
    'Europe/London',
    'America/New_York',
    'America/Havana',
    'Asia/Beirut',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Asia/Tehran',
  ])('is the first moment of the day and no earlier, every day of six years in %s', (timeZone) => {
    for (let index = 0; index < 6 * 366; index++) {
      const day = addDays('2021-01-01', index);
      const start = startOfDay(day, timeZone);
      expect([dayOf(start - 1, timeZone), dayOf(start, timeZone)], day).toEqual([addDays(day, -1), day]);
    }
  });
});

describe('isoTime', () => {
  test.each([
    [0, 0, '1970-01-01T00:00:00+00:00'],
    [1_767_600_000, 330, '2026-01-05T13:30:00+05:30'],
    [1_767_600_000, -570, '2026-01-04T22:30:00-09:30'],
    [-1, 0, '1969-12-31T23:59:59+00:00'],
    // The earliest and the latest moment at which the log holds a date.
    [-62_135_510_400, -720, '0001-01-01T12:00:00-12:00'],
    [253_402_214_399, 840, '9999-12-31T13:59:59+14:00'],
  ])('of %i s, %i min east is %s', (seconds, east, expected) => {
    expect(isoTime(seconds, east)).toBe(expected);
    expect(Date.parse(expected) / 1000).toBe(seconds);
  });
});
