import { type Owner, ownerOf } from '#playbook/owners.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { contentTypeNames } from '#schemas/index.ts';

/** A pattern of `.github/CODEOWNERS` and who answers for what it matches; of two that match, the later one counts. */
export interface OwnedPattern {
  pattern: string;
  owner: Owner;
}

const opening =
  '# Who answers for what under content/. Written by `npm run codeowners`: change the `owner` of an entry instead.';
const ending = '# End of what `npm run codeowners` writes.';

/**
 * Who answers for every file under content/: each folder goes to the team that owns most of it, and so do its new
 * entries; what another team owns is named after it. `prefix` leads from the top of the repository to the playbook.
 */
export function ownedPatterns(playbook: Playbook, prefix: string): OwnedPattern[] {
  return contentTypeNames.flatMap((type) => {
    const owned = playbook.ofType(type).flatMap(({ file, data }) => {
      const owner = ownerOf(playbook.organisation, { data });
      return owner ? [{ file, owner }] : [];
    });
    const most = mostFrequent(owned.map(({ owner }) => owner));
    if (!most) return [];
    const others = owned.filter(({ owner }) => owner.team !== most.team);
    return [
      { pattern: patternOf(prefix, `content/${type}/`), owner: most },
      ...others.map(({ file, owner }) => ({ pattern: patternOf(prefix, file), owner })),
    ];
  });
}

/** The text of `.github/CODEOWNERS`: what people wrote above and below the own lines is kept. */
export function codeowners(patterns: readonly OwnedPattern[], present: string): string {
  const lines = patterns.map(({ pattern, owner }) => [pattern, ...owner.github, `# ${owner.name}`].join(' '));
  const own = [opening, ...lines, ending].join('\n');
  const start = present.indexOf(opening);
  const end = present.indexOf(ending, start);
  if (start !== -1 && end !== -1)
    return `${present.slice(0, start)}${own}${present.slice(end + ending.length)}`;
  const above = present.trimEnd();
  return `${above}${above ? '\n\n' : ''}${own}\n`;
}

/** The one that comes most often; of several, the first by name; undefined where there is none. */
function mostFrequent(owners: readonly Owner[]): Owner | undefined {
  const counts = new Map<string, { owner: Owner; count: number }>();
  for (const owner of owners)
    counts.set(owner.team, { owner, count: (counts.get(owner.team)?.count ?? 0) + 1 });
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.owner.team < b.owner.team ? -1 : 1))[0]
    ?.owner;
}

/** From the top of the repository; a space would end the pattern. */
const patternOf = (prefix: string, path: string): string => `/${prefix}${path}`.replace(/[\s*?]/g, '\\$&');
