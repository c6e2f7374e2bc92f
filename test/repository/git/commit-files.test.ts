import { afterAll, describe, expect, test } from 'vitest';
import { changedFiles } from '#repository/changed-files.ts';
import { commitFiles } from '#repository/git/commit-files.ts';
import { ObjectReader } from '#repository/git/object-reader.ts';
import { workTree } from '#repository/playbook-files.ts';
import { readPlaybookFiles } from '#repository/read-playbook.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { smallFiles } from '#test/helpers/review.ts';

const repository = new TestRepository();
const reader = new ObjectReader(repository.root);
afterAll(async () => {
  await reader.close();
  repository.delete();
});
for (const [path, text] of smallFiles) repository.write(path, text);
repository.write('content/policies/Odd name.mdx', 'not an entry');
repository.write('content/stray/file.txt', 'not an entry');
repository.write('content/policies/seal.png', '\u0089PNG\r\n');
const head = repository.commit('Write the playbook');
const at = (commit: string, blobs = new Map<string, Buffer>()) =>
  commitFiles(repository.root, commit, reader, blobs);

describe('the files of a commit', () => {
  test('are those of a folder that holds the same', async () => {
    const [folder, commit] = [workTree(repository.root), await at(head)];
    const sizes = async (files: typeof folder) =>
      (await files.list()).map(({ path, kind, size }) => [path, kind, kind === 'file' ? size : 0]);
    expect(await sizes(commit)).toEqual(await sizes(folder));
    expect(await changedFiles(folder, commit, new Map())).toEqual([]);
    const [one, other] = [await readPlaybookFiles(folder), await readPlaybookFiles(commit)];
    expect(other.issues).toEqual(one.issues);
    expect(one.issues).not.toEqual([]);
    const data = ({ playbook }: typeof one) =>
      playbook?.entries.map((entry) => [entry.id, entry.data, entry.body]);
    expect(data(other)).toEqual(data(one));
  });

  test('are read once where two commits share them', async () => {
    const blobs = new Map<string, Buffer>();
    const before = await at(head, blobs);
    const known = blobs.size;
    const next = repository.save('content/policies/counterfeit.mdx', 'changed');
    const after = await at(next, blobs);
    expect(blobs.size).toBe(known + 1);
    const path = 'content/glossary/appeal.mdx';
    expect(await after.read(path)).toBe(await before.read(path));
    expect(await changedFiles(before, after, new Map())).toEqual([
      {
        before: 'content/policies/counterfeit.mdx',
        after: 'content/policies/counterfeit.mdx',
        textBefore: smallFiles.get('content/policies/counterfeit.mdx'),
        textAfter: 'changed',
      },
    ]);
  });

  test('join what moved, as git says or letter for letter, and nothing else', async () => {
    const [from, to] = ['content/glossary/appeal.mdx', 'content/glossary/appeals.mdx'];
    const start = repository.head();
    repository.move(from, to);
    const moved = repository.commit('Move');
    repository.write(to, 'other words');
    const reworded = repository.commit('Reword');
    const [before, after, later] = [await at(start), await at(moved), await at(reworded)];
    const names = (changes: Awaited<ReturnType<typeof changedFiles>>) =>
      changes.map((change) => [change.before, change.after]);
    expect(names(await changedFiles(before, after, new Map()))).toEqual([[from, to]]);
    expect(names(await changedFiles(before, later, new Map()))).toEqual([
      [from, undefined],
      [undefined, to],
    ]);
    expect(names(await changedFiles(before, later, new Map([[to, from]])))).toEqual([[from, to]]);
    // A rename whose old path stands again is none.
    expect(names(await changedFiles(before, before, new Map([[to, from]])))).toEqual([]);
  });
});
