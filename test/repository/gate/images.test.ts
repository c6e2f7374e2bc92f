import { describe, expect, test } from 'vitest';
import { checkImages } from '#repository/gate/images.ts';
import { parseBody } from '#repository/gate/parse-body.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const png = bytes('\x89PNG\r\n\x1A\n....');
const jpg = bytes('\xFF\xD8\xFF\xE0....');
const webp = bytes('RIFF\x24\0\0\0WEBPVP8 ');
const gif = bytes('GIF89a....');
const svg = bytes('<svg onload="pay()"/>');

const check = async (url: string, file: Uint8Array | undefined, alt = 'A hologram') => {
  const { tree } = parseBody(`![${alt}](${url})`, 1, 'content/policies/a.mdx');
  if (!tree) throw new Error('The example is not Markdown.');
  const asked: string[] = [];
  const issues = await checkImages(tree, 'content/policies/a.mdx', async (name) => {
    asked.push(name);
    return file;
  });
  return { rules: issues.map(({ rule }) => rule), asked, issues };
};

test.each([
  ['./a.png', png],
  ['./a-2.jpg', jpg],
  ['./a.webp', webp],
  ['./a.gif', gif],
])('%s is shown', async (url, file) => {
  expect((await check(url, file)).rules).toEqual([]);
});

describe('a path that is not of a picture beside the entry is refused, and nothing is read', () => {
  test.each([
    '../../../secret?raw',
    '../a.png',
    './b/a.png',
    './../a.png',
    './%2e%2e/a.png',
    './a.png?raw',
    './a.png#x',
    './a.svg',
    './a.avif',
    './a.heic',
    './a.heif',
    './a.jpeg',
    './a.PNG',
    './A.png',
    './a.png.svg',
    './.png',
    'a.png',
    '/a.png',
    '//evil.example/a.png',
    'https://evil.example/a.png',
    'data:image/png;base64,AAAA',
    './100%.png',
  ])('%s', async (url) => {
    const { rules, asked } = await check(url, png);
    expect({ rules, asked }).toEqual({ rules: ['image-path'], asked: [] });
  });
});

test.each([
  ['./a.png', jpg],
  ['./a.png', svg],
  ['./a.png', bytes('\x89PN')],
  ['./a.jpg', png],
  ['./a.webp', bytes('RIFF\x24\0\0\0AVI LIST')],
  ['./a.gif', svg],
  ['./a.png', bytes('')],
])('%s with the content of something else is refused', async (url, file) => {
  expect((await check(url, file)).rules).toEqual(['image-content']);
});

test('a picture that does not exist and one that nobody described are refused', async () => {
  const { issues } = await check('./a.png', undefined, ' ');
  expect(issues.map(({ message, hint }) => `${message} ${hint}`)).toMatchInlineSnapshot(`
    [
      "Unexpected image \`./a.png\` without a description, expected one Write what it shows between the brackets: \`![A hologram with two layers](./name.png)\`.",
      "Unexpected image \`./a.png\`, expected a file beside the entry Add \`content/policies/a.png\`, or correct the name.",
    ]
  `);
});
