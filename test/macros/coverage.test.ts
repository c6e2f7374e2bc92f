import { describe, expect, test } from 'vitest';
import { coverageMatrix, coverageOf } from '#macros/coverage.ts';
import { macroFile, readWith } from '#test/helpers/macros.ts';

const cellsOf = async (files: Record<string, string>) =>
  coverageOf(await readWith(files)).map(
    ({ rule, region, language, macro, state }) =>
      `${rule.id} ${region} ${language} ${macro?.slug ?? '-'} ${state}`,
  );

describe('coverage', () => {
  test('finds the macro of a rule in each region, and the reason where there is none', async () => {
    expect(await cellsOf({})).toEqual([
      'R1 EU en counterfeit-overturned covered',
      'R1 US en counterfeit-overturned covered',
      'R2 EU en counterfeit-overturned covered',
      'R2 US en counterfeit-overturned covered',
      'R3 EU en - none',
      'R3 US en - none',
      'R4 EU en - none',
      'R4 US en - none',
    ]);
  });

  test('prefers the macro that a rule names, and takes one written for the region where it does not serve it', async () => {
    const files = {
      'content/macros/counterfeit-overturned.mdx': macroFile('Hello.', { region: 'EU' }),
      'content/macros/counterfeit-overturned-us.mdx': macroFile('Howdy.', { region: 'US' }),
      'content/macros/counterfeit-upheld-us.mdx': macroFile('No.', { region: 'US', outcome: 'uphold' }),
    };
    expect((await cellsOf(files)).slice(0, 2)).toEqual([
      'R1 EU en counterfeit-overturned unapproved',
      'R1 US en counterfeit-overturned-us unapproved',
    ]);
  });

  test('is a hole where nothing serves the region', async () => {
    const files = { 'content/macros/counterfeit-overturned.mdx': macroFile('Hello.', { region: 'EU' }) };
    expect((await cellsOf(files))[1]).toBe('R1 US en - hole');
  });

  test('is a matrix of policy and outcome by region and language', async () => {
    const matrix = coverageMatrix(await readWith());
    expect(
      matrix.map(({ policy, outcome, cells }) => [
        policy,
        outcome,
        cells.map(({ region, language, macros, holes, none }) => [
          region,
          language,
          macros.length,
          holes.length,
          none.length,
        ]),
      ]),
    ).toEqual([
      [
        'counterfeit',
        'uphold',
        [
          ['EU', 'en', 0, 0, 1],
          ['US', 'en', 0, 0, 1],
        ],
      ],
      [
        'counterfeit',
        'overturn',
        [
          ['EU', 'en', 1, 0, 0],
          ['US', 'en', 1, 0, 0],
        ],
      ],
      [
        'counterfeit',
        'request-information',
        [
          ['EU', 'en', 0, 0, 1],
          ['US', 'en', 0, 0, 1],
        ],
      ],
    ]);
  });
});
