import type { $ZodType } from 'zod/v4/core';
import { globalRegistry } from 'zod/v4/core';
import type { FieldPath } from './entry.ts';

/** What `.meta()` may hold on a field of a schema. */
export interface FieldMeta {
  title?: string;
  description?: string;
  /** The type of entry, or section of organisation.yaml, whose key this is. */
  references?: string;
  /** Whether no two entries may share the value. */
  unique?: boolean;
  unit?: string;
}

/** The meta data of one schema, without what it wraps. */
export const metaOf = (schema: $ZodType): FieldMeta => (globalRegistry.get(schema) ?? {}) as FieldMeta;

/**
 * Visits every value of validated or raw data together with each schema that describes it, outermost first.
 * Record keys are visited with the record's path and `key: true`.
 */
export function walkSchema(
  schema: $ZodType,
  value: unknown,
  visit: (schema: $ZodType, value: unknown, path: FieldPath, key: boolean) => void,
  path: FieldPath = [],
): void {
  if (value === undefined) return;
  visit(schema, value, path, false);
  const { def } = schema._zod as { def: SchemaDef };
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
      if (def.innerType) walkSchema(def.innerType, value, visit, path);
      return;
    case 'object':
      if (!isRecord(value)) return;
      for (const [key, field] of Object.entries(def.shape ?? {})) {
        if (Object.hasOwn(value, key)) walkSchema(field, value[key], visit, [...path, key]);
      }
      return;
    case 'record':
      if (!isRecord(value)) return;
      for (const key of Object.keys(value)) {
        if (def.keyType) visit(def.keyType, key, [...path, key], true);
        if (def.valueType) walkSchema(def.valueType, value[key], visit, [...path, key]);
      }
      return;
    case 'array':
      if (!Array.isArray(value) || !def.element) return;
      for (const [index, item] of value.entries()) walkSchema(def.element, item, visit, [...path, index]);
      return;
    case 'union': {
      const option = def.options?.find((option) => fits(option, value));
      if (option) walkSchema(option, value, visit, path);
    }
  }
}

/** The parts of zod's definitions that the walk reads. */
interface SchemaDef {
  type: string;
  shape?: Record<string, $ZodType>;
  element?: $ZodType;
  innerType?: $ZodType;
  keyType?: $ZodType;
  valueType?: $ZodType;
  options?: $ZodType[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Unions in the schemas are told apart by the kind of value alone. */
const fits = (option: $ZodType, value: unknown): boolean => {
  const { type } = option._zod.def;
  return type === (Array.isArray(value) ? 'array' : typeof value) || (type === 'object' && isRecord(value));
};

/** The schema of the field at a path; with `bare`, without what makes it optional; undefined where there is none. */
export function fieldAt(schema: $ZodType, path: FieldPath, bare = false): $ZodType | undefined {
  const unwrapped = unwrap(schema);
  const [key, ...rest] = path;
  if (key === undefined) return bare ? unwrapped : schema;
  const { def } = unwrapped._zod as { def: SchemaDef };
  const next = def.shape?.[key] ?? def.element ?? def.valueType;
  return next && fieldAt(next, rest, bare);
}

const unwrap = (schema: $ZodType): $ZodType => {
  const { def } = schema._zod as { def: SchemaDef };
  return def.innerType ? unwrap(def.innerType) : schema;
};
