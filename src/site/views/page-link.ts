import type { AnyEntry } from '#playbook/entry.ts';
import { clausePath, entryPath } from '#playbook/paths.ts';
import type { Playbook } from '#playbook/playbook.ts';

/** A link to a page of this site; its address counts from the site's root, the base path is added where it is shown. */
export interface PageLink {
  path: string;
  text: string;
  /** `CF`, `E06` or `CF-2`, shown before the text. */
  code?: string;
}

/** The code by which people call an entry, where it has one; a decision template goes by its policy's. */
export function codeOf(playbook: Playbook, entry: AnyEntry): string | undefined {
  if (entry.type === 'policies' || entry.type === 'evidence-standards') return entry.data.code;
  if (entry.type === 'decision-templates') return playbook.find('policies', entry.data.policy)?.data.code;
  return undefined;
}

/** A link to an entry by its title, with its code. */
export function linkTo(playbook: Playbook, entry: AnyEntry): PageLink {
  const code = codeOf(playbook, entry);
  return { path: entryPath(entry.id), text: entry.data.title, ...(code && { code }) };
}

/** Links to the entries of one type by their slugs; the checks have seen that they exist. */
export const linksTo = (
  playbook: Playbook,
  type: Parameters<Playbook['find']>[0],
  slugs: readonly string[],
): PageLink[] =>
  slugs.flatMap((slug) => {
    const entry = playbook.get(`${type}/${slug}`);
    return entry ? [linkTo(playbook, entry)] : [];
  });

/** Links to clauses by their codes. */
export const clauseLinks = (playbook: Playbook, codes: readonly string[]): PageLink[] =>
  codes.flatMap((code) => {
    const found = playbook.clause(code);
    return found ? [{ path: clausePath(found.policy.id, code), text: found.clause.title, code }] : [];
  });
