import type { Block, conditionKeys, Inline } from '#macros/text.ts';
import { tidy } from '#macros/tidy.ts';

/** Numbers from 0 to below 1 that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a random message may hold. */
interface Shape {
  variables: readonly string[];
  /** Keys that conditions may ask about. */
  conditions: readonly (typeof conditionKeys)[number][];
}

const values = {
  region: ['EU', 'UK', 'US'],
  language: ['en', 'de'],
  outcome: ['uphold', 'overturn'],
  audience: ['seller', 'buyer'],
};

const words = [
  'appeal',
  'the',
  'measure',
  "seller's",
  '"proof"',
  'A & B',
  '1 < 2',
  '3. not a list',
  '# no heading',
  '- dash',
  '*stars*',
  '_under_',
  '[square]',
  '`tick`',
  '~~',
  'ß',
  'über',
  'a|b',
  '!',
  '\\',
  '&amp;',
  '<b>',
  '100%',
  '$&',
  '+1',
  '=',
  '>',
];

/** A message of up to five blocks, decided by a seed; the words are those that break careless escaping. */
export function randomMessage(
  seed: number,
  { variables, conditions }: Shape = {
    variables: ['first_name', 'case_id', 'facts'],
    conditions: ['region', 'language'],
  },
): Block[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = <T>(most: number, make: () => T): T[] =>
    Array.from({ length: 1 + Math.floor(random() * most) }, make);
  const condition = () => {
    const key = pick(conditions);
    const keys = values[key].filter(() => random() < 0.5);
    return { [key]: keys.length ? keys : [values[key][0] as string] };
  };

  const word = (): Inline => ({ type: 'text', value: pick(words) });
  const space: Inline = { type: 'text', value: ' ' };
  const inline = (depth: number): Inline[] => {
    const roll = random();
    if (depth > 0 && roll < 0.1) return [{ type: pick(['strong', 'emphasis']), children: line(depth - 1) }];
    if (depth > 0 && roll < 0.2 && conditions.length)
      return [{ type: 'when', on: condition(), children: line(depth - 1) }];
    if (depth > 1 && roll < 0.27)
      return [
        { type: 'link', url: `https://a.example/${Math.floor(random() * 99)}?a=1&b=(2)`, children: [word()] },
      ];
    if (roll < 0.3) return [word(), { type: 'break' }, word()];
    return variables.length && roll < 0.5 ? [{ type: 'variable', name: pick(variables) }] : [word()];
  };
  const line = (depth: number): Inline[] =>
    some(4, () => inline(depth)).flatMap((nodes, index) => (index ? [space, ...nodes] : nodes));
  const block = (depth: number): Block => {
    const roll = random();
    if (depth > 0 && roll < 0.25)
      return { type: 'list', ordered: random() < 0.5, items: some(3, () => item(depth - 1)) };
    if (depth > 0 && roll < 0.4 && conditions.length)
      return { type: 'when', on: condition(), children: some(2, () => block(depth - 1)) };
    return { type: 'paragraph', children: line(2) };
  };
  const item = (depth: number): Block[] => {
    const first: Block = { type: 'paragraph', children: line(1) };
    return depth > 0 && random() < 0.3
      ? [first, { type: 'list', ordered: false, items: [[{ type: 'paragraph', children: line(1) }]] }]
      : [first];
  };
  return tidy(separated(some(4, () => block(2))));
}

/** Two lists of one kind that follow each other are one list to Markdown and to readers. */
const separated = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block, index): Block[] => {
    const before = blocks[index - 1];
    return before && before.type !== 'paragraph' && block.type !== 'paragraph'
      ? [{ type: 'paragraph', children: [{ type: 'text', value: 'then' }] }, block]
      : [block];
  });
