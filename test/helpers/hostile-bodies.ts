import { imageAddresses, imageBlocks, linkAddresses, linkBlocks } from './hostile-addresses.ts';
import { characterReferences, characters, lookAlikes } from './hostile-characters.ts';
import { expressions, modules } from './hostile-code.ts';
import { costs } from './hostile-costs.ts';
import { attributes, components, html } from './hostile-tags.ts';

/** One way to smuggle something into the body of an entry. */
export interface BodyAttack {
  kind: string;
  text: string;
  /** What the rules are called that may tell it. */
  rules: RegExp;
  /** Where it works: anywhere in running text, on lines of its own in any block, or only at the top level. */
  reach: 'inline' | 'block' | 'top';
}

const attacks = (
  kind: string,
  reach: BodyAttack['reach'],
  rules: RegExp,
  texts: readonly string[],
): BodyAttack[] => texts.map((text) => ({ kind, reach, rules, text }));

const mdx = /^mdx-/;

const links = linkAddresses.map((address) => `[x](${address})`);
const images = imageAddresses.map((path) => `![A picture](${path})`);

/** Every way, by what it tries. */
export const bodyAttacks: readonly BodyAttack[] = [
  ...attacks('module', 'top', /^mdx-(?:module|expression|syntax)/, modules),
  ...attacks('expression', 'inline', /^mdx-(?:expression|comment|variable|attribute|syntax)/, expressions),
  ...attacks('html', 'inline', mdx, html),
  ...attacks('component', 'inline', mdx, components),
  ...attacks('attribute', 'block', mdx, attributes),
  ...attacks('link', 'inline', /^(?:link-|mdx-|bytes-)/, links),
  ...attacks('link', 'block', /^(?:link-|mdx-)/, linkBlocks),
  ...attacks('image', 'inline', /^(?:image-|mdx-)/, images),
  ...attacks('image', 'block', /^(?:image-|mdx-|link-)/, imageBlocks),
  ...attacks('directive', 'block', /^mdx-/, [
    ':::note\nx\n:::',
    ':::note[x]{.y}\nx\n:::',
    '::::caution\nx\n::::',
    '# A second title',
    '###### Too deep',
  ]),
  ...attacks('character', 'inline', /^bytes-/, characters),
  ...attacks('character by its code', 'inline', /^bytes-/, characterReferences),
  ...attacks('look-alike', 'inline', /^bytes-/, lookAlikes),
  ...attacks('cost', 'block', /^(?:bytes-|mdx-|file-)/, costs),
  ...attacks('cost', 'top', /^bytes-/, [`${' '.repeat(401)}x`]),
];
