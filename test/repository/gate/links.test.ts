import { describe, expect, test } from 'vitest';
import { checkAddress } from '#repository/gate/addresses.ts';
import { checkLinks, readLinks } from '#repository/gate/links.ts';
import { parseBody } from '#repository/gate/parse-body.ts';
import { Random } from '#test/helpers/random.ts';

const linksIn = (body: string) => {
  const { tree } = parseBody(body, 1, 'file');
  return tree ? readLinks(tree) : [];
};

describe('addresses that content may hold', () => {
  test.each([
    'https://example.com',
    'https://example.com/',
    'https://EXAMPLE.com/Path?q=1&r=%C3%BC#top',
    'https://example.com:8443/x',
    'https://example.com:443/x',
    'https://192.0.2.1/',
    'https://example.com/größe',
    'mailto:appeals@example.com',
    'mailto:first.last+appeals@mail.example.co.uk',
    '/',
    '/policies/counterfeit/',
    '/policies/counterfeit/#cf-2',
    '/glossary/#größe',
    '/a%20b/',
    '#cf-2',
    '#gr%C3%B6%C3%9Fe',
  ])('%s', (url) => {
    expect(checkAddress(url)).toBeUndefined();
  });
});

describe('addresses that are refused', () => {
  test.each([
    ['javascript:alert(1)', 'link-scheme'],
    ['JAVASCRIPT:alert(1)', 'link-scheme'],
    [' javascript:alert(1)', 'link-scheme'],
    ['\u0001javascript:alert(1)', 'link-scheme'],
    ['java\tscript:alert(1)', 'link-scheme'],
    ['java\u0000script:alert(1)', 'link-scheme'],
    ['data:text/html,<script>', 'link-scheme'],
    ['vbscript:x', 'link-scheme'],
    ['blob:https://example.com/x', 'link-scheme'],
    ['file:///etc/passwd', 'link-scheme'],
    ['http://example.com/', 'link-scheme'],
    ['tel:+49', 'link-scheme'],
    ['mailto:', 'link-scheme'],
    ['mailto:a@b.example?bcc=all@evil.example', 'link-scheme'],
    ['mailto:a@b.example,c@d.example', 'link-scheme'],
    ['mailto:a@xn--pypal-4ve.com', 'link-scheme'],
    ['', 'link-encoding'],
    [' ', 'link-encoding'],
    ['/a b/', 'link-encoding'],
    ['/a\u00A0b/', 'link-encoding'],
    ['/a\\b/', 'link-encoding'],
    ['\\\\evil.example', 'link-encoding'],
    ['https:\\\\evil.example', 'link-encoding'],
    ['/100%/', 'link-encoding'],
    ['/%E0%A4%A/', 'link-encoding'],
    ['/%0d%0aSet-Cookie:x', 'link-encoding'],
    ['/%5Cevil.example', 'link-encoding'],
    ['https://example.com/%', 'link-encoding'],
    ['https://user@example.com/', 'link-host'],
    ['https://user:word@example.com/', 'link-host'],
    ['https://@example.com/', 'link-host'],
    ['https://xn--pypal-4ve.com/', 'link-host'],
    ['https://p\u0430ypal.com/', 'link-host'],
    ['https://müller.example/', 'link-host'],
    ['https://ｅvil.example/', 'link-host'],
    ['https://evil。example/', 'link-host'],
    ['https://0x7f.1/', 'link-host'],
    ['https://2130706433/', 'link-host'],
    ['https:evil.example', 'link-host'],
    ['https:/evil.example', 'link-host'],
    ['https:///evil.example', 'link-host'],
    ['https://', 'link-host'],
    ['https://exa mple.com/', 'link-encoding'],
    ['https://example.com%2F@evil.example/', 'link-host'],
    ['//evil.example/', 'link-path'],
    ['/%2Fevil.example/', 'link-path'],
    ['/a//b/', 'link-path'],
    ['/../etc/passwd', 'link-path'],
    ['/a/%2e%2e/b/', 'link-path'],
    ['/a/./b/', 'link-path'],
    ['/policies/?q=x', 'link-path'],
    ['?q=x', 'link-path'],
    ['#', 'link-path'],
    ['policies/counterfeit', 'link-path'],
    ['./counterfeit.mdx', 'link-path'],
    ['../policies/counterfeit/', 'link-path'],
    ['example.com', 'link-path'],
  ])('%j', (url, rule) => {
    expect(checkAddress(url)?.[0]).toBe(rule);
  });

  test('whatever is put together, a browser reads an accepted address as what it says', () => {
    const random = new Random(11);
    const parts = [
      'https:',
      'http:',
      'javascript:',
      'mailto:',
      '/',
      '//',
      '\\',
      '#',
      '?',
      '@',
      ':',
      '.',
      '..',
      '%',
      '%2F',
      '%2e',
      '%5c',
      'a',
      'evil.example',
      'xn--a',
      '\t',
      '\n',
      ' ',
      '\0',
      'ü',
      '。',
      '[',
      ']',
      '443',
    ];
    let accepted = 0;
    for (let run = 0; run < 30_000; run++) {
      const url = Array.from({ length: 1 + random.below(6) }, () => random.pick(parts)).join('');
      if (checkAddress(url)) continue;
      accepted++;
      const read = URL.parse(url, 'https://site.example/here/');
      expect(read).not.toBeNull();
      if (url.startsWith('mailto:')) continue;
      expect(read?.protocol).toBe('https:');
      expect([read?.username, read?.password]).toEqual(['', '']);
      if (/^[/#]/.test(url)) expect(read?.host).toBe('site.example');
      else expect(url.toLowerCase()).toContain(`https://${read?.host}`);
    }
    expect(accepted).toBeGreaterThan(300);
  });
});

test('links are read with decoded path and fragment, in the order of the text', () => {
  const body = `See [one](/policies/counterfeit/#cf-2), [two](#gr%C3%B6%C3%9Fe) and [three](https://example.com/#x).

![Four](./hologram.png) and https://example.org
`;
  expect(linksIn(body)).toEqual([
    {
      kind: 'link',
      url: '/policies/counterfeit/#cf-2',
      path: '/policies/counterfeit/',
      fragment: 'cf-2',
      line: 1,
      column: 5,
    },
    { kind: 'link', url: '#gr%C3%B6%C3%9Fe', path: '', fragment: 'größe', line: 1, column: 41 },
    { kind: 'link', url: 'https://example.com/#x', path: undefined, fragment: 'x', line: 1, column: 69 },
    { kind: 'image', url: './hologram.png', path: undefined, fragment: '', line: 3, column: 1 },
    { kind: 'link', url: 'https://example.org', path: undefined, fragment: '', line: 3, column: 29 },
  ]);
});

test('entities do not hide a scheme', () => {
  const body = '[a](&#106;avascript:x) [b](java&Tab;script:x) [c](javascript&colon;x) [d](&#x1;javascript:x)';
  expect(checkLinks(linksIn(body), 'file').map(({ column, rule }) => `${column} ${rule}`)).toEqual([
    '1 link-scheme',
    '24 link-scheme',
    '47 link-scheme',
    // The parser makes U+FFFD of it, with which no scheme begins.
    '71 link-path',
  ]);
});

test('words', () => {
  const urls = [
    'javascript:x',
    'http://example.com/a',
    '../policies/a.mdx',
    '//example.com/a',
    'https://bank.example@evil.example/',
    'https://p\u0430ypal.com/',
    '/policies/a/?b#c',
    '/100%/',
  ];
  expect(urls.map((url) => checkAddress(url)?.slice(1).join('\n  ')).join('\n')).toMatchInlineSnapshot(`
    "Unexpected address \`javascript:x\`, expected \`https:\`, \`mailto:\`, a path of this site or an anchor
      Addresses with \`javascript:\` are refused.
    Unexpected address \`http://example.com/a\`, expected \`https:\`, \`mailto:\`, a path of this site or an anchor
      Write \`https://example.com/a\`.
    Unexpected address \`../policies/a.mdx\`, expected a path from the root of the site
      Write a path such as \`/policies/counterfeit/\`, or \`https://\` before a host.
    Unexpected address \`//example.com/a\`, expected a path that begins with a single \`/\`
      Write a path such as \`/policies/counterfeit/\`, or \`https://example.com/a\`.
    Unexpected credentials in \`https://bank.example@evil.example/\`, expected the host alone
      Write \`https://evil.example/\` if that host is meant.
    Unexpected host \`pаypal.com\`, expected one in plain letters: it is reached as \`xn--pypal-4ve.com\`
      Link to a page on a host in plain letters.
    Unexpected \`?b\` in \`/policies/a/?b#c\`, expected a path and an anchor alone
      Write \`/policies/a/#c\`.
    Unexpected \`%\` in \`/100%/\`, expected \`%\` and the code of a character that can be seen
      Write a percent sign as \`%25\`."
  `);
});
