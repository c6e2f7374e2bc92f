import type { Element, ElementContent } from 'hast';
import type { $ZodType } from 'zod/v4/core';
import { fieldAt, metaOf } from '#playbook/walk-schema.ts';
import { longDate } from '../words.ts';
import { el } from './el.ts';

/** The fields of an entry under the names that its schema gives them; nothing is looked up anywhere else. */
export function fieldList(schema: $ZodType, data: object, without: readonly string[] = []): Element {
  const rows = Object.entries(data).flatMap(([key, value]) => {
    if (without.includes(key) || isNothing(value)) return [];
    return row(labelOf(schema, key), shown(fieldAt(schema, [key]), value));
  });
  return el('dl', { className: ['fields'] }, ...rows);
}

function shown(schema: $ZodType | undefined, value: unknown): ElementContent[] {
  if (Array.isArray(value)) {
    if (value.every(isPlain)) return texts(value.map(plainText).join(', '));
    const inner = schema && fieldAt(schema, ['0'], true);
    return [el('ol', {}, ...value.map((item) => el('li', {}, ...shown(inner, item))))];
  }
  if (isPlain(value)) return texts(plainText(value), schema && metaOf(schema).unit);
  const line = onOneLine(value as object, schema && fieldAt(schema, [], true));
  if (line !== undefined) return texts(line);
  const rows = Object.entries(value as object).flatMap(([key, item]) => {
    if (isNothing(item)) return [];
    return row(schema ? labelOf(schema, key) : key, shown(schema && fieldAt(schema, [key]), item));
  });
  return [el('dl', {}, ...rows)];
}

/** Keys under keys that an author chose: `notice none; units 1 or 2`. */
function onOneLine(value: object, schema: $ZodType | undefined): string | undefined {
  if (schema?._zod.def.type !== 'record') return undefined;
  const parts = Object.entries(value).map(([key, item]) => {
    const items: unknown[] = [item].flat();
    return items.every(isKey) ? `${key} ${items.join(' or ')}` : undefined;
  });
  return parts.every((part) => part !== undefined) ? parts.join('; ') : undefined;
}

const isKey = (value: unknown): boolean => typeof value === 'string' && /^[\w+-]+$/.test(value);

const row = (label: string, value: ElementContent[]): Element[] => [
  el('dt', {}, label),
  el('dd', {}, ...value),
];

/** The title of a field; the key itself where it is one that an author chose. */
function labelOf(schema: $ZodType, key: string): string {
  const field = fieldAt(schema, [key]);
  return (field && metaOf(field).title) ?? key;
}

const texts = (text: string, unit?: string): ElementContent[] => [
  { type: 'text', value: unit ? `${text} ${unit}` : text },
];

function plainText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? longDate(text) : text;
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);
