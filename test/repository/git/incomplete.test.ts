import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { knownSince } from '#history/known-since.ts';
import { ObjectReader } from '#repository/git/object-reader.ts';
import { Repository, TestRepository } from '#test/helpers/git.ts';
import { randomHistory } from '#test/helpers/random-history.ts';
import { traced } from '#test/helpers/traced.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-clone-'));
  folders.push(folder);
  return folder;
};
const { PATH } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function source(): TestRepository {
  const repository = new TestRepository(newFolder());
  repository.git('config', 'uploadpack.allowFilter', 'true');
  return repository;
}

function clone(from: Repository, ...options: string[]): Repository {
  const root = newFolder();
  from.git('clone', '--quiet', ...options, `file://${from.root}`, root);
  return new Repository(root);
}

/** Five commits: two files, one of them renamed in the fourth. */
function fiveCommits(): TestRepository {
  const repository = source();
  repository.save('a.md', 'a\nb\nc\nd\n');
  repository.save('b.md', 'x\n');
  repository.save('a.md', 'a\nb\nc\ne\n');
  repository.move('a.md', 'c.md');
  repository.commit('Rename', { date: '2026-01-07T09:30:00+01:00' });
  repository.save('b.md', 'y\n');
  return repository;
}

describe('a shallow clone', () => {
  test('says that it is one and since when history is known', async () => {
    const { state, log } = await traced(clone(fiveCommits(), '--depth=2').root);
    expect(state).toMatchObject({ known: true, complete: false, boundaries: [log.ids[1]] });
    expect(knownSince(state, log)).toBe('2026-01-07T09:30:00+01:00');
  });

  test('tells what it knows and does not make a creation of where it was cut', async () => {
    const repository = clone(fiveCommits(), '--depth=2');
    const { traces, revisions } = await traced(repository.root);
    expect(traces.entries.map(({ id }) => id)).toEqual(['b.md', 'c.md']);
    expect(revisions('b.md').map(({ how, commit }) => [how, commit])).toEqual([
      ['changed', repository.head()],
    ]);
    expect(revisions('c.md')).toEqual([]);
  });

  test('invents nothing: every revision is one that the whole history has too', {
    timeout: 60_000,
  }, async () => {
    for (const seed of [11, 12, 13]) {
      const repository = source();
      repository.import(randomHistory({ seed, commits: 50, branches: true }).stream);
      const whole = await traced(repository.root);
      for (const depth of [1, 4, 12]) {
        const cut = await traced(clone(repository, `--depth=${depth}`).root);
        if (!cut.state.known || cut.state.complete) throw new Error('not cut');
        for (const entry of cut.traces.entries.filter(({ present }) => present)) {
          const known = new Set(whole.revisions(entry.id).map(({ commit }) => commit));
          const told = cut.revisionsOf(entry).map(({ commit }) => commit);
          expect(
            told.filter((commit) => !known.has(commit)),
            `seed ${seed}, depth ${depth}, ${entry.id}`,
          ).toEqual([]);
          expect(told.some((commit) => cut.state.known && cut.state.boundaries.includes(commit))).toBe(false);
        }
      }
    }
  });

  test('is none where only another branch was cut', async () => {
    const repository = clone(fiveCommits());
    const other = source();
    other.save('x.md', 'x\n');
    other.save('x.md', 'y\n');
    repository.git('fetch', '--quiet', '--depth=1', `file://${other.root}`, 'main:other');
    expect(repository.git('rev-parse', '--is-shallow-repository').trim()).toBe('true');
    const { state, log } = await traced(repository.root);
    expect(state).toMatchObject({ complete: true, boundaries: [] });
    expect(knownSince(state, log)).toBeUndefined();
  });

  test('is read anew once it is deepened, with the cache of before', async () => {
    const repository = clone(fiveCommits(), '--depth=1');
    const cache = newFolder();
    expect((await traced(repository.root, { cache })).revisions('b.md')).toEqual([]);
    repository.git('fetch', '--quiet', '--unshallow');
    const history = await traced(repository.root, { cache });
    expect(history.state).toMatchObject({ complete: true, boundaries: [] });
    expect(history.revisions('c.md').map(({ how }) => how)).toEqual(['renamed', 'changed', 'created']);
  });
});

