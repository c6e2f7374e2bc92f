import type { Playbook } from '#playbook/playbook.ts';
import { type ContentType, contentTypeNames } from '#schemas/index.ts';
import type { Organisation } from '#schemas/organisation.ts';
import type { RequiredField } from './required-fields.ts';

/** One thing that can be chosen: what is written, and what it is called. */
export interface Choice {
  value: string;
  label: string;
}

/** Everything that a field may point at or be; retired entries are no choice. */
export function choicesOf(playbook: Playbook, { values, references = '' }: RequiredField): Choice[] {
  if (values) return values.map((value) => ({ value, label: '' }));
  const [scope, section] = references.split('.');
  if (scope === 'organisation') return keysOf(playbook.organisation[section as keyof Organisation]);
  if (references === 'clause') return clauses(playbook);
  const entries = playbook.entries.filter(({ data }) => data.status !== 'retired');
  return references === 'entry'
    ? entries.map(({ id, data }) => ({ value: id, label: data.title }))
    : entries
        .filter(({ type }) => type === typeNamed(references))
        .map(({ slug, data }) => ({ value: slug, label: data.title }));
}

/** The clauses of a policy, or of all. */
export const clauses = (playbook: Playbook, policy?: string): Choice[] =>
  playbook
    .ofType('policies')
    .filter(({ slug, data }) => data.status !== 'retired' && (policy === undefined || slug === policy))
    .flatMap(({ clauses }) => clauses.map(({ code, title }) => ({ value: code, label: title })));

const typeNamed = (name: string): ContentType | undefined => contentTypeNames.find((type) => type === name);

/** The keys of a section of organisation.yaml; a key stands for a name, or for something that has one. */
const keysOf = (section: unknown): Choice[] =>
  Object.entries((section ?? {}) as Record<string, string | { name?: string }>).map(([value, named]) => ({
    value,
    label: typeof named === 'string' ? named : (named.name ?? ''),
  }));
