import { changedFiles } from '#repository/changed-files.ts';
import { today } from '#repository/clock.ts';
import { readChangeRange } from '#repository/git/change-range.ts';
import { commitFiles } from '#repository/git/commit-files.ts';
import { ObjectReader } from '#repository/git/object-reader.ts';
import { workTree } from '#repository/playbook-files.ts';
import { readPlaybookFiles } from '#repository/read-playbook.ts';
import { rememberedEntries } from '#repository/remembered-entries.ts';
import { type Review, reviewChange } from '#review/review-change.ts';
import { findIssues, issuesOf } from './find-issues.ts';

/** Reads both sides of a change in the repository at `root`, each file once, and reviews it. */
export async function reviewRange(
  root: string,
  names: { base: string; head: string; worktree: boolean },
): Promise<Review> {
  const { worktree } = names;
  const reader = new ObjectReader(root);
  try {
    const range = await readChangeRange(root, names, reader);
    const blobs = new Map<string, Buffer>();
    const old = await commitFiles(root, range.base, reader, blobs);
    const fresh = worktree ? workTree(root) : await commitFiles(root, range.head, reader, blobs);
    const read = rememberedEntries();
    const [before, after] = [await readPlaybookFiles(old, read), await readPlaybookFiles(fresh, read)];
    const day = today((after.playbook ?? before.playbook)?.organisation.timeZone);
    const newest = await reader.commit('HEAD');
    const found = worktree
      ? (await findIssues(root, day, after)).issues
      : // What stands at HEAD has the history that git tells of who approved what they wrote.
        await issuesOf(after, day, range.head === newest ? root : undefined);
    return reviewChange({
      range,
      worktree,
      before: { playbook: before.playbook, issues: await issuesOf(before, day) },
      after: { playbook: after.playbook, issues: found },
      files: await changedFiles(old, fresh, range.renames),
      today: day,
    });
  } finally {
    await reader.close();
  }
}
