import { parseDocument } from 'yaml';
import { type $ZodType, safeParse } from 'zod/v4/core';

/** The value of one top-level field from its YAML, as data and by its schema; undefined where either cannot be had. */
export function readField(
  key: string,
  yaml: string | undefined,
  schema: $ZodType,
): { value: unknown } | undefined {
  const raw = yaml === undefined ? { value: undefined } : parseField(key, yaml);
  if (!raw) return undefined;
  const read = safeParse(schema, raw.value);
  if (read.success) return { value: read.data };
  return raw.value === undefined ? raw : undefined;
}

/** The value of one top-level field from its YAML. */
export function parseField(key: string, yaml: string): { value: unknown } | undefined {
  const plain = plainText.exec(yaml);
  if (plain?.[1] === key) return { value: plain[2] };
  const document = parseDocument(yaml, options);
  if (document.errors.length > 0) return undefined;
  try {
    const data: unknown = document.toJS({ maxAliasCount: 0 });
    if (typeof data !== 'object' || data === null || !Object.hasOwn(data, key)) return undefined;
    return { value: (data as Record<string, unknown>)[key] };
  } catch {
    // Aliases, which nothing here may have.
    return undefined;
  }
}

/** A field of one word or one day is text to any parser; most that change are, and a parser takes a hundred times as long. */
const plainText = /^([A-Za-z]\w*): ((?!(?:true|false|null)\n?$)[a-z][a-z-]*|\d{4}-\d{2}-\d{2})\n?$/;

const options = {
  version: '1.2',
  schema: 'core',
  uniqueKeys: true,
  strict: true,
  prettyErrors: false,
} as const;
