import { describe, expect, test } from 'vitest';
import { firstParentLine } from '#history/first-parent-line.ts';
import { parentsOf, topologicalOrder } from '#history/topological-order.ts';
import { readHistory } from '#repository/git/read-history.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { randomHistory } from '#test/helpers/random-history.ts';

const list = (output: string): string[] => output.trim().split('\n');

describe('of random histories, whose dates are out of order', () => {
  test('the order, the parents and the first-parent line are those of git', { timeout: 60_000 }, async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const repository = new TestRepository();
      repository.import(randomHistory({ seed, commits: 80, branches: true }).stream);
      const { log } = await readHistory(repository.root, { cache: false });
      const names = (commits: Iterable<number>) => Array.from(commits, (commit) => log.ids[commit]);
      const order = topologicalOrder(log);
      expect(names(order).sort()).toEqual(list(repository.git('rev-list', 'HEAD')).sort());
      const place = new Map(Array.from(order, (commit, index) => [commit, index]));
      for (const commit of order) {
        const parents = parentsOf(log, commit);
        expect(names(parents).join(' ')).toBe(
          repository.git('log', '-1', '--format=%P', log.ids[commit] ?? '').trim(),
        );
        for (const parent of parents) expect(place.get(parent)).toBeGreaterThan(place.get(commit) ?? 0);
      }
      expect(names(firstParentLine(log))).toEqual(list(repository.git('rev-list', '--first-parent', 'HEAD')));
      repository.delete();
    }
  });

  test('lines of history are not mixed: the order is that of `git log --topo-order` on a comb of branches', async () => {
    const repository = new TestRepository();
    const commit = (mark: number, parents: readonly number[]) =>
      `commit refs/heads/main\nmark :${mark}\ncommitter A <a@example.com> ${1_700_000_000 + ((mark * 7919) % 100)} +0000\ndata 0\n${parents.map((parent, index) => `${index ? 'merge' : 'from'} :${parent}\n`).join('')}\n`;
    const stream = [commit(1, [])];
    let mark = 1;
    for (let main = 1; mark < 60; main = mark) {
      stream.push(commit(mark + 1, [main]), commit(mark + 2, [mark + 1]), commit(mark + 3, [main]));
      stream.push(commit(mark + 4, [mark + 3, mark + 2]));
      mark += 4;
    }
    repository.import(stream.join(''));
    const { log } = await readHistory(repository.root, { cache: false });
    const order = Array.from(topologicalOrder(log), (number) => log.ids[number]);
    expect(order).toEqual(list(repository.git('rev-list', '--topo-order', 'HEAD')));
    repository.delete();
  });

  test('nothing comes of no commits', () => {
    const none = new Int32Array();
    const log = { ids: [], parentStart: Int32Array.of(0), parents: none } as never;
    expect([...topologicalOrder(log)]).toEqual([]);
    expect(firstParentLine(log)).toEqual([]);
  });
});
