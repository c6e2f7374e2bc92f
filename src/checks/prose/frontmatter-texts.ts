import type { $ZodType } from 'zod/v4/core';
import { safeParse } from 'zod/v4/core';
import type { AnyEntry, FieldPath } from '#playbook/entry.ts';
import { metaOf, walkSchema } from '#playbook/walk-schema.ts';
import { contentTypes } from '#schemas/index.ts';

/** One text in frontmatter that people read. */
export interface FrontmatterText {
  path: FieldPath;
  value: string;
}

/** Words that people type by mistake or by habit, and addresses: not written by the rules of prose. */
const notProse: ReadonlySet<string> = new Set(['aliases', 'formerly']);

/** The sentences and labels in an entry's fields, in the order of the schema: values of fields that take any words. */
export function frontmatterTexts({ type, data }: AnyEntry): FrontmatterText[] {
  const texts: FrontmatterText[] = [];
  walkSchema(contentTypes[type].schema, data, (schema, value, path, key) => {
    if (key || typeof value !== 'string' || notProse.has(String(path[0])) || !takesAnyWords(schema)) return;
    // A single word in a field that takes any words is a value of a fact; only titles may be that short.
    if (path[0] === 'title' || value.includes(' ')) texts.push({ path, value });
  });
  return texts;
}

const known = new WeakMap<$ZodType, boolean>();

/** Whether a field is free text: codes, dates, keys and references refuse such a sentence. */
function takesAnyWords(schema: $ZodType): boolean {
  const answer =
    known.get(schema) ??
    (schema._zod.def.type === 'string' &&
      !metaOf(schema).references &&
      safeParse(schema, 'Any words, and more.').success);
  known.set(schema, answer);
  return answer;
}
