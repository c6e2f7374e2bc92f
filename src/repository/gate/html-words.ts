import { quote } from './quote.ts';

/** Markdown for what HTML would say. */
const markdown: Readonly<Record<string, string>> = {
  a: '`[text](https://example.com)`',
  b: '`**text**`',
  strong: '`**text**`',
  i: '`*text*`',
  em: '`*text*`',
  s: '`~~text~~`',
  del: '`~~text~~`',
  code: 'the text between backticks',
  pre: 'the text between lines of three backticks',
  img: '`![description](./name.png)`',
  br: 'an empty line',
  p: 'an empty line',
  hr: '`---`',
  ul: '`- item`',
  ol: '`1. item`',
  li: '`- item`',
  blockquote: '`> text`',
  h1: '`## Heading`',
  h2: '`## Heading`',
  h3: '`### Heading`',
  table: '`| a | b |`',
};

/** Whether a tag's name is one of HTML, which begins with a small letter, rather than of a component. */
export const isHtmlName = (name: string): boolean => /^[a-z][a-z0-9]*$/.test(name);

/** How a tag of HTML is refused. */
export function htmlWords(name: string): [rule: 'mdx-html', message: string, hint: string] {
  const instead = Object.hasOwn(markdown, name) ? markdown[name] : 'it in Markdown, or in plain words';
  return ['mdx-html', `Unexpected HTML ${quote(`<${name}>`)}, expected Markdown`, `Write ${instead}.`];
}
