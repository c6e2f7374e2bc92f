import { contentTypeNames, contentTypes } from '#schemas/index.ts';
import type { AnyEntry } from './entry.ts';
import { passageUses } from './passage-uses.ts';
import { asOfPath, changesPath, listPath } from './paths.ts';
import type { Playbook } from './playbook.ts';
import { type BackLink, backLinks, type LinkedEntry } from './references.ts';

/** Pages that links in bodies may name besides entries. */
const pages: ReadonlySet<string> = new Set([
  '/',
  asOfPath(),
  changesPath(),
  '/contribute/',
  '/coverage/',
  '/due/',
  ...contentTypeNames.map(listPath),
]);

/** Where a same-site path leads. */
export type LinkTarget =
  | { kind: 'entry'; entry: AnyEntry }
  | { kind: 'page' }
  | { kind: 'moved'; entry: AnyEntry }
  | { kind: 'slash'; path: string }
  | { kind: 'none' };

/** Resolves the path of a link in a body, `/policies/counterfeit/`, without its fragment. */
export function resolvePath(playbook: Playbook, path: string): LinkTarget {
  if (pages.has(path)) return { kind: 'page' };
  const id = path.replace(/^\/|\/$/g, '');
  const entry = playbook.get(id);
  if (!path.endsWith('/') && (entry || pages.has(`${path}/`))) return { kind: 'slash', path: `${path}/` };
  if (entry) return { kind: 'entry', entry };
  const moved = playbook.entries.find(({ data }) => data.formerly.includes(id));
  return moved ? { kind: 'moved', entry: moved } : { kind: 'none' };
}

/** For each entry id, who uses it: in fields, through links in the text, or as a passage. */
export const usedBy = (playbook: Playbook): Map<string, BackLink[]> =>
  backLinks(playbook, ({ type, links, tree }) => [
    ...links.flatMap(({ path, fragment }) => linkedEntry(playbook, path, fragment) ?? []),
    ...(type === 'macros'
      ? passageUses(tree).map((slug) => ({ id: `passages/${slug}`, clause: undefined }))
      : []),
  ]);

/** The entry, and the clause if any, that a link such as `/policies/counterfeit/#cf-2` names. */
function linkedEntry(playbook: Playbook, path: string, fragment: string): LinkedEntry | undefined {
  const target = resolvePath(playbook, path);
  if (target.kind !== 'entry') return undefined;
  const clause = target.entry.clauses.find(({ slug }) => slug === fragment);
  return { id: target.entry.id, clause: clause?.code };
}

/** What a hint offers for a path that leads nowhere. */
export const knownPaths = (playbook: Playbook): string[] => [
  ...playbook.entries.map(({ id }) => `/${id}/`),
  ...Object.keys(contentTypes).map((type) => `/${type}/`),
];
