import { afterAll, describe, expect, test } from 'vitest';
import { commitAsOf, entriesAsOf } from '#history/as-of.ts';
import { startOfDay } from '#history/time.ts';
import { ObjectReader } from '#repository/git/object-reader.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { Random } from '#test/helpers/random.ts';
import { randomHistory } from '#test/helpers/random-history.ts';
import { traced } from '#test/helpers/traced.ts';

const repositories: TestRepository[] = [];
afterAll(() => {
  for (const repository of repositories) repository.delete();
});

function newRepository(): TestRepository {
  const repository = new TestRepository();
  repositories.push(repository);
  return repository;
}

/** What stood and what applied at the end of a day; London, unless told. */
async function asOf(repository: TestRepository, day: string, timeZone = 'Europe/London') {
  const history = await traced(repository.root, { playbook: true });
  const reader = new ObjectReader(repository.root);
  const end = startOfDay(day, timeZone) + 86_400 - 1;
  const commit = commitAsOf(history.log, end);
  const source = { ...history, texts: (ids: readonly string[]) => reader.texts(ids), timeZone };
  const entries = commit === undefined ? [] : await entriesAsOf(source, commit, day);
  await reader.close();
  return entries.map(({ id, recorded, inForce }) => ({
    id,
    recorded: recorded.commit,
    inForce: inForce?.commit,
  }));
}

const entry = (fields: string) => `---\ntitle: Fees\n${fields}\n---\n\nText.\n`;

describe('as of random dates', { timeout: 60_000 }, () => {
  test('HEAD was the commit that `git rev-list --first-parent --before` finds, and held what `git show` prints', async () => {
    for (const seed of [101, 102, 103]) {
      const random = new Random(seed);
      const repository = newRepository();
      repository.import(randomHistory({ seed, commits: 60, branches: true }).stream);
      const history = await traced(repository.root);
      const texts = async function* () {};
      for (let times = 0; times < 8; times++) {
        const moment = random.chance(0.2)
          ? random.below(2_000_000_000)
          : Date.UTC(2025, 0, 1) / 1000 + random.below(60 * 3600);
        const before = new Date(moment * 1000).toISOString();
        const expected = repository
          .git('rev-list', '-1', '--first-parent', `--before=${before}`, 'HEAD')
          .trim();
        const commit = commitAsOf(history.log, moment);
        expect(commit === undefined ? '' : history.log.ids[commit], before).toBe(expected);
        if (commit === undefined) continue;
        const found = await entriesAsOf({ ...history, texts, timeZone: 'UTC' }, commit, before.slice(0, 10));
        const listed = repository
          .git('ls-tree', '-r', '-z', expected)
          .split('\0')
          .filter((line) => /\.mdx?$/i.test(line));
        expect(
          found.map(({ recorded }) => `${recorded.blob}\t${recorded.path}`).sort(),
          `${seed} ${before}`,
        ).toEqual(listed.map((line) => line.replace(/^\d+ blob /, '')).sort());
        for (const { recorded } of found.slice(0, 3)) {
          const shown = repository.git('rev-parse', `${recorded.commit}:${recorded.path}`).trim();
          expect(shown, 'the text of the permalink').toBe(recorded.blob);
        }
      }
    }
  });
});

describe('entriesAsOf', () => {
  test('knows nothing before the first commit', async () => {
    const repository = newRepository();
    repository.save('content/policies/fees.mdx', entry('effective: 2020-01-01'), 'Write', {
      date: '2026-03-01T12:00:00Z',
    });
    expect(await asOf(repository, '2026-02-28')).toEqual([]);
  });

  test('tells a text that is recorded ahead of its day apart from the one in force', async () => {
    const repository = newRepository();
    const path = 'content/policies/fees.mdx';
    const old = repository.save(path, entry('effective: 2026-01-01'), 'Old', {
      date: '2026-01-01T12:00:00Z',
    });
    const next = repository.save(path, entry('effective: 2026-12-01'), 'New', {
      date: '2026-11-01T12:00:00Z',
    });
    const id = 'policies/fees';
    expect(await asOf(repository, '2026-11-01')).toEqual([{ id, recorded: next, inForce: old }]);
    expect(await asOf(repository, '2026-11-30')).toEqual([{ id, recorded: next, inForce: old }]);
    expect(await asOf(repository, '2026-12-01')).toEqual([{ id, recorded: next, inForce: next }]);
  });

  test('goes by what reached this branch, not by what was written beside it', async () => {
    const repository = newRepository();
    const path = 'content/policies/fees.mdx';
    const old = repository.save(path, entry('owner: a'), 'Old', { date: '2026-01-01T12:00:00Z' });
    repository.git('checkout', '--quiet', '-b', 'side');
    const written = repository.save(path, entry('owner: b'), 'New', { date: '2026-02-01T12:00:00Z' });
    repository.git('checkout', '--quiet', 'main');
    repository.save('README.md', '', 'Other', { date: '2026-02-10T12:00:00Z' });
    repository.merge(['side'], 'Merge', { date: '2026-03-01T12:00:00Z' });
    const id = 'policies/fees';
    expect(await asOf(repository, '2026-02-28')).toEqual([{ id, recorded: old, inForce: old }]);
    expect(await asOf(repository, '2026-03-01')).toEqual([{ id, recorded: written, inForce: written }]);
  });

  test('knows no retired text and no draft in force, and nothing that was removed', async () => {
    const repository = newRepository();
    const path = 'content/policies/fees.mdx';
    const draft = repository.save(path, entry('status: draft'), 'Draft', { date: '2026-01-01T12:00:00Z' });
    const retired = repository.save(path, entry('status: retired'), 'Retire', {
      date: '2026-02-01T12:00:00Z',
    });
    repository.remove(path);
    repository.commit('Remove', { date: '2026-03-01T12:00:00Z' });
    const id = 'policies/fees';
    expect(await asOf(repository, '2026-01-02')).toEqual([{ id, recorded: draft, inForce: undefined }]);
    expect(await asOf(repository, '2026-02-02')).toEqual([{ id, recorded: retired, inForce: undefined }]);
    expect(await asOf(repository, '2026-03-02')).toEqual([]);
  });

  test('gives each entry the id that it had then', async () => {
    const repository = newRepository();
    const written = repository.save('content/policies/fees.mdx', entry('owner: a'), 'Write', {
      date: '2026-01-01T12:00:00Z',
    });
    repository.move('content/policies/fees.mdx', 'content/procedures/fees.mdx');
    const moved = repository.commit('Move', { date: '2026-02-01T12:00:00Z' });
    expect(await asOf(repository, '2026-01-02')).toEqual([
      { id: 'policies/fees', recorded: written, inForce: written },
    ]);
    expect(await asOf(repository, '2026-02-02')).toEqual([
      { id: 'procedures/fees', recorded: moved, inForce: moved },
    ]);
  });

  test('goes by the days of the organisation: an evening in London is the next day in Tokyo', async () => {
    const repository = newRepository();
    const path = 'content/policies/fees.mdx';
    const text = repository.save(path, entry('owner: a'), 'Write', { date: '2026-01-01T20:00:00Z' });
    const found = [{ id: 'policies/fees', recorded: text, inForce: text }];
    expect(await asOf(repository, '2026-01-01', 'Europe/London')).toEqual(found);
    expect(await asOf(repository, '2026-01-01', 'Asia/Tokyo')).toEqual([]);
    expect(await asOf(repository, '2026-01-02', 'Asia/Tokyo')).toEqual(found);
  });
});
