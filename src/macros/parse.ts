import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import type { Position } from '#playbook/issue.ts';
import { componentOf } from './component.ts';
import type { Block, Inline, VariableUse } from './text.ts';
import { tidy } from './tidy.ts';

/** Something in a body that no helpdesk can be relied on to carry. */
export interface TextProblem extends Position {
  message: string;
  hint: string;
}

/** A component or expression of MDX, as far as it is read here. */
interface MdxNode {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' | 'mdxFlowExpression' | 'mdxTextExpression';
  value?: string;
}

/** A body as a message, with everything in it that cannot be sent. */
interface Parsed {
  text: Block[];
  problems: TextProblem[];
}

const known = new WeakMap<Root, Parsed>();

/** The body of a macro or passage as a message; never throws. Parsed once, as one passage stands in many macros. */
export function parse(tree: Root): Parsed {
  const parsed = known.get(tree) ?? parseTree(tree);
  known.set(tree, parsed);
  return parsed;
}

function parseTree(tree: Root): Parsed {
  const problems: TextProblem[] = [];
  const text = tidy(blocksOf(tree.children, problems));
  return { text, problems };
}

type Child = RootContent | BlockContent | DefinitionContent | PhrasingContent | ListItem;

/** Blocks; text that stands directly inside a component becomes a paragraph. */
function blocksOf(nodes: readonly Child[], problems: TextProblem[]): Block[] {
  const blocks: Block[] = [];
  let run: Child[] = [];
  const endRun = () => {
    if (run.length) blocks.push({ type: 'paragraph', children: inlinesOf(run, problems) });
    run = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) {
      run.push(node);
      continue;
    }
    endRun();
    blocks.push(...blockOf(node, problems));
  }
  endRun();
  return blocks;
}

function blockOf(node: Child, problems: TextProblem[]): Block[] {
  const mdx = asMdx(node);
  if (mdx?.type === 'mdxFlowExpression') return [{ type: 'paragraph', children: [variableOf(mdx)] }];
  if (mdx) return wrapped(node, problems, (children) => blocksOf(children, problems), true);
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: inlinesOf(node.children, problems) }];
    case 'list':
      if (node.ordered && (node.start ?? 1) !== 1)
        problems.push(
          at(
            node,
            `Unexpected list that begins with ${node.start}, expected one that begins with 1`,
            'Begin it with `1.`, or write the numbers in the text.',
          ),
        );
      return [
        {
          type: 'list',
          ordered: node.ordered ?? false,
          items: node.children.map((item) => blocksOf(item.children, problems)),
        },
      ];
    default:
      problems.push(refused(node));
      return 'children' in node ? blocksOf(node.children as Child[], problems) : [];
  }
}

function inlinesOf(nodes: readonly Child[], problems: TextProblem[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    const mdx = asMdx(node);
    if (mdx?.type === 'mdxTextExpression') return [variableOf(mdx)];
    if (mdx) return wrapped(node, problems, (children) => inlinesOf(children, problems), false);
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value }];
      case 'break':
        return [{ type: 'break' }];
      case 'emphasis':
      case 'strong':
        return [{ type: node.type, children: inlinesOf(node.children, problems) }];
      case 'link':
        if (!/^(?:https:\/\/|mailto:)/.test(node.url))
          problems.push(
            at(
              node,
              `Unexpected link to \`${node.url}\`, expected an address that the reader can open`,
              'Write a whole address that begins with https:// or mailto:; pages of the playbook are for the team alone.',
            ),
          );
        if (node.title)
          problems.push(
            at(
              node,
              'Unexpected title of a link, expected the address alone',
              'Helpdesks drop titles: say it in the text.',
            ),
          );
        return [{ type: 'link', url: node.url, children: inlinesOf(node.children, problems) }];
      default:
        problems.push(refused(node));
        return 'children' in node ? inlinesOf(node.children as Child[], problems) : [];
    }
  });
}

/** When, Covers and Passage; the same for blocks and for text within a line. */
function wrapped<T extends Inline | Block>(
  node: Child,
  problems: TextProblem[],
  inside: (children: readonly Child[]) => T[],
  block: boolean,
): T[] {
  const children = inside('children' in node ? (node.children as readonly Child[]) : []);
  const component = componentOf(node);
  switch (component?.type) {
    case 'when':
      if (Object.keys(component.on).length === 0)
        problems.push(
          at(
            node,
            'Unexpected condition that asks for nothing, expected a region, language, outcome or audience',
            'Write for example `<When region="EU">`.',
          ),
        );
      return [{ ...component, children } as unknown as T];
    case 'covers':
      return [{ ...component, children } as unknown as T];
    case 'passage':
      if (block) return [component as T];
      problems.push(
        at(
          node,
          'Unexpected passage within a line, expected one that stands alone',
          'Put `<Passage … />` on a line of its own, with empty lines around it.',
        ),
      );
      return [];
    default:
      problems.push(
        at(
          node,
          `Unexpected \`<${component?.name ?? ''}>\`, expected text that can be sent`,
          'In a message only `<When>`, `<Passage>` and `<Covers>` may stand.',
        ),
      );
      return children;
  }
}

const variableOf = (mdx: MdxNode): VariableUse => ({ type: 'variable', name: (mdx.value ?? '').trim() });

const phrasing: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'inlineCode',
  'break',
  'delete',
  'footnoteReference',
  'mdxTextExpression',
  'mdxJsxTextElement',
]);

const isPhrasing = (node: Child): boolean => phrasing.has(node.type);

const asMdx = (node: Child): MdxNode | undefined => {
  const { type } = node as { type: string };
  return type.startsWith('mdx') ? (node as unknown as MdxNode) : undefined;
};

/** What stands in a message for what helpdesks do not carry. */
const instead: Readonly<Record<string, readonly [string, string]>> = {
  heading: ['heading', 'Write it in bold at the start of a paragraph: `**What we decided.**`'],
  blockquote: ['quotation', 'Write it as a paragraph, in straight quotes.'],
  code: ['code block', 'Write it as a paragraph.'],
  inlineCode: ['code', 'Write it as plain text or in bold.'],
  thematicBreak: ['rule', 'Leave it out; an empty line parts two paragraphs.'],
  table: ['table', 'Write it as a list.'],
  image: ['image', 'Say it in words; a picture does not reach every reader.'],
  delete: ['struck text', 'Leave out what does not hold.'],
  linkReference: ['link by reference', 'Write the address in the link: `[text](https://…)`.'],
  definition: ['link definition', 'Write the address in the link: `[text](https://…)`.'],
};

function refused(node: Child): TextProblem {
  const [name, hint] = instead[node.type] ?? [
    node.type,
    'Use paragraphs, lists, emphasis, links and variables.',
  ];
  return at(node, `Unexpected ${name} in a message, expected what every helpdesk can carry`, hint);
}

const at = (node: Child, message: string, hint: string): TextProblem => {
  const { line, column } = node.position?.start ?? { line: 0, column: 0 };
  return { line, column, message, hint };
};
