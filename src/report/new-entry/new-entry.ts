import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Unmet } from '#macros/unmet-requirements.ts';
import { placeholder } from '#playbook/placeholder.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { ContentType } from '#schemas/index.ts';
import { bodyFor, requiredPassages } from './body.ts';
import { type Answers, flagOf, listOf, nextCode } from './questions.ts';
import { type RequiredField, requiredFields } from './required-fields.ts';
import { sourceOf, starters, translationFields } from './starters.ts';

/** What a new entry is made of. */
export interface NewEntry {
  type: ContentType;
  slug: string;
  answers: Answers;
  /** The day on which it is begun, as an ISO date; it is reviewed a year later. */
  today: string;
}

/** The text of a new draft; what a message must say in law, and its plain text does not, is put behind it. */
export function newEntryText(playbook: Playbook, entry: NewEntry, unmet: readonly Unmet[] = []): string {
  const data = dataOf(playbook, entry);
  const body = bodyFor(entry.type, data);
  return `---\n${yamlOf(data)}---\n\n${body}${requiredPassages(unmet, data)}`;
}

function dataOf(playbook: Playbook, { type, slug, answers, today }: NewEntry): Record<string, unknown> {
  const started: Record<string, unknown> = {
    title: titleOf(slug),
    status: 'draft',
    reviewBy: yearLater(today),
    ...starters[type]?.(playbook, answers),
  };
  const data: Record<string, unknown> = {};
  for (const field of requiredFields(type)) {
    const [name = '', inner] = field.path;
    const value = answered(field, answers) ?? started[name] ?? openValue(type, playbook, field, today);
    if (value === undefined) continue;
    if (inner === undefined) data[name] = value;
    else data[name] = { ...(data[name] as object | undefined), [inner]: value };
  }
  const source = sourceOf(playbook, type, slug);
  return { ...data, ...(source && translationFields(playbook, source)) };
}

function answered({ path, kind }: RequiredField, answers: Answers): string | string[] | undefined {
  const answer = answers.get(flagOf(path));
  return answer !== undefined && kind === 'choices' ? listOf(answer) : answer;
}

/** What stands in a field that nobody was asked about. */
function openValue(type: ContentType, playbook: Playbook, field: RequiredField, today: string): unknown {
  const { kind, meta, path } = field;
  const what = meta.description ?? meta.title ?? path.join(' ');
  if (kind === 'date') return today;
  if (kind === 'text') return placeholder(what);
  if (kind === 'texts') return [placeholder(what)];
  return kind === 'word' ? nextCode(type, playbook, field) : undefined;
}

/** "Supplier invoice" for `supplier-invoice`. */
const titleOf = (slug: string): string => {
  const words = slug.replace(/\..*$/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The same day next year; 29 February becomes 1 March. */
function yearLater(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}

/** Words that need no quotes in any YAML: keys, codes, dates. */
const plain = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)(?:[A-Za-z][\w.:-]*|\d{4}-\d\d-\d\d)$/i;

/** Frontmatter as people write it: lists of keys on one line, sentences in quotes. */
function yamlOf(data: Readonly<Record<string, unknown>>): string {
  const document = new Document(data, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (key, node) => {
      if (key === 'key' || typeof node.value !== 'string') return;
      node.type = plain.test(node.value) ? 'PLAIN' : 'QUOTE_DOUBLE';
    },
    Collection: (_, node) => {
      const parts = isSeq(node) ? node.items : isMap(node) ? node.items.map(({ value }) => value) : [];
      const short = parts.every((part) => isScalar(part) && plain.test(String(part.value)));
      node.flow = short && node !== document.contents && isSeq(node);
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
