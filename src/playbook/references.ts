import type { ReferenceTarget } from '#schemas/fields.ts';
import { contentTypes } from '#schemas/index.ts';
import type { AnyEntry, FieldPath } from './entry.ts';
import type { Playbook } from './playbook.ts';
import { metaOf, walkSchema } from './walk-schema.ts';

/** One place in frontmatter that names something else. */
export interface Reference {
  path: FieldPath;
  target: ReferenceTarget;
  /** As written: a bare slug, a clause code, an organisation key or `<folder>/<slug>`. */
  value: string;
}

/** Every reference in an entry's fields, as the schema marks them. */
export function referencesOf(entry: AnyEntry): Reference[] {
  return referencesIn(contentTypes[entry.type].schema, entry.data);
}

/** Every reference in data of any schema. */
export function referencesIn(schema: Parameters<typeof walkSchema>[0], data: unknown): Reference[] {
  const found: Reference[] = [];
  walkSchema(schema, data, (field, value, path) => {
    const target = metaOf(field).references as ReferenceTarget | undefined;
    if (target && typeof value === 'string') found.push({ path, target, value });
  });
  return found;
}

/** The id of the entry that a reference points at, or undefined for organisation keys and what does not exist. */
export function targetId(playbook: Playbook, reference: Reference): string | undefined {
  if (reference.target.startsWith('organisation.')) return undefined;
  if (reference.target === 'clause') return playbook.clause(reference.value)?.policy.id;
  const id = reference.target === 'entry' ? reference.value : `${reference.target}/${reference.value}`;
  return playbook.get(id)?.id;
}

/** One use of an entry by another. */
export interface BackLink {
  /** The entry that uses it. */
  from: AnyEntry;
  /** The field by which it does, or undefined for a link in the body. */
  field: string | undefined;
  /** The clause that is meant, where a clause is. */
  clause: string | undefined;
}

/** For each entry id, who uses it: through fields and, by the given function, through links in bodies. */
export function backLinks(
  playbook: Playbook,
  linked: (entry: AnyEntry) => readonly LinkedEntry[],
): Map<string, BackLink[]> {
  const links = new Map<string, BackLink[]>();
  const add = (id: string, link: BackLink) => {
    if (link.from.id === id) return;
    const list = links.get(id) ?? [];
    const same = list.some((known) => known.from === link.from && known.clause === link.clause);
    if (!same) links.set(id, [...list, link]);
  };
  for (const from of playbook.entries) {
    for (const reference of referencesOf(from)) {
      const id = targetId(playbook, reference);
      const clause = reference.target === 'clause' ? reference.value : undefined;
      if (id) add(id, { from, field: String(reference.path[0]), clause });
    }
    for (const { id, clause } of linked(from))
      if (playbook.get(id)) add(id, { from, field: undefined, clause });
  }
  return links;
}

/** An entry that a body links to, and the clause if the link names one. */
export interface LinkedEntry {
  id: string;
  clause: string | undefined;
}
