import type { ContentType } from '#schemas/index.ts';
import type { Organisation } from '#schemas/organisation.ts';
import type { Requirements } from '#schemas/requirements.ts';
import type { AnyEntry, Clause, Entry } from './entry.ts';

/** All entries and the organisation, with the look-ups that everything else uses. */
export interface Playbook {
  organisation: Organisation;
  /** What messages must and must not say; empty where there is no requirements.yaml. */
  requirements: Requirements;
  /** Sorted by id. */
  entries: readonly AnyEntry[];
  get: (id: string) => AnyEntry | undefined;
  /** The entry of one type by its bare slug. */
  find: <T extends ContentType>(type: T, slug: string) => Entry<T> | undefined;
  ofType: <T extends ContentType>(type: T) => readonly Entry<T>[];
  /** A clause by its code, with the policy that it belongs to. */
  clause: (code: string) => { policy: Entry<'policies'>; clause: Clause } | undefined;
}

/** Builds the look-ups; where two entries share an id, a check reports it and the first wins here. */
export function createPlaybook(
  organisation: Organisation,
  unsorted: readonly AnyEntry[],
  requirements: Requirements = { requirements: {}, forbidden: {} },
): Playbook {
  const entries = [...unsorted].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const byId = new Map<string, AnyEntry>();
  const byType = new Map<ContentType, AnyEntry[]>();
  const clauses = new Map<string, { policy: Entry<'policies'>; clause: Clause }>();
  for (const entry of entries) {
    if (byId.has(entry.id)) continue;
    byId.set(entry.id, entry);
    const group = byType.get(entry.type);
    if (group) group.push(entry);
    else byType.set(entry.type, [entry]);
    if (entry.type !== 'policies') continue;
    for (const clause of entry.clauses)
      if (!clauses.has(clause.code)) clauses.set(clause.code, { policy: entry, clause });
  }
  return {
    organisation,
    requirements,
    entries,
    get: (id) => byId.get(id),
    find: <T extends ContentType>(type: T, slug: string) =>
      byId.get(`${type}/${slug}`) as Entry<T> | undefined,
    ofType: <T extends ContentType>(type: T) => (byType.get(type) ?? []) as unknown as readonly Entry<T>[],
    clause: (code) => clauses.get(code),
  };
}
