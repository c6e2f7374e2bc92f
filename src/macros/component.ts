import type { Nodes } from 'mdast';
import { type Condition, type ConditionKey, conditionKeys } from './text.ts';

/** A component that may stand in a message, as its attributes describe it. */
export type Component =
  | { type: 'when'; on: Condition }
  | { type: 'covers'; requirements: string[] }
  | { type: 'passage'; id: string }
  | { type: 'unknown'; name: string };

interface MdxElement {
  type: string;
  name?: string | null;
  attributes?: readonly { name?: string; value?: unknown }[];
}

/** The component that a node of a body is; undefined where it is none. */
export function componentOf(node: Nodes): Component | undefined {
  const { type, name, attributes = [] } = node as MdxElement;
  if (type !== 'mdxJsxFlowElement' && type !== 'mdxJsxTextElement') return undefined;
  const attribute = (name: string): string => {
    const value = attributes.find((attribute) => attribute.name === name)?.value;
    return typeof value === 'string' ? value : '';
  };
  switch (name) {
    case 'When': {
      const pairs = conditionKeys.map((key): [ConditionKey, string[]] => [key, keysIn(attribute(key))]);
      return { type: 'when', on: Object.fromEntries(pairs.filter(([, values]) => values.length > 0)) };
    }
    case 'Covers':
      return { type: 'covers', requirements: keysIn(attribute('requirement')) };
    case 'Passage':
      return { type: 'passage', id: attribute('id') };
    default:
      return { type: 'unknown', name: name ?? '' };
  }
}

/** `EU, UK` and `EU UK` are two keys. */
const keysIn = (value: string): string[] => value.split(/[\s,]+/).filter(Boolean);
