import type { $ZodType } from 'zod/v4/core';
import { metaOf } from '#playbook/walk-schema.ts';
import { type ContentType, contentTypeNames, contentTypes } from '#schemas/index.ts';

/** What can stand in a field, in words with code between backticks: "a key of `teams` in organisation.yaml". */
export function formOf(schema: $ZodType): string {
  const { references } = metaOf(schema);
  if (references) return referenceForm(references);
  const { type, entries, format, innerType, element, keyType, valueType, options, checks } = schema._zod
    .def as Definition;
  if (innerType) return formOf(innerType);
  if (entries) return `one of ${either(Object.values(entries))}`;
  if (element) return isObject(element) ? 'a list' : `a list, each ${formOf(element)}`;
  if (type === 'record') {
    const key = keyType && metaOf(keyType).references;
    const name = key ? referenceForm(key) : 'a name';
    return valueType && !isObject(valueType)
      ? `${name} to ${formOf(valueType)}`
      : `a group of fields for each ${name.replace(/^an? /, '')}`;
  }
  if (options) return options.map(formOf).join(', or ');
  if (type === 'object') return 'a group of fields';
  if (type === 'boolean') return '`true` or `false`';
  if (type === 'number') return `a whole number${unitOf(schema)}`;
  if (format === 'date') return 'a date';
  if (format === 'url') return 'an https address';
  const most = checks?.map((check) => check._zod.def.maximum).find((maximum) => maximum !== undefined);
  return most === undefined ? 'text' : `text of at most ${most} characters`;
}

/** Whether a field is a group of named fields of its own. */
export const isObject = (schema: $ZodType): boolean => schema._zod.def.type === 'object';

function referenceForm(references: string): string {
  const [scope, section] = references.split('.');
  if (scope === 'organisation') return `a key of \`${section}\` in organisation.yaml`;
  if (references === 'clause') return 'the code of a clause';
  if (references === 'entry') return '`<folder>/<slug>` of an entry';
  const type = contentTypeNames.find((name) => name === references);
  return type ? `the slug of ${withArticle(type)}` : 'a reference';
}

/** "a policy", "an evidence standard". */
export const withArticle = (type: ContentType): string => {
  const { singular } = contentTypes[type];
  return `${/^[aeiou]/.test(singular) ? 'an' : 'a'} ${singular}`;
};

const unitOf = (schema: $ZodType): string => {
  const { unit } = metaOf(schema);
  return unit ? ` of ${unit}` : '';
};

/** A long list is known by its first few. */
const either = (values: readonly string[]): string => {
  const shown = values.slice(0, values.length > 12 ? 3 : 12).map((value) => `\`${value}\``);
  return values.length > shown.length
    ? `${shown.join(', ')} and ${values.length - shown.length} more`
    : shown.join(', ');
};

/** The parts of zod's definitions that are read here. */
interface Definition {
  type: string;
  entries?: Record<string, string>;
  format?: string;
  innerType?: $ZodType;
  element?: $ZodType;
  keyType?: $ZodType;
  valueType?: $ZodType;
  options?: $ZodType[];
  checks?: { _zod: { def: { maximum?: number } } }[];
}
