import type { ZodObject } from 'zod';
import { metaOf } from '#playbook/walk-schema.ts';
import { type ContentType, contentTypeNames, contentTypes } from '#schemas/index.ts';
import { fromKey } from '../words.ts';

/** One field as its author sees it. */
export interface FieldRow {
  name: string;
  title: string;
  description: string;
  required: boolean;
}

/** One content type with its own fields; those that every type has are told once. */
export interface TypeGuide {
  type: ContentType;
  title: string;
  fields: readonly FieldRow[];
}

const schemaOf = (type: ContentType) => contentTypes[type].schema as ZodObject;

/** A field is optional where nothing at all is accepted in its place. */
const rowsOf = (type: ContentType): FieldRow[] =>
  Object.entries(schemaOf(type).shape).map(([name, field]) => {
    const { title = name, description = '' } = metaOf(field);
    return { name, title, description, required: !schemaOf(type).shape[name]?.safeParse(undefined).success };
  });

/** The fields that every content type has, as its schema says. */
export function sharedFieldRows(): FieldRow[] {
  return rowsOf('policies').filter(({ name }) =>
    contentTypeNames.every((type) => name in schemaOf(type).shape),
  );
}

/** Every content type with the fields that it has beside the shared ones. */
export function typeGuides(): TypeGuide[] {
  const shared = new Set(sharedFieldRows().map(({ name }) => name));
  return contentTypeNames.map((type) => ({
    type,
    title: fromKey(contentTypes[type].singular),
    fields: rowsOf(type).filter(({ name }) => !shared.has(name)),
  }));
}
