import { describe, expect, test } from 'vitest';
import { domainWords } from '#checks/prose/domain-words.ts';
import { loadSpellingDictionary } from '#repository/spelling-dictionary.ts';
import { proseIssues, proseLines } from '#test/helpers/prose.ts';

/** The words that a rule names, in the body of an entry. */
const named = (rule: string, ...given: Parameters<typeof proseIssues>): string[] =>
  proseIssues(...given)
    .filter((issue) => issue.rule === rule)
    .map(({ message }) => /`(.*?)`/.exec(message)?.[1] ?? message);

describe('vague-word', () => {
  test('says where, what and what to write instead', () => {
    expect(proseIssues('policies', '## CF-1 Proof\n\nWe answer as soon as possible.')).toMatchInlineSnapshot(`
      [
        {
          "column": 11,
          "file": "content/policies/counterfeit.mdx",
          "hint": "Write the time, such as "within 2 business hours".",
          "line": 34,
          "message": "Unexpected vague \`as soon as possible\`, expected what can be checked",
          "rule": "vague-word",
          "severity": "warning",
        },
      ]
    `);
  });

  test.each([
    ['Usually a seller has several days, etc.', ['Usually', 'several', 'etc.']],
    ['Send it if necessary and/or within a reasonable time.', ['if necessary', 'and/or', 'reasonable']],
    ['Delete it as soon as it is filed.', []],
    ['A name such as "various goods" is too wide.', []],
    ['A non-reasonable word and the unusually long one.', []],
  ])('finds in a clause: %s', (body, words) => {
    expect(named('vague-word', 'policies', `## CF-1 Proof\n\n${body}`)).toEqual(words);
  });

  test('looks at rules and checks in fields, not at what a law says, nor at what explains', () => {
    const because = 'rules:\n  - id: R1\n    outcome: uphold\n    because: It is usually so.';
    expect(
      named('vague-word', 'decision-templates', '## Before you start\n\nRead.', { rules: because }),
    ).toEqual(['usually']);
    const says =
      'legalBases:\n  - instrument: DSA\n    provision: Art. 17\n    jurisdiction: EU\n    says: In a timely manner.';
    expect(named('vague-word', 'policies', '## CF-1 Proof\n\nText.', { legalBases: says })).toEqual([]);
    expect(named('vague-word', 'glossary', 'A word that is often used.')).toEqual([]);
  });
});

describe('long-sentence', () => {
  const words = (count: number) => `${Array.from({ length: count }, () => 'word').join(' ')}.`;
  test.each([
    [30, []],
    [31, ['Unexpected sentence of 31 words, expected at most 30']],
  ])('counts %i words', (count, messages) => {
    const found = proseIssues('macros', words(count)).filter(({ rule }) => rule === 'long-sentence');
    expect(found.map(({ message }) => message)).toEqual(messages);
  });

  test.each([
    ['a label is not part of the sentence behind it', `What you can do: ${words(29)}`],
    ['an abbreviation does not end one, nor does a full stop within a number', `Art. 17 is 1.5 ${words(25)}`],
    ['a variable is one word', `${'{first_name} '.repeat(30)}.`],
    ['two sentences are two', `One ${words(20)} Two ${words(20)}`],
  ])('%s', (_, body) => {
    expect(named('long-sentence', 'macros', body)).toEqual([]);
  });

  test('looks at messages only', () => {
    expect(named('long-sentence', 'glossary', words(60))).toEqual([]);
  });
});

describe('reading-grade', () => {
  test('points at the hardest sentence', () => {
    const easy = 'You sent us one of the two that we asked for. '.repeat(4);
    const hard =
      'Notwithstanding supplementary documentation, authenticity verification remained inconclusive throughout reconsideration proceedings, necessitating continued enforcement notwithstanding representations. '.repeat(
        2,
      );
    const [found] = proseIssues('macros', `${easy}\n\n${hard}`).filter(
      ({ rule }) => rule === 'reading-grade',
    );
    expect(found?.message).toMatch(/^Unexpected reading grade \d+\.\d of the message, expected at most 8$/);
    expect(found?.line).toBe(
      proseIssues('macros', `${easy}\n\nrecieved`).find(({ rule }) => rule === 'spelling')?.line,
    );
  });

  test('says nothing of a few words', () => {
    expect(
      named('reading-grade', 'macros', 'Authenticity verification remained inconclusive notwithstanding.'),
    ).toEqual([]);
  });
});

