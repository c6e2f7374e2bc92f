import type { Heading, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxTextExpression } from 'satteri';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { AnyEntry, FieldPath } from '#playbook/entry.ts';
import { type FrontmatterText, frontmatterTexts } from './frontmatter-texts.ts';
import { sourceOffsets } from './source-offsets.ts';

declare module 'mdast' {
  interface ParagraphData {
    /** The field that the text is the value of; not set in bodies. */
    field?: FieldPath;
  }
  interface HeadingData {
    /** The field that the text is the value of; not set in bodies. */
    field?: FieldPath;
  }
}

/**
 * All prose of an entry as one tree, with positions and offsets in the file: the title as a first heading, every other
 * sentence of the frontmatter as a paragraph, then the body. A rule need not know where a text came from.
 */
export function proseTree(entry: AnyEntry, file: VFile): Root {
  const source = String(file);
  const places = location(file);
  const pointAt = (offset: number): Point => ({ line: 1, column: 1, ...places.toPoint(offset), offset });
  const field = ({ path, value }: FrontmatterText): RootContent => {
    const offsets = sourceOffsets(value, source, places.toOffset(entry.positionOf(path)) ?? 0);
    const between = (start: number, end: number): Position => ({
      start: pointAt(offsets[start] ?? 0),
      end: pointAt((offsets[end - 1] ?? 0) + 1),
    });
    const content = {
      data: { field: path },
      children: partsOf(value, between),
      position: between(0, value.length),
    };
    return path[0] === 'title'
      ? ({ type: 'heading', depth: 1, ...content } satisfies Heading)
      : ({ type: 'paragraph', ...content } satisfies Paragraph);
  };
  // The parser saw empty lines in place of the frontmatter.
  const shift = source.length - (entry.tree.position?.end.offset ?? 0);
  return {
    type: 'root',
    children: [
      ...frontmatterTexts(entry).map(field),
      ...entry.tree.children.map((node) => moved(node, shift)),
    ],
  };
}

/** A value as text and the variables in it, `{case_id}`, as the parser reads them in a body. */
const partsOf = (value: string, between: (start: number, end: number) => Position): PhrasingContent[] =>
  [...value.matchAll(/\{(\w+)\}|(?:[^{]|\{(?!\w+\}))+/g)].map(({ 0: part, 1: name, index }) => {
    const position = between(index, index + part.length);
    return name
      ? ({ type: 'mdxTextExpression', value: name, position } satisfies MdxTextExpression)
      : { type: 'text', value: part, position };
  });

/** A copy whose offsets count from elsewhere. */
function moved<T extends Nodes>(node: T, shift: number): T {
  const copy = { ...node };
  if (node.position) copy.position = movedPosition(node.position, shift);
  if ('children' in copy)
    copy.children = copy.children.map((child) => moved(child, shift)) as typeof copy.children;
  return copy;
}

const movedPosition = ({ start, end }: Position, shift: number): Position => ({
  start: { ...start, offset: (start.offset ?? 0) + shift },
  end: { ...end, offset: (end.offset ?? 0) + shift },
});
