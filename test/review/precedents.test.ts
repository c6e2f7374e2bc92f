import { describe, expect, test } from 'vitest';
import {
  mark,
  overturns,
  precedent,
  precedentId,
  template,
  trailers,
} from '#test/helpers/overturned-precedent.ts';
import { reviewer, smallFiles, withEdits } from '#test/helpers/review.ts';

const review = reviewer();

describe('other changes around precedents', () => {
  test('one that is marked although its table stands needs the same approval', async () => {
    const after = withEdits(smallFiles, { [precedent]: (text) => text.replace(...mark) });
    expect((await review(smallFiles, after)).verdict.level).toBe('blocked');
    const messages = [trailers(overturns, 'Approved-by: Policy lead')];
    const { precedents, verdict } = await review(smallFiles, after, { messages });
    expect(precedents).toMatchObject([{ effect: 'released', approval: { kind: 'approved' } }]);
    expect(verdict.level).toBe('attention');
  });

  test('one that is retired, restated or binds again is told', async () => {
    const effects = async (before: typeof smallFiles, after: typeof smallFiles) =>
      (await review(before, after)).precedents.map(({ effect }) => effect);
    const retired = withEdits(smallFiles, {
      [precedent]: (text) => text.replace('status: active', 'status: retired'),
    });
    const released = withEdits(smallFiles, { [precedent]: (text) => text.replace(...mark) });
    const restated = withEdits(smallFiles, { [precedent]: (text) => text.replace('partial', 'complete') });
    expect(await effects(smallFiles, retired)).toEqual(['retired']);
    expect(await effects(retired, smallFiles)).toEqual(['bound']);
    expect(await effects(released, smallFiles)).toEqual(['bound']);
    expect(await effects(smallFiles, restated)).toEqual(['restated']);
  });

  test('a new fact leaves a case open where it matters, and decided where it does not', async () => {
    const asking = (when: string) =>
      withEdits(smallFiles, {
        [template]: (text) =>
          text
            .replace(
              'exclusions:',
              '  region:\n    ask: Where?\n    values:\n      inside: In the union.\n      outside: Elsewhere.\nexclusions:',
            )
            .replace('when: { authenticity: verified }', `when: { authenticity: verified${when} }`),
      });
    const open = await review(smallFiles, asking(', region: inside'));
    expect(open.precedents).toMatchObject([
      { effect: 'open', now: { kind: 'incomplete', missing: ['region'] } },
    ]);
    expect((await review(smallFiles, asking(''))).precedents).toEqual([]);
  });

  test('a trailer that overturns nothing is told, with the name that may be meant', async () => {
    const { strayOverturns, verdict } = await review(smallFiles, smallFiles, {
      messages: [trailers('Overturns: precedents/counterfeit-verified-jackt', overturns)],
    });
    expect(strayOverturns).toEqual([
      { names: 'precedents/counterfeit-verified-jackt', stands: false, near: [precedentId] },
      { names: precedentId, stands: true, near: [] },
    ]);
    expect(verdict.level).toBe('attention');
  });
});