describe('inclusive-language', () => {
  test.each([
    ['The chairman signs if she agrees.', ['chairman', 'she']],
    ['A sanity check of the blacklist.', ['sanity check', 'blacklist']],
    ['The host of a show, a master copy and a blind re-review.', []],
    ['The seller wrote "he is crazy".', []],
  ])('%s', (body, words) => {
    expect(named('inclusive-language', 'glossary', body)).toEqual(words);
  });
});

describe('spelling', () => {
  test.each([
    ['A recieved invoice of a differant color.', ['recieved', 'differant', 'color']],
    ['We recognize the size of the prize and seized it.', ['recognize']],
    ["The seller's and the sellers' SKU, IDs and co-host's shill bids.", []],
    ['`recieved` and https://example.com/recieved stay as they are.', []],
    ['Regulation (EU) 2022/2065 in Berlin, E06, CF-2, 30k.', []],
  ])('%s', (body, words) => {
    expect(named('spelling', 'glossary', body)).toEqual(words);
  });

  test('stands a language that is none', () => {
    expect(
      proseLines('macros', 'Hello {first_name}, a recieved one.', { language: 'language: enn' }),
    ).toEqual([]);
  });

  test('has no word in its own list that the dictionary has', async () => {
    const { has } = await loadSpellingDictionary();
    expect(domainWords.filter((word) => has(word))).toEqual([]);
    expect(domainWords).toEqual([...new Set(domainWords)].sort());
  });

  test('offers what may be meant', () => {
    expect(proseIssues('glossary', 'A recieved one.')[0]?.hint).toMatchInlineSnapshot(
      `"Did you mean \`received\` or \`relieved\` or \`receive\`? A word of the field goes into src/checks/prose/domain-words.ts."`,
    );
  });

  test('leaves other languages to their readers', () => {
    const german = { language: 'language: de' };
    expect(proseLines('macros', 'Ihre Beschwerde hat leider keinen Erfolg.', german)).toEqual([]);
  });

  test('is told in time in a file that is nothing but mistakes', () => {
    const body = Array.from(
      { length: 20_000 },
      (_, index) => `wrd${'abcdefghij'[index % 10]}${'klmnopqrst'[((index / 10) % 10) | 0]}x`,
    ).join(' ');
    const start = performance.now();
    expect(named('spelling', 'glossary', body.replace(/(.{500}) /g, '$1\n')).length).toBe(20);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('sentence-case', () => {
  test.each([
    ['## When A Second Signature is needed', ['Second', 'Signature']],
    ['## Send it to Policy in Berlin', []],
    ['## DSA, IDs and E06', []],
    ['## Two ways: One and two. Three', []],
    ['## What "Genuine" means', []],
  ])('%s', (body, words) => {
    expect(named('sentence-case', 'glossary', body)).toEqual(words);
  });

  test('lets a clause title begin with a capital behind its code, and no other word', () => {
    expect(named('sentence-case', 'policies', '## CF-1 Proof of Origin\n\nText.')).toEqual(['Origin']);
  });

  test('looks at titles', () => {
    expect(proseLines('glossary', 'Text.', { title: 'title: Second Review' })).toEqual([
      '2:15 sentence-case: Unexpected capital in `Review`, expected `review`',
    ]);
  });
});

describe('personal-data', () => {
  test.each([
    ['Write to jo.miller@mailbox.org now.', ['jo.miller@mailbox.org']],
    ['Write to jo@example.com or jo@shop.example now.', []],
    ['Call +49 30 901820 10 today.', ['+49 30 901820 10']],
    ['Call (030) 9018 2010 or 0151 2345 6789.', ['(030) 9018 2010', '0151 2345 6789']],
    ['Call +44 1632 960 001, 01632 960 001 or +1 212 555 0123.', []],
    ['Paid with 4539 5787 6362 1486.', ['4539 5787 6362 1486']],
    ['Paid with 4539578763621487, which no card has.', []],
    ['About order 55190342 and O-5519034 and AP-2026-004182.', ['55190342', 'O-5519034', 'AP-2026-004182']],
    ['Regulation (EU) 2022/2065, E06, CF-2, 2026-11-22, 12 units, 1,000 euros, order 66.', []],
    ['The seller @jo_sells wrote.', ['@jo_sells']],
    ['The seller @example wrote.', []],
    ['[Write](mailto:jo@mailbox.org)', ['jo@mailbox.org']],
    ['`jo@mailbox.org`', ['jo@mailbox.org']],
    ['sha256:3932100898114892, a4181590871707 and sha256:a4181590871707bc', ['4181590871707']],
    ['3932100898114892, which is no digest', ['3932100898114892']],
  ])('%s', (body, found) => {
    expect(named('personal-data', 'glossary', body)).toEqual(found);
  });

  test('is found in fields and comments, where it stands', () => {
    expect(
      proseLines('glossary', 'Text.', { aliases: '# ask jo@mailbox.org\naliases: [jo@mailbox.org]' }).map(
        (line) => line.split(':').slice(0, 2).join(':'),
      ),
    ).toEqual(['2:7 personal-data', '3:11 personal-data']);
  });

  test('lets the example of a variable show the form of a number, and of nothing else', () => {
    const variables = (example: string) => ({
      variables: `variables:\n  x_id:\n    label: The number\n    type: text\n    example: ${example}`,
    });
    expect(named('personal-data', 'macros', 'About {x_id}.', variables('order O-5519034'))).toEqual([]);
    expect(named('personal-data', 'macros', 'About {x_id}.', variables('mail jo@mailbox.org'))).toHaveLength(
      1,
    );
  });
});

describe('required-section', () => {
  test('names every section that is missing, or the heading that is nearly it', () => {
    expect(
      proseLines('procedures', '## Step\n\n1. Read.\n\n## If it goes wrong\n\nAsk.'),
    ).toMatchInlineSnapshot(`
      [
        "14:1 required-section: Unexpected heading \`Step\`, expected \`Steps\`",
        "2:1 required-section: Unexpected absence of a section, expected the heading \`When you are done\`",
      ]
    `);
  });

  test('wants them in their order', () => {
    expect(
      proseLines('precedents', '## Why it was decided so\n\nBecause.\n\n## The case\n\nA seller.'),
    ).toMatchInlineSnapshot(`
      [
        "15:1 required-section: Unexpected heading \`Why it was decided so\` before \`The case\`, expected it behind",
      ]
    `);
  });

  test('lets others stand between', () => {
    expect(
      proseLines('precedents', '## The case\n\nA.\n\n## The law\n\nB.\n\n## Why it was decided so\n\nC.'),
    ).toEqual([]);
  });
});

describe('alt-text', () => {
  test.each([
    ['![Image of a hologram](./a.png)', 1],
    ['![screenshot](./a.png)', 1],
    ['![hologram.png](./a.png)', 1],
    ['![A picture frame with a broken seal](./a.png)', 0],
    ['![Photographs laid out in two rows](./a.png)', 0],
  ])('%s', (body, count) => {
    expect(named('alt-text', 'glossary', body)).toHaveLength(count);
  });
});

describe('bare-url', () => {
  test.each([
    ['See https://example.com/a and more.', ['https://example.com/a']],
    ['See [https://example.com/a](https://example.com/a).', ['https://example.com/a']],
    ['See [the page](https://example.com/a) and `https://example.com`.', []],
  ])('%s', (body, found) => {
    expect(named('bare-url', 'glossary', body)).toEqual(found);
  });
});
