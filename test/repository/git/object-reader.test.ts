import { chmodSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ObjectReader } from '#repository/git/object-reader.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { Random } from '#test/helpers/random.ts';

let repository: TestRepository;
let reader: ObjectReader;
beforeEach(() => {
  repository = new TestRepository();
  reader = new ObjectReader(repository.root);
});
afterEach(async () => {
  await reader.close();
  repository.delete();
});

const keep = (input: string | Buffer) => repository.gitWith({ input }, 'hash-object', '-w', '--stdin').trim();
const none = '1'.repeat(40);

describe('texts', () => {
  test('come in the order in which they are asked for, whatever their size', async () => {
    const random = new Random(1);
    const texts = Array.from({ length: 40 }, (_, index) => `${index} ü\n`.repeat(random.below(30_000)));
    const ids = texts.map(keep);
    const asked = Array.from({ length: 3_000 }, () => random.below(ids.length));
    let place = 0;
    for await (const text of reader.texts(asked.map((index) => ids[index] ?? ''))) {
      expect(text === texts[asked[place] ?? -1], `place ${place}`).toBe(true);
      place++;
    }
    expect(place).toBe(asked.length);
  });

  test('are undefined where there is no such blob', async () => {
    repository.save('a.md', 'a\n');
    const tree = repository.git('rev-parse', 'HEAD^{tree}').trim();
    expect(await Array.fromAsync(reader.texts([none, keep('x'), tree, repository.head(), keep('')]))).toEqual(
      [undefined, 'x', undefined, undefined, ''],
    );
  });

  test('can be left early, and asked for by two at a time', async () => {
    const ids = ['a', 'b', 'c', 'd'].map(keep);
    for await (const text of reader.texts(ids)) {
      expect(text).toBe('a');
      break;
    }
    const both = await Promise.all([
      Array.fromAsync(reader.texts(ids)),
      Array.fromAsync(reader.texts(ids.toReversed())),
    ]);
    expect(both).toEqual([
      ['a', 'b', 'c', 'd'],
      ['d', 'c', 'b', 'a'],
    ]);
  });

  test('fail where the repository is damaged, and the reader can still be closed', async () => {
    const random = new Random(1);
    const id = keep(Array.from({ length: 10_000 }, () => random.below(1_000)).join());
    const file = join(repository.root, '.git/objects', id.slice(0, 2), id.slice(2));
    chmodSync(file, 0o644);
    truncateSync(file, 5_000);
    await expect(Array.fromAsync(reader.texts([id, id, id]))).rejects.toThrow('git cat-file failed');
    await reader.close();
  });
});

describe('commit', () => {
  test('is what a name stands for, and nothing for what names no commit', async () => {
    const first = repository.save('a.md', 'a\n');
    const head = repository.save('a.md', 'b\n');
    repository.git('tag', '-a', '-m', 'm', 'v1', first);
    const names = [
      'HEAD',
      'main',
      'v1',
      'HEAD~1',
      head.slice(0, 8),
      'nowhere',
      '',
      '-x',
      'a\nHEAD',
      'HEAD:a.md',
      none,
    ];
    expect(await Promise.all(names.map((name) => reader.commit(name)))).toEqual([
      head,
      head,
      first,
      first,
      head,
      ...Array(6).fill(undefined),
    ]);
  });
});
