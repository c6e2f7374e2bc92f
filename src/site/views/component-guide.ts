import type { Nodes } from 'mdast';
import { componentOf } from '#macros/component.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import { type ComponentDoc, components } from '#repository/gate/components.ts';
import { type ContentType, contentTypeNames, contentTypes } from '#schemas/index.ts';
import { bodyContexts, renderBody } from '../render/body.ts';
import type { SiteSource } from '../site-source.ts';
import { sentenceList } from '../words.ts';

/** One component as its author sees it. */
export interface ComponentGuide {
  name: string;
  /** Fragment of its heading. */
  id: string;
  explains: string;
  /** Where it may stand, in a sentence. */
  where: string;
  attributes: readonly { name: string; says: string; required: boolean; values: readonly string[] }[];
  /** What is written, and the HTML that a reader sees; undefined where its parent shows it. */
  example: { source: string; html: string } | undefined;
}

/** Every component that authors may use, its example rendered as in an entry. */
export function componentGuides(source: SiteSource, basePath: string): ComponentGuide[] {
  const contextOf = bodyContexts(source, basePath);
  const [any] = source.playbook.entries;
  const render = (body: string): string => {
    if (!any) return '';
    // Rendering reads of an entry no more than its body, headings and place; an example has no headings.
    const entry = { ...any, type: 'glossary', body, headings: [] } as unknown as AnyEntry;
    return renderBody(entry, contextOf(any));
  };
  return Object.entries(components).map(([name, doc]) => ({
    name,
    id: name.toLowerCase(),
    explains: doc.explains,
    where: whereOf(name, doc),
    attributes: Object.entries(doc.attributes).map(([attribute, allowed]) => ({
      name: attribute,
      says: doc.says[attribute] ?? '',
      required: doc.requires?.includes(attribute) ?? false,
      values: allowed instanceof RegExp ? [] : allowed,
    })),
    example: doc.example === undefined ? undefined : { source: doc.example, html: render(doc.example) },
  }));
}

/** The components that may stand in entries of a type, by name; a message holds only those that can be sent. */
export const componentsFor = (type: ContentType): string[] =>
  Object.entries(components)
    .filter(([name, { where }]) => (where?.includes(type) ?? true) && (!isSent(type) || canBeSent(name)))
    .map(([name]) => name);

const isSent = (type: ContentType): boolean => type === 'macros' || type === 'passages';

const canBeSent = (name: string): boolean =>
  componentOf({ type: 'mdxJsxFlowElement', name, attributes: [], children: [] } as unknown as Nodes)?.type !==
  'unknown';

function whereOf(name: string, { parent, inline }: ComponentDoc): string {
  const [may, mayNot] = [true, false].map((allowed) =>
    contentTypeNames
      .filter((type) => componentsFor(type).includes(name) === allowed)
      .map((type) => contentTypes[type].plural),
  );
  const types = !mayNot?.length
    ? 'every entry'
    : mayNot.length < (may?.length ?? 0)
      ? `every entry but ${sentenceList(mayNot)}`
      : sentenceList(may ?? []);
  const place = parent
    ? `Directly inside \`<${parent}>\``
    : inline
      ? 'Within a line or on lines of its own'
      : 'On lines of its own';
  return `${place}, in ${types}.`;
}
