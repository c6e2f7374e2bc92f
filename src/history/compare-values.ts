import { isDeepStrictEqual } from 'node:util';
import { diffArrays } from 'diff';
import type { $ZodType } from 'zod/v4/core';
import { metaOf } from '#playbook/walk-schema.ts';
import type { Change, ChangePath, Items } from './change.ts';
import { compareMembers } from './compare-members.ts';
import { displayLine } from './display-text.ts';
import { unwrapped } from './schemas-by-kind.ts';
import { type EntryKind, members, orderCounts, weightOf } from './weights.ts';
import { diffWords } from './word-diff.ts';

/** Where a comparison stands: in an entry, in its schema, and in words. */
export interface Place {
  kind: EntryKind | undefined;
  /** Keys with those of members, `rules`, `R4`, `because`. */
  path: ChangePath;
  /** The same without them, `rules`, `because`. */
  place: readonly string[];
  label: string;
  unit?: string | undefined;
}

/** The changes between two values of one field, each told at the innermost place that has a name. */
export function compareValues(schema: $ZodType, before: unknown, after: unknown, at: Place): Change[] {
  const ordered = orderCounts(at.kind, at.place);
  if (!ordered && isDeepStrictEqual(before, after)) return [];
  const unit = metaOf(schema).unit ?? at.unit;
  const inner = unwrapped(schema);
  const def = inner._zod.def as SchemaDef;
  const told = { weight: weightOf(at.kind, at.place), label: at.label, path: at.path };
  const whole: Change = { ...told, what: 'value', before, after, ...(unit ? { unit } : {}) };
  if (before === undefined || after === undefined) return [whole];
  if (def.type === 'object' && isRecord(before) && isRecord(after)) {
    return Object.entries(def.shape ?? {}).flatMap(([key, field]) =>
      compareValues(field, before[key], after[key], childOf(at, key, field)),
    );
  }
  if (def.type === 'record' && def.valueType && isRecord(before) && isRecord(after)) {
    const valueType = def.valueType;
    return compareMembers(new Map(Object.entries(before)), new Map(Object.entries(after)), {
      ...told,
      ordered,
      label: (key) => memberLabel(at, key),
      compare: (key, one, other) =>
        compareValues(valueType, one, other, { ...at, path: [...at.path, key], label: memberLabel(at, key) }),
    });
  }
  if (def.type === 'array' && def.element && Array.isArray(before) && Array.isArray(after)) {
    return compareLists(def.element, before, after, at, whole);
  }
  if (typeof before === 'string' && typeof after === 'string' && isProse(before, after)) {
    return before === after ? [] : [{ ...told, what: 'words', words: diffWords(before, after) }];
  }
  return isDeepStrictEqual(before, after) ? [] : [whole];
}

/** Lists of objects member by member where something tells members apart, any other list value by value. */
function compareLists(
  element: $ZodType,
  before: readonly unknown[],
  after: readonly unknown[],
  at: Place,
  whole: Change,
): Change[] {
  const { weight, label, path } = whole;
  const by = members[at.place.join('.')]?.by;
  const [old, fresh] = [keyed(before, by), keyed(after, by)];
  if (old && fresh) {
    return compareMembers(old, fresh, {
      weight,
      path,
      ordered: true,
      label: (key) => memberLabel(at, key),
      compare: (key, one, other) =>
        compareValues(element, one, other, { ...at, path: [...path, key], label: memberLabel(at, key) }),
    });
  }
  const steps = diffArrays([...before], [...after], { comparator: isDeepStrictEqual, maxEditLength: 1_000 });
  if (!steps) return [whole];
  const items: Items[] = steps.map(({ value, added, removed }) => ({
    values: value,
    in: removed ? 'before' : added ? 'after' : 'both',
  }));
  return [{ weight, label, path, what: 'items', items }];
}

/** Members by what tells them apart, or undefined where two are alike or the list has no such fields. */
function keyed(
  list: readonly unknown[],
  by: readonly string[] | undefined,
): Map<string, unknown> | undefined {
  if (!by || !list.every(isRecord)) return undefined;
  const found = new Map(list.map((member) => [by.map((field) => keyText(member[field])).join(', '), member]));
  return found.size === list.length ? found : undefined;
}

const keyText = (value: unknown): string =>
  isRecord(value)
    ? Object.entries(value)
        .map(([fact, values]) => `${fact} ${[values].flat().join(' or ')}`)
        .join(', ')
    : String(value);

const memberLabel = ({ place, label }: Place, key: string): string => {
  const name = members[place.join('.')]?.name;
  const own = name ? `${name} ${displayLine(key)}` : displayLine(key);
  return name && place.length === 1 ? own : `${label}, ${lowered(own)}`;
};

const childOf = (at: Place, key: string, field: $ZodType): Place => ({
  kind: at.kind,
  path: [...at.path, key],
  place: [...at.place, key],
  label: `${at.label}, ${lowered(metaOf(field).title ?? key)}`,
});

/** A title within a sentence; codes and abbreviations keep their capitals. */
const lowered = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title[0]?.toLowerCase() + title.slice(1) : title;

/** Text of several words on both sides is compared word by word. */
const isProse = (before: string, after: string): boolean =>
  Math.min(before.length, after.length) > 20 && before.includes(' ') && after.includes(' ');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of zod's definitions that the comparison reads. */
interface SchemaDef {
  type: string;
  shape?: Record<string, $ZodType>;
  element?: $ZodType;
  valueType?: $ZodType;
}
