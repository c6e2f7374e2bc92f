import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistory } from '#repository/git/read-history.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { countGit } from '#test/helpers/git-wrapper.ts';
import { writeLargeHistory } from '#test/helpers/large-history.ts';
import { tellEverything } from '#test/helpers/tell-everything.ts';

let repository: TestRepository;
beforeAll(async () => {
  repository = new TestRepository();
  await writeLargeHistory(repository, { entries: 60, revisions: 4 });
});
afterAll(() => repository.delete());

test('however many entries there are, git is started three times to tell everything', async () => {
  let told: { entries: number; revisions: number } | undefined;
  const started = await countGit(async () => {
    const history = await readHistory(repository.root, { cache: false });
    told = await tellEverything(repository.root, history);
  });
  expect(started).toEqual(['rev-parse', 'log', 'cat-file']);
  expect(told?.entries).toBe(60);
  expect(told?.revisions).toBeGreaterThanOrEqual(240);
});
