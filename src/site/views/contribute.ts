import type { $ZodType } from 'zod/v4/core';
import { safeParse } from 'zod/v4/core';
import { requiredSections } from '#checks/prose/rules/required-section.ts';
import type { AnyEntry, FieldPath } from '#playbook/entry.ts';
import { entryPath } from '#playbook/paths.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { metaOf } from '#playbook/walk-schema.ts';
import { type ContentType, contentTypeNames, contentTypes } from '#schemas/index.ts';
import { fromKey } from '../words.ts';
import { fieldExample } from './field-example.ts';
import { formOf, isObject, withArticle } from './field-form.ts';

/** One field as its author sees it. */
export interface FieldRow {
  /** `dsa.category`, `ladder[].actions`, `facts.<name>.ask`. */
  name: string;
  description: string;
  required: boolean;
  /** What can stand in it, with code between backticks. */
  form: string;
  /** A value that an entry has, as it is written; undefined where none has one, or the rows below show it. */
  example: string | undefined;
}

/** The guide to one content type. */
export interface TypeGuide {
  type: ContentType;
  /** "Evidence standard". */
  title: string;
  summary: string;
  path: string;
  /** The fields that it has beside the shared ones. */
  fields: readonly FieldRow[];
  /** The `##` headings that its body must have. */
  sections: readonly string[];
  /** The entry from which the examples come, and its body as it is written. */
  example: { title: string; path: string; body: string } | undefined;
}

/** Address of the guide to a content type, `/contribute/policies/`. */
export const guidePath = (type: ContentType): string => `/contribute/${type}/`;

const shapeOf = (schema: $ZodType): Readonly<Record<string, $ZodType>> =>
  (schema._zod.def as { shape?: Record<string, $ZodType> }).shape ?? {};

const fieldsOf = (type: ContentType) => Object.entries(shapeOf(contentTypes[type].schema));

/** The fields that every content type has, as its schema says, with examples from policies. */
export const sharedFieldRows = (playbook: Playbook): FieldRow[] =>
  fieldsOf('policies')
    .filter(([name]) => isShared(name))
    .flatMap(([name, schema]) => rowsOf(name, schema, [name], entriesOf(playbook, 'policies')));

const isShared = (name: string): boolean =>
  contentTypeNames.every((type) => name in shapeOf(contentTypes[type].schema));

/** The guide to one content type, with examples from the playbook. */
export function typeGuide(playbook: Playbook, type: ContentType): TypeGuide {
  const entries = entriesOf(playbook, type);
  const [example] = entries;
  return {
    type,
    title: fromKey(contentTypes[type].singular),
    summary: `What the file of ${withArticle(type)} holds, field by field, and an example.`,
    path: guidePath(type),
    fields: fieldsOf(type)
      .filter(([name]) => !isShared(name))
      .flatMap(([name, schema]) => rowsOf(name, schema, [name], entries)),
    sections: requiredSections[type] ?? [],
    example: example && {
      title: example.data.title,
      path: entryPath(example.id),
      body: example.body.trim(),
    },
  };
}

/** Entries from which examples are taken: those in force, the one with the shortest body first. */
const entriesOf = (playbook: Playbook, type: ContentType): AnyEntry[] =>
  (playbook.ofType(type) as readonly AnyEntry[])
    .filter(({ data }) => data.status === 'active')
    .sort((a, b) => a.body.length - b.body.length || (a.id < b.id ? -1 : 1));

/** A field and, where it is a group or a list of groups, the fields inside it. */
function rowsOf(name: string, schema: $ZodType, path: FieldPath, entries: readonly AnyEntry[]): FieldRow[] {
  const { description = '' } = metaOf(schema);
  const bare = unwrapped(schema);
  const { element, valueType } = bare._zod.def as { element?: $ZodType; valueType?: $ZodType };
  const [inner, suffix, step]: [$ZodType, string, string | number | undefined] = element
    ? [unwrapped(element), '[]', 0]
    : valueType
      ? [unwrapped(valueType), '.<name>', '*']
      : [bare, '', undefined];
  const group = isObject(inner);
  const row: FieldRow = {
    name,
    description,
    // A field is optional where nothing at all is accepted in its place.
    required: !safeParse(schema, undefined).success,
    form: formOf(bare),
    example: group ? undefined : fieldExample(entries, path),
  };
  if (!group) return [row];
  const below = step === undefined ? path : [...path, step];
  const fields = Object.entries(shapeOf(inner)).flatMap(([key, field]) =>
    rowsOf(`${name}${suffix}.${key}`, field, [...below, key], entries),
  );
  return [row, ...fields];
}

const unwrapped = (schema: $ZodType): $ZodType => {
  const { innerType } = schema._zod.def as { innerType?: $ZodType };
  return innerType ? unwrapped(innerType) : schema;
};
