import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { reviewJson } from '#report/review-json.ts';
import { reviewRange } from '../../scripts/review-range.ts';
import { type Ran, run } from './cli.ts';
import { TestRepository } from './git.ts';
import { template } from './overturned-precedent.ts';
import { smallFiles } from './review.ts';

export const policy = 'content/policies/counterfeit.mdx';

/** A repository without a commit, gone when the test ends. */
export function emptyRepository(): TestRepository {
  const repository = new TestRepository();
  onTestFinished(() => repository.delete());
  return repository;
}

/** Writes the small playbook into the folder of a repository and commits it. */
export function writePlaybook(repository: TestRepository, folder = ''): void {
  for (const [path, text] of smallFiles) repository.write(`${folder}${path}`, text);
  repository.commit('Write the playbook');
}

/** A repository with the small playbook in its first commit, under a folder where one is given. */
export function playbook(folder = ''): TestRepository {
  const repository = emptyRepository();
  writePlaybook(repository, folder);
  return repository;
}

/** Writes a file of the small playbook with one text in it replaced. */
export function edit(repository: TestRepository, path: string, from: string, to: string, folder = ''): void {
  const text = smallFiles.get(path) ?? '';
  if (!text.includes(from)) throw new Error(`no ${from} in ${path}`);
  repository.write(folder + path, text.replace(from, to));
}

/** Upholds where the table overturned, and changes a clause. Ids are those of real commits, the same at every run. */
export function uphold(repository: TestRepository): void {
  edit(
    repository,
    template,
    'outcome: overturn\n    because: The item is authentic.',
    'outcome: uphold\n    because: Every appeal is refused.',
  );
  edit(repository, policy, 'is removed.', 'must be removed.');
}

/** Runs `npm run review` as a process of its own. */
export const review = ({ root }: TestRepository, ...args: string[]): Ran =>
  run('review', ['--root', root, ...args]);

/** The JSON form of a review that is made in this process; `worktree` is the folder as it stands. */
export async function json({ root }: TestRepository, base: string, head = 'HEAD', folder = '') {
  const worktree = head === 'worktree';
  const names = { base, head: worktree ? 'HEAD' : head, worktree };
  return JSON.parse(reviewJson(await reviewRange(join(root, folder), names)));
}
