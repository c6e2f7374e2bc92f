import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import { parse } from '../parse.ts';
import type { Block, Condition, Inline } from '../text.ts';
import { tidy, tidyInlines } from '../tidy.ts';
import type { LiveText, Syntax } from './helpdesk.ts';
import { readHtml } from './read-html.ts';

/** What a name in our text is for a field, with its fallback, of a helpdesk. */
export type NameOf = (path: string, fallback: string | undefined) => string;

/** The region condition that a field and values stand for; undefined where the field is not the region's. */
export type ConditionOf = (path: string, values: readonly string[]) => Condition | undefined;

/** A placeholder or condition, taken out of the text before it is parsed. */
type Token = { kind: 'variable'; name: string } | { kind: 'open'; on: Condition } | { kind: 'close' };

/** A text of a helpdesk as a message again; what is not of our subset is read as the words that it holds. */
export function readBack(text: LiveText, syntax: Syntax, nameOf: NameOf, conditionOf: ConditionOf): Block[] {
  const tokens: Token[] = [];
  const masked = mask(text.value, syntax, nameOf, conditionOf, tokens);
  return tidy(expandBlocks(messageOf({ ...text, value: masked }), tokens));
}

/** A line of plain text of a helpdesk, such as a subject. */
export function readBackLine(line: string, syntax: Syntax, nameOf: NameOf): Inline[] {
  const tokens: Token[] = [];
  const masked = mask(line, syntax, nameOf, () => undefined, tokens);
  return tidyInlines(expandInlines([{ type: 'text', value: masked }], tokens));
}

/** A text without its placeholders as a message. */
function messageOf({ markup, value }: LiveText): Block[] {
  switch (markup) {
    case 'html':
      return readHtml(value);
    case 'markdown': {
      const tree = markdownToMdast(value, { features: { smartPunctuation: false, frontmatter: false } });
      return parse(tree as Root).text;
    }
    case 'plain':
      return value.split(/\n{2,}/).map((paragraph) => ({
        type: 'paragraph',
        children: paragraph
          .split('\n')
          .flatMap((line, index): Inline[] => [
            ...(index > 0 ? [{ type: 'break' } as const] : []),
            { type: 'text', value: line },
          ]),
      }));
  }
}

/** Private characters that no parser touches stand for the tokens: index of the token between them. */
const start = '\ue000';
const end = '\ue001';
const tokenPattern = /\ue000(\d+)\ue001/;

function mask(
  text: string,
  syntax: Syntax,
  nameOf: NameOf,
  conditionOf: ConditionOf,
  tokens: Token[],
): string {
  const put = (token: Token): string => `${start}${tokens.push(token) - 1}${end}`;
  const { conditions } = syntax;
  let masked = text.replaceAll(start, '').replaceAll(end, '');
  if (conditions) {
    masked = masked.replace(conditions.opening, (whole, test: string) => {
      const read = conditions.read(test.replaceAll('&quot;', '"'));
      const on = read && conditionOf(read.path, read.values);
      return on ? put({ kind: 'open', on }) : whole;
    });
    masked = masked.replaceAll(conditions.close, () => put({ kind: 'close' }));
  }
  return masked.replace(syntax.placeholder, (...groups: unknown[]) => {
    const found = groups.slice(
      1,
      groups.findIndex((group) => typeof group === 'number'),
    );
    const [path, fallback] = found.filter((group) => typeof group === 'string');
    return put({ kind: 'variable', name: nameOf(path ?? '', fallback && decode(fallback)) });
  });
}

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Text with its tokens back in place; conditions that are never closed or opened are left out. */
function expandInlines(nodes: readonly Inline[], tokens: readonly Token[]): Inline[] {
  const flat = nodes.flatMap((node): (Inline | Token)[] => {
    if (node.type === 'text')
      return node.value
        .split(tokenPattern)
        .map((part, index): Inline | Token =>
          index % 2 ? (tokens[Number(part)] ?? { kind: 'close' }) : { type: 'text', value: part },
        );
    return [
      'children' in node ? ({ ...node, children: expandInlines(node.children, tokens) } as Inline) : node,
    ];
  });
  const variables = flat.map((one): Inline | Token =>
    'kind' in one && one.kind === 'variable' ? { type: 'variable', name: one.name } : one,
  );
  return nest<Inline>(variables);
}

function expandBlocks(blocks: readonly Block[], tokens: readonly Token[]): Block[] {
  const flat = blocks.flatMap((block): (Block | Token)[] => {
    switch (block.type) {
      case 'paragraph': {
        const marks = marksOf(block.children, tokens);
        return marks ?? [{ ...block, children: expandInlines(block.children, tokens) }];
      }
      case 'list':
        return [{ ...block, items: block.items.map((item) => expandBlocks(item, tokens)) }];
      default:
        return [block];
    }
  });
  return nest<Block>(flat);
}

/** The tokens of a paragraph that holds opening and closing conditions alone: they stand around blocks. */
function marksOf(children: readonly Inline[], tokens: readonly Token[]): Token[] | undefined {
  const [only, more] = children;
  if (more || only?.type !== 'text') return undefined;
  const parts = only.value.split(tokenPattern);
  if (parts.some((part, index) => index % 2 === 0 && part.trim() !== '')) return undefined;
  const found = parts.flatMap((part, index) => (index % 2 ? (tokens[Number(part)] ?? []) : []));
  return found.length > 0 && found.every(({ kind }) => kind !== 'variable') ? found : undefined;
}

/** Puts what stands between an opening and its closing token into the condition. */
function nest<T extends Inline | Block>(flat: readonly (T | Token)[]): T[] {
  const stack: { on: Condition | undefined; nodes: T[] }[] = [{ on: undefined, nodes: [] }];
  const top = () => stack.at(-1)?.nodes ?? [];
  const closeTop = () => {
    const closed = stack.pop();
    if (closed?.on) top().push({ type: 'when', on: closed.on, children: closed.nodes } as unknown as T);
  };
  for (const one of flat) {
    if (!('kind' in one)) top().push(one);
    else if (one.kind === 'open') stack.push({ on: one.on, nodes: [] });
    else if (one.kind === 'close' && stack.length > 1) closeTop();
  }
  while (stack.length > 1) closeTop();
  return stack[0]?.nodes ?? [];
}
