import type { Block, Inline, TextNode } from './text.ts';

/**
 * A text without what white space and empty nodes add to it: neighbouring texts joined, runs of spaces collapsed
 * across nodes, edges of paragraphs trimmed, empty paragraphs, lists and conditions gone. Tidying twice changes nothing.
 */
export function tidy(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'passage':
        return [block];
      case 'paragraph': {
        if (tidied.has(block)) return [block];
        const children = tidyInlines(block.children);
        const paragraph = { ...block, children };
        tidied.add(paragraph);
        return children.length ? [paragraph] : [];
      }
      case 'list': {
        const items = block.items.map(tidy).filter((item) => item.length > 0);
        return items.length ? [{ ...block, items }] : [];
      }
      default: {
        const children = tidy(block.children);
        return children.length ? [{ ...block, children }] : [];
      }
    }
  });
}

/** Paragraphs that came out of here: most pass through several times as they are. */
const tidied = new WeakSet<Block>();

/** Tidies a run of inline text, such as a subject or the content of a paragraph. */
export function tidyInlines(nodes: readonly Inline[]): Inline[] {
  const forward = collapse(nodes, true).nodes;
  return prune(trimEnd(forward).nodes);
}

/** Drops the spaces of a text that follow a space; `afterSpace` says whether one stands before the first node. */
function collapse(nodes: readonly Inline[], afterSpace: boolean): { nodes: Inline[]; afterSpace: boolean } {
  let space = afterSpace;
  const collapsed = nodes.map((node): Inline => {
    switch (node.type) {
      case 'text': {
        const single = /[\t\r\n]| {2}/.test(node.value) ? node.value.replace(/[ \t\r\n]+/g, ' ') : node.value;
        const value = space && single.startsWith(' ') ? single.slice(1) : single;
        if (value !== '') space = value.endsWith(' ');
        return value === node.value ? node : { ...node, value };
      }
      case 'break':
        space = true;
        return node;
      case 'variable':
        space = false;
        return node;
      case 'when': {
        const inside = collapse(node.children, space);
        // Where the condition may not hold, the space before it must stay the only one that is sure.
        space = space && inside.afterSpace;
        return { ...node, children: inside.nodes };
      }
      default: {
        const inside = collapse(node.children, space);
        space = inside.afterSpace;
        return { ...node, children: inside.nodes };
      }
    }
  });
  return { nodes: collapsed, afterSpace: space };
}

/** Drops the spaces at the end and before breaks; `open` says whether everything that follows is still empty. */
function trimEnd(nodes: readonly Inline[], atEnd = true): { nodes: Inline[]; open: boolean } {
  let open = atEnd;
  const trimmed = [...nodes].reverse().map((node): Inline => {
    switch (node.type) {
      case 'text': {
        const value = open ? node.value.replace(/ +$/, '') : node.value;
        if (value !== '') open = false;
        return value === node.value ? node : { ...node, value };
      }
      case 'break':
        open = true;
        return node;
      case 'variable':
        open = false;
        return node;
      default: {
        const inside = trimEnd(node.children, open);
        // A condition that does not hold lets what stands before it come to the end.
        open = node.type === 'when' ? open && inside.open : inside.open;
        return { ...node, children: inside.nodes };
      }
    }
  });
  return { nodes: trimmed.reverse(), open };
}

/** Joins neighbouring texts and drops what is empty. */
function prune(nodes: readonly Inline[]): Inline[] {
  const kept: Inline[] = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    if (node.type === 'text' && node.value === '') continue;
    if (node.type === 'text' && last?.type === 'text')
      kept[kept.length - 1] = { ...last, value: last.value + node.value };
    else if (hasChildren(node)) {
      const children = prune(node.children);
      if (children.length) kept.push({ ...node, children });
    } else kept.push(node);
  }
  return kept;
}

const hasChildren = (node: TextNode): node is Extract<Inline, { children: Inline[] }> => 'children' in node;
