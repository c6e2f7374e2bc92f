import { dirname, join } from 'node:path';
import { checkPlaybook } from '#checks/check-playbook.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import { usedBy } from '#playbook/links.ts';
import { createPlaybook } from '#playbook/playbook.ts';
import { text } from '#report/text.ts';
import { today } from '#repository/clock.ts';
import { checkImages } from '#repository/gate/images.ts';
import { gitState } from '#repository/git-state.ts';
import { workTree } from '#repository/playbook-files.ts';
import { readEntry } from '#repository/read-entry.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import type { Organisation } from '#schemas/organisation.ts';
import { openPast, type Past } from './past.ts';
import { type OpenSource, provideSource, type SiteSource } from './site-source.ts';
import { playbookInForce, type ReadText } from './two-clocks.ts';

/**
 * Reads the playbook under a folder and makes it what collections and pages see; prints what is wrong with it.
 * Read again, an entry that is broken while somebody edits it stands as it last was. A text that applies from a later
 * day is not shown before: until then the one in force stands in its place.
 */
export async function openSource(root: string, repositoryUrl: string | undefined): Promise<OpenSource> {
  const git = await gitState(root);
  let source: SiteSource | undefined;
  let pastRead: Promise<Past> | undefined;
  const pastAsOf = (day: string): Promise<Past> => {
    pastRead ??= openPast(root, day);
    return pastRead;
  };
  const reload = async (): Promise<void> => {
    const result = await readPlaybook(root);
    const { playbook: read, files, unread } = result;
    // A build was checked before it began; whoever edits is told of references that lead nowhere as well.
    const issues = source ? checkPlaybook(result, source.today) : result.issues;
    if (issues.length > 0) console.error(text({ issues, entries: files.length }));
    if (!read) return;
    const day = today(read.organisation.timeZone);
    const { playbook: inForce, ahead } = await playbookInForce(
      { ...result, playbook: read },
      { day, past: () => pastAsOf(day), readText: textReader(root, read.organisation) },
    );
    const kept: AnyEntry[] = source?.playbook.entries.filter(({ id }) => unread.ids.has(id)) ?? [];
    const playbook = createPlaybook(read.organisation, [...inForce.entries, ...kept], read.requirements);
    source = { root, playbook, ahead, usedBy: usedBy(playbook), today: day, git, repositoryUrl };
  };
  const current = (): SiteSource => {
    if (source) return source;
    throw new Error('The playbook could not be read: run `npm run check` and mend what it names.');
  };
  const opened: OpenSource = { root, reload, current, past: () => pastAsOf(current().today) };
  await reload();
  provideSource(opened);
  return opened;
}

/** Reads texts from git as entries of today, with the images that stand beside them now. */
const textReader =
  (root: string, organisation: Organisation): ReadText =>
  async (past, file) => {
    const read = readEntry(new TextEncoder().encode(past), file, organisation);
    const issues = read.tree
      ? await checkImages(read.tree, file, (name) =>
          workTree(root)
            .read(join(dirname(file), name))
            .catch(() => undefined),
        )
      : [];
    return issues.length > 0 ? { entry: undefined, issues } : read;
  };