describe('missing objects', () => {
  test('of a clone without blobs: history is told, texts are missing, and nothing is fetched', async () => {
    const repository = clone(fiveCommits(), '--filter=blob:none', '--no-checkout');
    const missing = () =>
      repository.git('rev-list', '--objects', '--missing=print', 'HEAD').match(/^\?/gm)?.length;
    const before = missing();
    expect(before).toBeGreaterThan(0);
    const { state, log, revisions } = await traced(repository.root);
    // Exact renames need no text; where git would need one to tell, it does not go and get it.
    expect(state.known).toBe(true);
    expect(log.ids).toHaveLength(5);
    const reader = new ObjectReader(repository.root);
    const blobs = revisions('b.md').map(({ blob }) => blob);
    const texts = await Array.fromAsync(reader.texts([...blobs, ...blobs]));
    const commits = [
      await reader.commit('HEAD'),
      await reader.commit('1'.repeat(40)),
      await reader.commit('nowhere'),
    ];
    await reader.close();
    expect(texts).toEqual([undefined, undefined, undefined, undefined]);
    expect(commits).toEqual([repository.head(), undefined, undefined]);
    expect(missing()).toBe(before);
  });

  test('of a damaged repository: it says so', async () => {
    const repository = fiveCommits();
    const tree = repository.git('rev-parse', 'HEAD~2^{tree}').trim();
    rmSync(join(repository.root, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    const { state, log } = await traced(repository.root);
    expect(state).toMatchObject({ known: false, reason: 'damaged' });
    expect(!state.known && state.message).toMatch(/`git fsck` says what is damaged\.$/);
    expect(!state.known && state.detail).toContain(tree);
    expect(log.ids).toEqual([]);
  });
});

describe('no history', () => {
  test('without git on the path', async () => {
    const { root } = fiveCommits();
    process.env.PATH = newFolder();
    expect((await traced(root)).state).toMatchInlineSnapshot(`
      {
        "known": false,
        "message": "git is not installed or not on the path, so there is no history to read; install git 2.31 or later.",
        "reason": "no-git",
      }
    `);
  });

  test('outside of a repository', async () => {
    expect((await traced(newFolder())).state).toMatchInlineSnapshot(`
      {
        "known": false,
        "message": "The folder is not in a git repository, so there is no history to read; clone it instead of downloading it.",
        "reason": "no-repository",
      }
    `);
  });

  test('in a folder that is not there', async () => {
    expect((await traced(join(newFolder(), 'gone'))).state).toMatchObject({ reason: 'no-repository' });
  });

  test('without a commit', async () => {
    const { state, traces } = await traced(source().root);
    expect(state).toMatchInlineSnapshot(`
      {
        "known": false,
        "message": "The repository has no commits yet, so there is no history to read.",
        "reason": "no-commits",
      }
    `);
    expect(traces.entries).toEqual([]);
  });

  test('in the repository of another user', async () => {
    const repository = fiveCommits();
    process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER = '1';
    try {
      expect((await traced(repository.root)).state).toMatchInlineSnapshot(`
        {
          "known": false,
          "message": "git refuses the repository because it belongs to another user; allow it with \`git config --global --add safe.directory <folder>\`.",
          "reason": "refused-owner",
        }
      `);
    } finally {
      delete process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER;
    }
  });

  test('keeps no cache', async () => {
    const cache = join(newFolder(), 'cache');
    await traced(newFolder(), { cache });
    expect(existsSync(cache)).toBe(false);
  });
});

describe('a playbook in a folder of a repository', () => {
  test('has the history of that folder, under the ids of its own', async () => {
    const repository = source();
    repository.save('content/policies/other.mdx', 'x\n');
    repository.save('teams/größe ä/content/policies/fees.mdx', 'a\nb\nc\nd\n');
    repository.save('teams/größe ä/content/policies/fees.mdx', 'a\nb\nc\ne\n');
    repository.move('content/policies/other.mdx', 'teams/größe ä/content/glossary/other.mdx');
    repository.commit('Move');
    const { traces, revisions, state } = await traced(join(repository.root, 'teams/größe ä'), {
      playbook: true,
    });
    expect(state).toMatchObject({ prefix: 'teams/größe ä/' });
    expect(traces.entries.map(({ id }) => id)).toEqual(['glossary/other', 'policies/fees']);
    expect(revisions('policies/fees').map(({ path }) => path)).toEqual([
      'content/policies/fees.mdx',
      'content/policies/fees.mdx',
    ]);
    expect(revisions('glossary/other').map(({ renamedFrom, path }) => renamedFrom ?? path)).toEqual([
      '../../content/policies/other.mdx',
      '../../content/policies/other.mdx',
    ]);
  });
});
