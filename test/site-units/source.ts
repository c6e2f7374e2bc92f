import { usedBy } from '#playbook/links.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import type { SiteSource } from '#site/site-source.ts';
import { playbookWith } from '#test/helpers/playbook.ts';

/** The small playbook with files put over it, as the site is made from it on 22 November 2026. */
export async function sourceWith(
  files: Record<string, string> = {},
  more: Partial<SiteSource> = {},
): Promise<SiteSource> {
  const root = playbookWith(files);
  const { playbook, issues } = await readPlaybook(root);
  if (!playbook) throw new Error(`Unexpected issues: ${JSON.stringify(issues)}`);
  return {
    root,
    playbook,
    ahead: new Map(),
    usedBy: usedBy(playbook),
    today: '2026-11-22',
    git: { prefix: '', uncommitted: new Set() },
    repositoryUrl: undefined,
    ...more,
  };
}

/** A glossary term as a file. */
export const term = (fields: string): string =>
  `---\ntitle: Term\nsummary: A word.\nowner: appeals\nstatus: active\neffective: 2026-01-15\nreviewBy: 2027-01-15\n${fields}---\n\nText.\n`;
