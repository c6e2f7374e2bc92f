import { isMap, isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import type { $ZodType } from 'zod/v4/core';
import type { FieldPath } from '#playbook/entry.ts';
import { fieldAt } from '#playbook/walk-schema.ts';
import { type ContentType, contentTypes } from '#schemas/index.ts';
import { organisation } from '#schemas/organisation.ts';
import { requirements } from '#schemas/requirements.ts';
import type { Edit } from './edit.ts';
import type { Fixer } from './fixer.ts';

/** Text that needs quotes, and values of a list of choices that are wrong in their capitals alone. */
export const yamlScalars: Fixer = {
  mends: ['yaml-ambiguous', 'schema-invalid'],
  edits({ file, source, issues, offsetOf }) {
    const schema = schemaOf(file);
    const yaml = yamlOf(file, source);
    if (!schema || !yaml) return [];
    const wrong = new Map(issues.map((issue) => [offsetOf(issue) - yaml.start, issue.rule]));
    return scalarsIn(parseDocument(yaml.text).contents, []).flatMap(({ node, path, isKey }) => {
      const [start = 0, end = 0] = node.range ?? [];
      const rule = wrong.get(start);
      const field = rule && fieldAt(schema, path, true);
      const text = !field
        ? undefined
        : rule === 'yaml-ambiguous'
          ? quoted(node, isKey ? undefined : field)
          : choice(field, String(node.value));
      return text === undefined
        ? []
        : [{ start: yaml.start + start, end: yaml.start + end, text } satisfies Edit];
    });
  },
};

/** The schema of a file under content/. */
function schemaOf(file: string): $ZodType | undefined {
  const [, name = ''] = file.split('/');
  if (Object.hasOwn(contentTypes, name)) return contentTypes[name as ContentType].schema;
  return { 'organisation.yaml': organisation, 'requirements.yaml': requirements }[name];
}

/** The YAML of a file: all of it, or what stands between the first two lines `---`. */
function yamlOf(file: string, source: string): { text: string; start: number } | undefined {
  if (file.endsWith('.yaml')) return { text: source, start: 0 };
  const end = source.indexOf('\n---', 3);
  return source.startsWith('---\n') && end !== -1 ? { text: source.slice(4, end + 1), start: 4 } : undefined;
}

interface PlacedScalar {
  node: Scalar;
  path: FieldPath;
  isKey: boolean;
}

function scalarsIn(node: unknown, path: FieldPath): PlacedScalar[] {
  if (isScalar(node)) return [{ node, path, isKey: false }];
  if (isSeq(node)) return node.items.flatMap((item, index) => scalarsIn(item, [...path, index]));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const inner = [...path, key.source ?? String(key.value)];
    return [{ node: key, path: inner, isKey: true }, ...scalarsIn(value, inner)];
  });
}

/** An unquoted scalar in quotes; nothing where a number is meant, which quotes would make worse. */
const quoted = (node: Scalar, field: $ZodType | undefined): string | undefined =>
  node.type === Scalar.PLAIN && field?._zod.def.type !== 'number' ? `'${node.source ?? ''}'` : undefined;

/** The one choice that is the value but for capitals. */
function choice(field: $ZodType, value: string): string | undefined {
  const { entries } = field._zod.def as { entries?: Record<string, string> };
  const same = Object.values(entries ?? {}).filter((option) => option.toLowerCase() === value.toLowerCase());
  return same.length === 1 && same[0] !== value ? same[0] : undefined;
}
