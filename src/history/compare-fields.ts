import { metaOf } from '#playbook/walk-schema.ts';
import type { Change } from './change.ts';
import { compareValues } from './compare-values.ts';
import { readField } from './read-field.ts';
import { fieldsOf } from './schemas-by-kind.ts';
import { type EntryKind, weightOf } from './weights.ts';
import { diffWords } from './word-diff.ts';

type Fields = ReadonlyMap<string, string>;

/**
 * The changes of frontmatter, field by field by today's schema. A field that the schema does not know, or whose value
 * does not fit it any more, is told from its text.
 */
export function compareFields(kind: EntryKind | undefined, before: Fields, after: Fields): Change[] {
  const schema = fieldsOf(kind);
  const changes: Change[] = [];
  let formatted = false;
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const [old, fresh] = [before.get(key), after.get(key)];
    if (old === fresh) continue;
    const field = Object.hasOwn(schema, key) ? schema[key] : undefined;
    const label = (field && metaOf(field).title) ?? key;
    const [one, other] = field ? [readField(key, old, field), readField(key, fresh, field)] : [];
    if (!field || !one || !other) {
      const words = diffWords(old ?? '', fresh ?? '');
      changes.push({ weight: weightOf(kind, [key]), label, path: [key], what: 'source', words });
      continue;
    }
    const found = compareValues(field, one.value, other.value, { kind, path: [key], place: [key], label });
    if (found.length === 0) formatted = true;
    changes.push(...found);
  }
  if (formatted || !inSameOrder(before, after)) changes.push(formatting);
  return changes;
}

/** Whether the fields that both have stand in one order. */
function inSameOrder(before: Fields, after: Fields): boolean {
  const old = before.keys();
  for (const key of after.keys()) {
    if (!before.has(key)) continue;
    let next = old.next();
    while (!next.done && !after.has(next.value)) next = old.next();
    if (next.value !== key) return false;
  }
  return true;
}

/** That the frontmatter is written differently and says the same. */
export const formatting: Change = {
  weight: 'housekeeping',
  label: 'Formatting',
  path: ['fields'],
  what: 'formatting',
};
