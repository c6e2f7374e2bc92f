import { describe, expect, test } from 'vitest';
import { renderText } from '#macros/render-text.ts';
import { resolve } from '#macros/resolve.ts';
import { tidy } from '#macros/tidy.ts';
import { messageFrom } from '#test/helpers/macros.ts';
import { randomMessage } from '#test/helpers/random-message.ts';

describe('tidy', () => {
  test('changes nothing the second time, on random messages', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const once = randomMessage(seed);
      expect(tidy(once)).toEqual(once);
    }
  });
});

describe('resolve', () => {
  test.each([
    ['EU', 'a b c'],
    ['US', 'a c'],
  ])('leaves one space where a condition stood, in %s', (region, expected) => {
    expect(renderText(resolve(messageFrom('a <When region="EU">b</When> c'), { region }))).toBe(expected);
  });

  test('takes away paragraphs, items and lists of which nothing is left', () => {
    const text = messageFrom(
      'x\n\n<When region="EU">only there</When>\n\n- <When region="EU">item</When>\n\ny',
    );
    expect(renderText(resolve(text, { region: 'US' }))).toBe('x\n\ny');
  });

  test('gives the same text whether the facts come together or one after the other, on random messages', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const text = randomMessage(seed);
      for (const region of ['EU', 'UK', 'US'])
        for (const language of ['en', 'de'])
          expect(resolve(resolve(text, { region }), { language })).toEqual(
            resolve(text, { region, language }),
          );
    }
  });

  test('leaves no space at the edges and none doubled, on random messages', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const text = renderText(resolve(randomMessage(seed), { region: 'EU', language: 'en' }));
      expect(text).not.toMatch(/[^\n ] {2}|[ \t]$/m);
    }
  });
});
