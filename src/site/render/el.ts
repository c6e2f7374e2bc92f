import type { Element, ElementContent, Properties } from 'hast';

/** A hast element from its name, properties and children; text is given as a string. */
export const el = (
  tagName: string,
  properties: Properties,
  ...children: (ElementContent | string)[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});
