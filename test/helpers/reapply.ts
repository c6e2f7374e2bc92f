import type { Change, Items, Words } from '#history/change.ts';
import { readEntryText } from '#history/compare-entries.ts';
import { readField } from '#history/read-field.ts';
import { fieldsOf } from '#history/schemas-by-kind.ts';
import { type Section, splitBody } from '#history/split-body.ts';
import { splitFields } from '#history/split-entry.ts';
import { type EntryKind, members } from '#history/weights.ts';

/** An entry as what it says. */
export interface EntryModel {
  /** Each field as data, defaults included, or as its text where it cannot be read; undefined where none can be told apart. */
  fields: Map<string, Field> | undefined;
  /** The frontmatter as it stands. */
  front: string;
  sections: Map<string, Section>;
}

interface Field {
  text: string;
  /** Undefined where the schema does not know the field or its value does not fit. */
  read: { value: unknown } | undefined;
}

/** Reads a text as a model. */
export function modelOf(kind: EntryKind | undefined, raw: string): EntryModel {
  const { front = '', body } = readEntryText(kind, raw);
  return { fields: fieldsIn(kind, front), front, sections: splitBody(body) };
}

function fieldsIn(kind: EntryKind | undefined, front: string): Map<string, Field> | undefined {
  const texts = splitFields(front);
  const keys = [...Object.keys(fieldsOf(kind)), ...(texts?.keys() ?? [])];
  return texts && new Map(keys.map((key) => [key, fieldFrom(kind, key, texts.get(key))]));
}

function fieldFrom(kind: EntryKind | undefined, key: string, text: string | undefined): Field {
  const schema = fieldsOf(kind);
  const field = Object.hasOwn(schema, key) ? schema[key] : undefined;
  return { text: text ?? '', read: field && readField(key, text, field) };
}

/** Does changes to what stood before, as their shapes say and by nothing else; throws where one does not fit. */
export function reapply(
  kind: EntryKind | undefined,
  before: EntryModel,
  changes: readonly Change[],
): EntryModel {
  let { front } = before;
  let fields = before.fields && new Map(before.fields);
  let sections: unknown = new Map(before.sections);
  for (const change of inOrder(changes)) {
    const [first = '', ...rest] = change.path;
    if (change.what === 'formatting' || change.what === 'outcomes') continue;
    if (first === 'body') sections = done(renamed(sections, rest, change), rest, ['body'], change);
    else if (change.what === 'source' && first === 'fields') {
      front = rewritten(front, change.words);
      fields = fieldsIn(kind, front);
    } else if (change.what === 'source') {
      const text = rewritten(fields?.get(first)?.text ?? '', change.words);
      fields?.set(first, fieldFrom(kind, first, text || undefined));
    } else {
      const data = done({ [first]: fields?.get(first)?.read?.value }, [first, ...rest], [], change);
      fields?.set(first, { text: '', read: { value: (data as Record<string, unknown>)[first] } });
    }
  }
  return { fields, front, sections: sections as Map<string, Section> };
}

/** Sections under the heading that a change of a title speaks of. */
function renamed(sections: unknown, [key = '', part]: readonly string[], change: Change): unknown {
  const known = sections as Map<string, Section>;
  if (part === undefined || known.has(key)) return sections;
  const title = change.what === 'value' ? change.before : undefined;
  const [old] = [...known].find(([, section]) => section.title === title) ?? [];
  return new Map([...known].map(([name, section]) => [name === old ? key : name, section]));
}

const rank: Readonly<Record<Change['what'], number>> = {
  value: 0,
  words: 0,
  items: 0,
  source: 0,
  outcomes: 0,
  formatting: 0,
  removed: 1,
  added: 2,
  moved: 3,
};

/** What is at keys that both sides have, then what went, what came by place, and what moved. */
const inOrder = (changes: readonly Change[]): Change[] =>
  [...changes].sort((a, b) => rank[a.what] - rank[b.what] || placeOf(a) - placeOf(b));

const placeOf = (change: Change): number => (change.what === 'added' ? change.at : 0);

/** A container as keys and members: lists by what tells their members apart. */
interface Keyed {
  entries: [string, unknown][];
  close: (entries: readonly [string, unknown][]) => unknown;
}

function keyed(container: unknown, place: readonly string[]): Keyed {
  if (container instanceof Map) return { entries: [...container], close: (entries) => new Map(entries) };
  if (!Array.isArray(container))
    return {
      entries: Object.entries(container ?? {}),
      close: (entries) => Object.fromEntries(entries),
    };
  const by = members[place.join('.')]?.by;
  if (!by) throw new Error(`no keys for the members of ${place.join('.')}`);
  return {
    entries: container.map((member) => [by.map((field) => keyText(member[field])).join(', '), member]),
    close: (entries) => entries.map(([, member]) => member),
  };
}

const keyText = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([fact, values]) => `${fact} ${[values].flat().join(' or ')}`)
        .join(', ')
    : String(value);

/** The value at a path with a change done to it. */
function done(value: unknown, path: readonly string[], place: readonly string[], change: Change): unknown {
  const [key, ...rest] = path;
  const { entries, close } = keyed(value, place);
  if (key === undefined || (rest.length === 0 && change.what !== 'moved')) {
    if (change.what === 'moved') return close(reordered(entries, change.order));
    if (key === undefined) throw new Error('no key');
    if (change.what === 'removed') return close(entries.filter(([name]) => name !== key));
    if (change.what === 'added') return close(entries.toSpliced(change.at, 0, [key, change.after]));
    const found = entries.findIndex(([name]) => name === key);
    const after = changed(entries[found]?.[1], change);
    if (found < 0) return close([...entries, [key, after]]);
    return close(entries.with(found, [key, after]));
  }
  const found = entries.findIndex(([name]) => name === key);
  const [, inner] = entries[found] ?? [];
  if (found < 0) throw new Error(`nothing at ${path.join('.')}`);
  return close(entries.with(found, [key, done(inner, rest, [...place, key], change)]));
}

function changed(value: unknown, change: Change): unknown {
  if (change.what === 'value') {
    expectSame(value, change.before);
    return change.after;
  }
  if (change.what === 'words') return rewritten(String(value), change.words);
  if (change.what !== 'items') throw new Error(`unexpected ${change.what}`);
  expectSame(value, side(change.items, 'before'));
  return side(change.items, 'after');
}

const side = (items: readonly Items[], which: 'before' | 'after'): unknown[] =>
  items.filter(({ in: where }) => where === 'both' || where === which).flatMap(({ values }) => values);

function rewritten(text: string, words: readonly Words[]): string {
  const joined = (which: 'before' | 'after') =>
    words
      .filter(({ in: where }) => where === 'both' || where === which)
      .map((one) => one.text)
      .join('');
  expectSame(text, joined('before'));
  return joined('after');
}

function reordered(entries: readonly [string, unknown][], order: readonly string[]): [string, unknown][] {
  if (order.length !== entries.length) throw new Error('an order of other members');
  return order.map((key) => {
    const found = entries.find(([name]) => name === key);
    if (!found) throw new Error(`no member ${key}`);
    return found;
  });
}

function expectSame(found: unknown, expected: unknown): void {
  const [one, other] = [found, expected].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`found ${one?.slice(0, 300)}, the change says ${other?.slice(0, 300)}`);
}
