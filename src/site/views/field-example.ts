import { stringify } from 'yaml';
import type { AnyEntry, FieldPath } from '#playbook/entry.ts';

/** Longer than this and another entry is asked for its value. */
const longest = 120;

/**
 * A value that stands in a field of an entry, as YAML in one line: of the first entry that has a short one, else the
 * shortest of all; undefined where no entry has one. In the path `*` stands for any key.
 */
export function fieldExample(entries: readonly AnyEntry[], path: FieldPath): string | undefined {
  let shortest: string | undefined;
  for (const { data } of entries) {
    const value = valueAt(data, path);
    if (isEmpty(value)) continue;
    const text = written(value);
    if (text.length <= longest) return text;
    if (shortest === undefined || text.length < shortest.length) shortest = text;
  }
  return shortest;
}

function valueAt(value: unknown, [key, ...rest]: FieldPath): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) {
    return key === undefined ? value : undefined;
  }
  const inside = key === '*' ? Object.values(value)[0] : (value as Record<string, unknown>)[key];
  return valueAt(inside, rest);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === false ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Of a list the first two items, of a record the first two, so that the form shows and the row stays short. */
function written(value: unknown): string {
  const some = Array.isArray(value)
    ? value.slice(0, 2)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).slice(0, 2))
      : value;
  const text = stringify(some, {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: false,
  }).trim();
  return text.length > longest && Array.isArray(value) && value.length > 1 ? written([value[0]]) : text;
}
