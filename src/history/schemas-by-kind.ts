import type { $ZodType } from 'zod/v4/core';
import { contentTypes } from '#schemas/index.ts';
import { organisation } from '#schemas/organisation.ts';
import { requirements } from '#schemas/requirements.ts';
import type { EntryKind } from './weights.ts';

/** The fields of one kind of entry by name, as today's schema has them; none for what is told as text alone. */
export function fieldsOf(kind: EntryKind | undefined): Readonly<Record<string, $ZodType>> {
  const schema = kind === undefined ? undefined : (documents[kind] ?? typed[kind]?.schema);
  return (schema?._zod.def as { shape?: Record<string, $ZodType> } | undefined)?.shape ?? {};
}

const documents: Readonly<Record<string, $ZodType>> = { organisation, requirements };
const typed: Readonly<Record<string, { schema: $ZodType }>> = contentTypes;

/** What stands inside wrappers such as `optional` and `default`. */
export function unwrapped(schema: $ZodType): $ZodType {
  const { innerType } = schema._zod.def as { innerType?: $ZodType };
  return innerType ? unwrapped(innerType) : schema;
}
