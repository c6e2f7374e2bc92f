import { describe, expect, test } from 'vitest';
import { type DatedText, inForceOn } from '#history/in-force.ts';
import { addDays } from '#history/time.ts';
import {
  type AsOfData,
  type AsOfEntry,
  type AsOfText,
  answerOn,
  answersOn,
  answerWords,
} from '#site/as-of-answer.ts';
import { Random } from '#test/helpers/random.ts';

const entry = (...texts: AsOfText[]): AsOfEntry => ({ id: 'glossary/appeal', title: 'Appeal', texts });

const words = (known: AsOfEntry, day: string): string | undefined => {
  const answer = answerOn(known, day);
  return answer && `${answer.inForce?.text.commit ?? 'nothing'}: ${answerWords(answer).join('; ')}`;
};

describe('what was in force on a day', () => {
  const known = entry(
    { commit: 'd', recorded: '2026-11-16', from: '2026-12-01' },
    { commit: 'c', recorded: '2026-04-01' },
    { commit: 'b', recorded: '2026-03-01', not: 'draft' },
    { commit: 'a', recorded: '2026-01-12', from: '2026-01-15', id: 'glossary/old', title: 'Old' },
  );
  test.each([
    ['2026-01-11', undefined],
    ['2026-01-12', 'nothing: a text was recorded 12 January 2026, to be in force from 15 January 2026'],
    ['2026-01-15', 'a: In force from 15 January 2026 to 28 February 2026; recorded 12 January 2026'],
    ['2026-03-01', 'nothing: a draft, recorded 1 March 2026'],
    ['2026-04-01', 'c: In force from 1 April 2026 to 30 November 2026'],
    [
      '2026-11-30',
      'c: In force from 1 April 2026 to 30 November 2026; a newer text was recorded 16 November 2026, to be in force from 1 December 2026',
    ],
    ['2026-12-01', 'd: In force since 1 December 2026; recorded 16 November 2026'],
  ])('on %s: %s', (day, told) => {
    expect(words(known, day)).toBe(told);
  });

  test('of a text at which a shallow copy begins nobody says since when', () => {
    const cut = entry(
      { commit: 'b', recorded: '2026-04-01' },
      { commit: 'a', recorded: '2026-03-01', cut: true },
    );
    expect(words(cut, '2026-03-02')).toBe('a: In force on 1 March 2026 already, to 31 March 2026');
  });

  test('an entry has the name that it had then', () => {
    expect(answerOn(known, '2026-02-01')).toMatchObject({ id: 'glossary/old', title: 'Old' });
    expect(answerOn(known, '2026-04-01')).toMatchObject({ id: 'glossary/appeal', title: 'Appeal' });
  });

  test.each([[['a', 'b']], [['b', 'a']]])(
    'a file that became two entries is told as the one that kept its name: %j',
    (order) => {
      const both = order.map(
        (name): AsOfEntry => ({
          id: `glossary/${name}`,
          title: name,
          texts: [
            { commit: name, recorded: '2026-02-01' },
            { commit: 'first', recorded: '2026-01-01', ...(name === 'b' && { id: 'glossary/a' }) },
          ],
        }),
      );
      const data: AsOfData = {
        today: '2026-11-22',
        from: '2026-01-01',
        cut: false,
        sections: [],
        entries: both,
      };
      expect(answersOn(data, '2026-01-15').map(({ entry: { id } }) => id)).toEqual(['glossary/a']);
      expect(answersOn(data, '2026-02-01').map(({ entry: { id } }) => id)).toEqual(
        order.map((name) => `glossary/${name}`),
      );
    },
  );

  test('an entry that was removed did not stand, one that was retired is told', () => {
    const gone = entry(
      { commit: 'b', recorded: '2026-03-01', not: 'removed' },
      { commit: 'a', recorded: '2026-01-01' },
    );
    expect(words(gone, '2026-02-28')).toBe('a: In force from 1 January 2026 to 28 February 2026');
    expect(words(gone, '2026-03-01')).toBeUndefined();
    expect(words(entry({ commit: 'a', recorded: '2026-01-01', not: 'retired' }), '2026-02-01')).toBe(
      'nothing: retired, recorded 1 January 2026',
    );
  });
});

test('agrees with the engine on random texts and days', () => {
  const random = new Random(7);
  const day = () => addDays('2026-01-01', random.below(60));
  for (let round = 0; round < 2_000; round++) {
    const dated = Array.from({ length: 1 + random.below(6) }, day)
      .sort()
      .reverse()
      .map(
        (recordedOn, index): DatedText => ({
          commit: `${index}`,
          landed: { commit: `${index}`, date: `${recordedOn}T09:00:00Z` },
          recordedOn,
          rank: 9 - index,
          path: 'content/glossary/appeal.mdx',
          blob: random.chance(0.1) ? '' : `${index}`,
          effective: random.chance(0.5) ? day() : undefined,
          status: random.pick(['active', 'active', 'active', 'draft', 'retired']),
        }),
      );
    const known = entry(
      ...dated.map(
        ({ commit, recordedOn, effective, blob, status }): AsOfText => ({
          commit,
          recorded: recordedOn,
          ...(effective && effective > recordedOn && { from: effective }),
          ...(blob === '' ? { not: 'removed' as const } : status !== 'active' && { not: status as 'draft' }),
        }),
      ),
    );
    const asked = day();
    const past = dated.filter(({ recordedOn }) => recordedOn <= asked);
    const stood = past[0]?.blob ? inForceOn(past, asked).inForce?.commit : undefined;
    expect(answerOn(known, asked)?.inForce?.text.commit).toBe(stood);
  }
});
