import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { FieldPath } from '#playbook/entry.ts';
import { sourceOffsets } from './source-offsets.ts';

/** Stands in running text for what is not prose: code, a variable, an image, an address. */
export const hole = '\uFFFC';

/** The running text of one block: a title, a heading, a paragraph, a cell, or a sentence of the frontmatter. */
export interface Passage {
  kind: 'heading' | 'paragraph';
  /** The field that it is the value of; undefined in the body. */
  field: FieldPath | undefined;
  /** Text without markup. */
  text: string;
  /** Where a character of the text stands in the file. */
  at: (index: number) => Point;
}

interface Piece {
  /** Where it begins in the running text. */
  start: number;
  text: string;
  /** Where it begins in the file. */
  offset: number;
  /** Where each of its characters stands in the file; reckoned when somebody asks. */
  offsets?: readonly number[];
}

const noPiece: Piece = { start: 0, text: '', offset: 0, offsets: [] };

const read = new WeakMap<Root, readonly Passage[]>();

/** The passages of a tree that `proseTree` made, in order; read once for all rules. */
export function passagesOf(tree: Root, file: VFile): readonly Passage[] {
  const passages = read.get(tree) ?? readPassages(tree, file);
  read.set(tree, passages);
  return passages;
}

function readPassages(tree: Root, file: VFile): Passage[] {
  const source = String(file);
  const places = location(file);
  const passages: Passage[] = [];
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    if (!isBlock(node)) {
      node.children.forEach(walk);
      return;
    }
    const pieces = piecesOf(node);
    passages.push({
      kind: node.type === 'heading' ? 'heading' : 'paragraph',
      field: node.type === 'heading' || node.type === 'paragraph' ? node.data?.field : undefined,
      text: pieces.map(({ text }) => text).join(''),
      at(index) {
        const piece = pieces.findLast(({ start }) => start <= index) ?? noPiece;
        piece.offsets ??= sourceOffsets(piece.text, source, piece.offset);
        const offset = piece.offsets[index - piece.start] ?? piece.offset;
        return { line: 1, column: 1, ...places.toPoint(offset), offset };
      },
    });
  };
  walk(tree);
  return passages;
}

/** Whether a node holds running text: components hold it without a paragraph around it. */
const isBlock = (node: Parents): boolean =>
  node.type === 'paragraph' ||
  node.type === 'heading' ||
  node.type === 'tableCell' ||
  node.children.some((child) => child.type === 'text');

function piecesOf(block: Parents): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const add = (node: Nodes, text: string) => {
    pieces.push({ start, text, offset: node.position?.start.offset ?? 0 });
    start += text.length;
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') add(node, node.value);
    else if (node.type === 'break') add(node, '\n');
    else if ('children' in node && !isBareAddress(node)) node.children.forEach(walk);
    else add(node, hole);
  };
  block.children.forEach(walk);
  return pieces;
}

/** Whether a link shows its own address. */
const isBareAddress = (node: Nodes): boolean => {
  if (node.type !== 'link') return false;
  const [only] = node.children as PhrasingContent[];
  return only?.type === 'text' && (node.url === only.value || node.url.endsWith(`:${only.value}`));
};
