import { describe, expect, test } from 'vitest';
import type { Revision } from '#history/revision.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { GitOracle } from '#test/helpers/git-oracle.ts';
import { randomHistory } from '#test/helpers/random-history.ts';
import { type Traced, traced } from '#test/helpers/traced.ts';

/** Generates histories one after another and puts each, with git's own answers at hand, to a claim. */
async function forEachHistory(
  count: number,
  branches: boolean,
  claim: (history: Traced, repository: TestRepository, place: string) => void,
): Promise<void> {
  for (let seed = 1; seed <= count; seed++) {
    const repository = new TestRepository();
    try {
      repository.import(randomHistory({ seed, commits: 60, branches }).stream);
      claim(await traced(repository.root), repository, `seed ${seed}`);
    } finally {
      repository.delete();
    }
  }
}

const isText = (path: string) => /\.mdx?$/i.test(path);

describe('revisions of random histories', { timeout: 120_000 }, () => {
  test('are those that a walk over the trees of every commit finds, with merges of every sort', async () => {
    await forEachHistory(40, true, ({ traces, revisionsOf }, repository, seed) => {
      const oracle = new GitOracle(repository);
      const head = [...oracle.tree(oracle.commits[0] ?? '').keys()].filter(isText);
      const standing = traces.entries.filter(({ present }) => present).map(({ path }) => path);
      expect(standing.sort(), seed).toEqual(head.sort());
      for (const entry of traces.entries) {
        const place = `${seed}, ${entry.path}`;
        const revisions = revisionsOf(entry);
        const commits = new Set(revisions.map(({ commit }) => commit));
        expect(commits, place).toEqual(oracle.revisions(entry.path));
        expect(revisions.length, place).toBe(commits.size);
        for (const revision of revisions) expectTrue(revision, oracle, place);
        expectNewestFirst(revisions, place);
      }
    });
  });

  test('are those of `git log --follow` where history is one line, or what it loses', async () => {
    let agreed = 0;
    let lost = 0;
    await forEachHistory(15, false, ({ traces, revisionsOf }, repository, seed) => {
      const oracle = new GitOracle(repository);
      for (const entry of traces.entries.filter(({ present }) => present)) {
        const commits = revisionsOf(entry).map(({ commit }) => commit);
        const place = `${seed}, ${entry.path}`;
        const followed = repository
          .git('log', '--follow', '-M', '--format=%H', '--', entry.path)
          .trim()
          .split('\n');
        if (followed.join() === commits.join()) agreed++;
        else {
          lost++;
          expect(new Set(commits), place).toEqual(oracle.revisions(entry.path));
        }
      }
    });
    expect(agreed).toBeGreaterThan(5 * lost);
  });
});

describe('landed', { timeout: 120_000 }, () => {
  test('is the oldest commit of the first-parent line that reaches the revision', async () => {
    await forEachHistory(6, true, ({ traces, log }, repository, seed) => {
      const line = repository.git('rev-list', '--first-parent', 'HEAD').trim().split('\n');
      for (const [place, lander] of line.entries()) {
        const older = line[place + 1];
        const brought = repository
          .git('rev-list', lander, ...(older ? [`^${older}`] : []))
          .trim()
          .split('\n');
        for (const commit of brought)
          expect(log.ids[traces.landed[log.ids.indexOf(commit)] ?? -1], seed).toBe(lander);
      }
    });
  });

  test('agrees with the paths of ancestry that git walks', async () => {
    await forEachHistory(1, true, ({ traces, log }, repository, seed) => {
      const line = repository.git('rev-list', '--first-parent', 'HEAD').trim().split('\n');
      for (const [number, commit] of log.ids.entries()) {
        const lander = log.ids[traces.landed[number] ?? -1];
        const above = repository.git('rev-list', '--topo-order', '--ancestry-path', `${commit}..HEAD`).trim();
        const oldest = line.includes(commit) ? commit : above.split('\n').findLast((id) => line.includes(id));
        expect(lander, `${seed}, ${commit}`).toBe(oldest);
      }
    });
  });
});

/** A revision says what git has there: parents, path, text, and the text before in one of the parents. */
function expectTrue(revision: Revision, oracle: GitOracle, place: string): void {
  const { commit, parents, how, path, blob, renamedFrom, before } = revision;
  expect(parents, place).toEqual(oracle.parents.get(commit));
  expect(oracle.tree(commit).get(path) ?? '', place).toBe(blob);
  expect(how === 'removed', place).toBe(blob === '');
  const trees = parents.map((parent) => oracle.tree(parent));
  if (how === 'created')
    expect(
      trees.some((tree) => tree.has(path)),
      place,
    ).toBe(false);
  else
    expect(
      trees.map((tree) => tree.get(renamedFrom ?? path)),
      place,
    ).toContain(before);
}

function expectNewestFirst(revisions: readonly Revision[], place: string): void {
  const places = new Map(revisions.map(({ commit }, index) => [commit, index]));
  for (const { commit, parents } of revisions) {
    for (const parent of parents.filter((id) => places.has(id)))
      expect(places.get(parent), place).toBeGreaterThan(places.get(commit) ?? 0);
  }
}
