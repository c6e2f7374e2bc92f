import type { $ZodType } from 'zod/v4/core';
import { safeParse } from 'zod/v4/core';
import { placeholder } from '#playbook/placeholder.ts';
import { type FieldMeta, metaOf } from '#playbook/walk-schema.ts';
import { type ContentType, contentTypes } from '#schemas/index.ts';

/** One field that an entry cannot be without, and how it can be filled. */
export interface RequiredField {
  /** Where it stands, `['dsa', 'category']`. */
  path: readonly string[];
  schema: $ZodType;
  meta: FieldMeta;
  /**
   * A `choice` or several, a `date`, free `text` or several for which a placeholder can stand, a `word` that has a
   * form of its own, or `other`: a shape that only a starter knows.
   */
  kind: 'choice' | 'choices' | 'date' | 'text' | 'texts' | 'word' | 'other';
  /** The values of a choice that the schema itself lists. */
  values: readonly string[] | undefined;
  /** What a choice points at: a content type, `clause`, `entry` or `organisation.<section>`. */
  references: string | undefined;
}

/** The fields of a content type that have neither a default nor the right to be left out, in the order of the schema. */
export const requiredFields = (type: ContentType): RequiredField[] => fieldsOf(contentTypes[type].schema, []);

function fieldsOf(object: $ZodType, parents: readonly string[]): RequiredField[] {
  const { shape = {} } = object._zod.def as Definition;
  return Object.entries(shape).flatMap(([name, schema]) => {
    if (safeParse(schema, undefined).success) return [];
    const path = [...parents, name];
    return schema._zod.def.type === 'object' ? fieldsOf(schema, path) : [{ path, ...described(schema) }];
  });
}

function described(schema: $ZodType): Omit<RequiredField, 'path'> {
  const { element } = schema._zod.def as Definition;
  const item = element ?? schema;
  const { type, format, entries } = item._zod.def as Definition;
  const meta = metaOf(schema);
  const references = metaOf(item).references;
  const values = entries && Object.values(entries);
  const base = { schema, meta, values, references };
  if (values || references) return { ...base, kind: element ? 'choices' : 'choice' };
  if (type !== 'string') return { ...base, kind: 'other' };
  if (safeParse(item, placeholder('it')).success) return { ...base, kind: element ? 'texts' : 'text' };
  return { ...base, kind: format === 'date' ? 'date' : 'word' };
}

/** The parts of zod's definitions that are read here. */
interface Definition {
  type: string;
  shape?: Record<string, $ZodType>;
  element?: $ZodType;
  entries?: Record<string, string>;
  format?: string;
}
