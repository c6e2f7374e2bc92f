import { describe, expect, test } from 'vitest';
import { type DatedText, inForceOn, periods, standingOf } from '#history/in-force.ts';
import { addDays } from '#history/time.ts';
import { Random } from '#test/helpers/random.ts';

/** A text named by its commit: `a recorded 2026-01-05 effective 2026-02-01 draft`. */
function text(name: string, recordedOn: string, effective?: string, status = 'active'): DatedText {
  const landed = { commit: name, date: `${recordedOn}T12:00:00+00:00` };
  return { commit: name, landed, recordedOn, effective, status, rank: 0, path: 'a.mdx', blob: name };
}

const removal = (recordedOn: string): DatedText => ({ ...text('removal', recordedOn), blob: '' });

const a = text('a', '2026-01-05');
const ahead = text('ahead', '2026-03-01', '2026-06-01');

describe('inForceOn', () => {
  test.each<[string, DatedText[], string, string | undefined, string[]]>([
    ['nothing before it was recorded', [a], '2026-01-04', undefined, ['a']],
    ['a text from the day on which it was recorded', [a], '2026-01-05', 'a', []],
    ['the older text until the day of the newer', [ahead, a], '2026-05-31', 'a', ['ahead']],
    ['the newer text from that day', [ahead, a], '2026-06-01', 'ahead', []],
    [
      'no earlier than recorded, however early it says',
      [text('b', '2026-02-01', '2020-01-01'), a],
      '2026-01-31',
      'a',
      ['b'],
    ],
    ['what overtakes a text that was to come', [text('c', '2026-04-01'), ahead, a], '2026-07-01', 'c', []],
    [
      'only the newer where both were to come on one day',
      [text('c', '2026-04-01', '2026-06-01'), ahead, a],
      '2026-05-01',
      'a',
      ['c'],
    ],
    [
      'both where the newer comes later',
      [text('c', '2026-04-01', '2026-09-01'), ahead, a],
      '2026-05-01',
      'a',
      ['ahead', 'c'],
    ],
    ['nothing after a removal', [removal('2026-02-01'), a], '2026-02-01', undefined, []],
    [
      'nothing once it is retired',
      [text('r', '2026-02-01', undefined, 'retired'), a],
      '2026-02-02',
      undefined,
      [],
    ],
    ['nothing of no texts', [], '2026-02-02', undefined, []],
  ])('tells %s', (_, texts, day, inForce, upcoming) => {
    const found = inForceOn(texts, day);
    expect(found.inForce?.commit).toBe(inForce);
    expect(found.upcoming.map(({ commit }) => commit)).toEqual(upcoming);
  });
});

describe('periods', () => {
  test('meet without a gap or an overlap', () => {
    expect(
      periods([ahead, a]).map(({ text: { commit }, from, until, applies }) => [commit, from, until, applies]),
    ).toEqual([
      ['ahead', '2026-06-01', undefined, true],
      ['a', '2026-01-05', '2026-06-01', true],
    ]);
  });

  test('say of a text that was overtaken before its day that it never applied', () => {
    const [, overtaken] = periods([text('c', '2026-04-01'), ahead, a]);
    expect(overtaken).toMatchObject({ text: { commit: 'ahead' }, applies: false });
  });

  test('agree with what is in force on every day, of random texts', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = new Random(seed);
      let day = '2026-01-01';
      const texts = Array.from({ length: 1 + random.below(6) }, (_, index) => {
        day = addDays(day, random.below(4));
        const effective = random.chance(0.5) ? addDays(day, random.below(12) - 4) : undefined;
        if (random.chance(0.1)) return removal(day);
        return text(
          String(index),
          day,
          effective,
          random.pick(['active', 'active', 'active', 'draft', 'retired']),
        );
      }).reverse();
      const told = periods(texts);
      for (let after = -2; after < 40; after++) {
        const today = addDays('2026-01-01', after);
        const covering = told.filter(
          ({ from, until, applies }) => applies && from <= today && (until === undefined || today < until),
        );
        const { inForce } = inForceOn(texts, today);
        expect(
          covering.map((period) => period.text),
          `seed ${seed}, ${today}`,
        ).toEqual(inForce ? [inForce] : []);
      }
    }
  });
});

describe('standingOf', () => {
  test.each([
    ['---\neffective: 2026-01-01\nstatus: draft\n---\nx', '2026-01-01', 'draft'],
    ['---\r\neffective: 2026-01-01\r\n---\r\nx', '2026-01-01', 'active'],
    ["---\neffective: '2026-01-01' # since then\n---\n", '2026-01-01', 'active'],
    ['---\neffective: soon\nstatus: [a]\n---\n', undefined, 'active'],
    ['---\neffective: [\nstatus: draft\n---\n', undefined, 'draft'],
    ['no frontmatter\neffective: 2026-01-01\n', undefined, 'active'],
    ['', undefined, 'active'],
  ])('of %j is %s, %s', (entry, effective, status) => {
    expect(standingOf(entry)).toEqual({ effective, status });
  });
});
