import type { z } from 'zod';
import type { FieldPath } from '#playbook/entry.ts';
import type { Issue, Position } from '#playbook/issue.ts';
import { didYouMean, nearest } from '#playbook/nearest.ts';
import { fieldAt, metaOf } from '#playbook/walk-schema.ts';
import { visible } from './gate/quote.ts';

/** Where the values and keys of one YAML document stand. */
export interface Positions {
  positionOf: (path: FieldPath) => Position;
  keyPositionOf: (path: FieldPath) => Position;
}

/** zod's findings on one document as issues: unknown keys with the nearest known one, missing fields with their sentence. */
export function schemaIssues(
  file: string,
  schema: z.ZodType,
  error: z.ZodError,
  positions: Positions,
): Issue[] {
  const issue = (position: Position, rule: string, message: string, hint: string): Issue => ({
    file,
    line: position.line,
    column: position.column,
    severity: 'error',
    rule,
    // Names of fields and values come from the file.
    message: visible(message),
    hint: visible(hint),
  });
  const misspelt = misspeltFields(schema, error);
  return error.issues.flatMap((found): Issue[] => {
    const path = found.path as FieldPath;
    const name = fieldName(path);
    const meta = metaOfField(schema, path);
    const hint = meta.description ?? '';
    if (found.code === 'unrecognized_keys') {
      const known = knownKeys(schema, path);
      return found.keys.map((key) =>
        issue(
          positions.keyPositionOf([...path, key]),
          'schema-unknown-field',
          `Unexpected field \`${key}\`, expected ${expectedField(key, known)}`,
          didYouMean(key, known),
        ),
      );
    }
    if (found.code === 'invalid_key' || found.code === 'invalid_element') {
      const inner = found.issues[0]?.message ?? 'Unexpected key';
      return [issue(positions.keyPositionOf(path), 'schema-invalid', `${inner}, at \`${name}\``, hint)];
    }
    const missing = found.input === undefined && found.code !== 'custom';
    if (missing) {
      // A misspelt field is one mistake, told where it stands.
      if (misspelt.has(fieldName(path))) return [];
      return [
        issue(
          positions.positionOf(path),
          'schema-missing-field',
          `Unexpected absence, expected the field \`${path.at(-1) ?? ''}\`${parentName(path)}`,
          hint,
        ),
      ];
    }
    return [issue(positions.positionOf(path), 'schema-invalid', `${explain(found)}, at \`${name}\``, hint)];
  });
}

/** Full names of the known fields that unknown ones were meant to be. */
function misspeltFields(schema: z.ZodType, error: z.ZodError): Set<string> {
  const names = error.issues.flatMap((found) => {
    if (found.code !== 'unrecognized_keys') return [];
    const path = found.path as FieldPath;
    const known = knownKeys(schema, path);
    return found.keys.flatMap((key) => nearest(key, known, 1).map((near) => fieldName([...path, near])));
  });
  return new Set(names);
}

/** A finding in the house's words; custom messages already are. */
function explain(found: z.core.$ZodIssue): string {
  if (found.message.startsWith('Unexpected')) return found.message;
  switch (found.code) {
    case 'invalid_type':
      return `Unexpected ${kindOf(found.input)}, expected ${found.expected === 'record' ? 'a mapping' : article(found.expected)}`;
    case 'invalid_value': {
      const values = found.values.map(String);
      const near = nearest(String(found.input), values, 1)[0];
      return `Unexpected \`${String(found.input)}\`, expected ${near ? `\`${near}\` or another` : 'one'} of ${values.length > 12 ? `${values.length} values` : values.map((value) => `\`${value}\``).join(', ')}`;
    }
    case 'too_small':
      return `Unexpected ${kindOf(found.input)}, expected at least ${found.minimum}`;
    case 'too_big':
      return `Unexpected ${kindOf(found.input)}, expected at most ${found.maximum}`;
    case 'invalid_union':
      return `Unexpected ${kindOf(found.input)}, expected a text or a list of texts`;
    default:
      return `Unexpected ${kindOf(found.input)}: ${found.message}`;
  }
}

const kindOf = (value: unknown): string => {
  if (value === null) return 'empty value';
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  if (typeof value === 'object') return 'mapping';
  return typeof value === 'string'
    ? `text \`${value.length > 40 ? `${value.slice(0, 39)}…` : value}\``
    : `${typeof value} \`${String(value)}\``;
};

const article = (type: string): string =>
  ({
    string: 'a text',
    object: 'a mapping',
    array: 'a list',
    boolean: 'true or false',
    int: 'a whole number',
    number: 'a number',
  })[type] ?? type;

const fieldName = (path: FieldPath): string =>
  path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name ? `${name}.${key}` : key),
    '',
  ) || 'document';

const parentName = (path: FieldPath): string =>
  path.length > 1 ? ` in \`${fieldName(path.slice(0, -1))}\`` : '';

const expectedField = (key: string, known: string[]): string => {
  const near = nearest(key, known, 1)[0];
  return near ? `\`${near}\`` : 'a field of the schema';
};

const metaOfField = (schema: z.ZodType, path: FieldPath) => {
  const field = fieldAt(schema, path);
  return field ? metaOf(field) : {};
};

const knownKeys = (schema: z.ZodType, path: FieldPath): string[] => {
  const field = fieldAt(schema, path, true);
  const shape = field && 'shape' in field._zod.def ? (field._zod.def.shape as object) : {};
  return Object.keys(shape);
};
