import type { $ZodType } from 'zod/v4/core';
import type { FieldPath } from '#playbook/entry.ts';

/** What a schema expects at a place: text, an ISO date, a number, or the key of a record. */
export type FieldKind = 'text' | 'date' | 'number' | 'record-key';

/** The parts of zod's definitions that are read here. */
interface Definition {
  type: string;
  format?: string;
  shape?: Record<string, $ZodType>;
  element?: $ZodType;
  innerType?: $ZodType;
  in?: $ZodType;
  out?: $ZodType;
  valueType?: $ZodType;
  options?: readonly $ZodType[];
}

const definitionOf = (schema: $ZodType): Definition => schema._zod.def as Definition;

/** The kinds that a schema allows at a path of raw data (of the key there, with `isKey`); empty where it knows no such place. */
export function kindsAt(schema: $ZodType, path: FieldPath, isKey: boolean): FieldKind[] {
  const definition = definitionOf(schema);
  const { innerType, options } = definition;
  if (innerType) return kindsAt(innerType, path, isKey);
  if (options) return options.flatMap((option) => kindsAt(option, path, isKey));
  if (definition.type === 'pipe') {
    const side =
      definition.in && definitionOf(definition.in).type === 'transform' ? definition.out : definition.in;
    return side ? kindsAt(side, path, isKey) : [];
  }
  const [key, ...rest] = path;
  if (key === undefined) return kindOf(definition);
  if (isKey && rest.length === 0) return definition.type === 'record' ? ['record-key'] : [];
  const next = child(definition, key);
  return next ? kindsAt(next, rest, isKey) : [];
}

function child({ type, shape, element, valueType }: Definition, key: string | number): $ZodType | undefined {
  if (type === 'object') return shape && Object.hasOwn(shape, key) ? shape[key] : undefined;
  if (type === 'array') return typeof key === 'number' ? element : undefined;
  return type === 'record' ? valueType : undefined;
}

function kindOf({ type, format }: Definition): FieldKind[] {
  if (type === 'string') return format === 'date' ? ['date'] : ['text'];
  if (type === 'enum' || type === 'literal') return ['text'];
  return type === 'number' || type === 'int' ? ['number'] : [];
}
