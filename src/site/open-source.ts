import { checkPlaybook } from '#checks/check-playbook.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import { usedBy } from '#playbook/links.ts';
import { createPlaybook } from '#playbook/playbook.ts';
import { text } from '#report/text.ts';
import { today } from '#repository/clock.ts';
import { gitState } from '#repository/git-state.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { type OpenSource, provideSource, type SiteSource } from './site-source.ts';

/**
 * Reads the playbook under a folder and makes it what collections and pages see; prints what is wrong with it.
 * Read again, an entry that is broken while somebody edits it stands as it last was.
 */
export async function openSource(root: string, repositoryUrl: string | undefined): Promise<OpenSource> {
  const git = await gitState(root);
  let source: SiteSource | undefined;
  const reload = async (): Promise<void> => {
    const result = await readPlaybook(root);
    const { playbook: read, files, unread } = result;
    // A build was checked before it began; whoever edits is told of references that lead nowhere as well.
    const issues = source ? checkPlaybook(result, source.today) : result.issues;
    if (issues.length > 0) console.error(text({ issues, entries: files.length }));
    if (!read) return;
    const kept: AnyEntry[] = source?.playbook.entries.filter(({ id }) => unread.ids.has(id)) ?? [];
    const playbook = createPlaybook(read.organisation, [...read.entries, ...kept]);
    source = {
      root,
      playbook,
      usedBy: usedBy(playbook),
      today: today(playbook.organisation.timeZone),
      git,
      repositoryUrl,
    };
  };
  const opened: OpenSource = {
    root,
    reload,
    current: () => {
      if (source) return source;
      throw new Error('The playbook could not be read: run `npm run check` and mend what it names.');
    },
  };
  await reload();
  provideSource(opened);
  return opened;
}
