import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TestRepository } from '#test/helpers/git.ts';
import { countGit } from '#test/helpers/git-wrapper.ts';
import { randomHistory } from '#test/helpers/random-history.ts';
import { told, traced } from '#test/helpers/traced.ts';

let repository: TestRepository;
let cache: string;
beforeEach(() => {
  repository = new TestRepository();
  cache = mkdtempSync(join(tmpdir(), 'redress-cache-'));
});
afterEach(() => {
  repository.delete();
  rmSync(cache, { recursive: true, force: true });
});

const file = () => join(cache, 'commits');
const keep = () => traced(repository.root, { cache });

/** What is told with the cache is what is told without it. */
async function expectBelieved(): Promise<void> {
  expect(told(await keep())).toEqual(told(await traced(repository.root)));
}

function writeSome(): void {
  repository.save('content/policies/fees.mdx', 'a\nb\nc\nd\n');
  repository.save('content/policies/fees.mdx', 'a\nb\nc\ne\n');
  repository.move('content/policies/fees.mdx', 'content/policies/charges.mdx');
  repository.commit('Rename');
}

describe('the cache', () => {
  test('gives the same at every step of a random history, whatever was read before', {
    timeout: 60_000,
  }, async () => {
    for (const seed of [1, 2, 3, 4]) {
      const random = new TestRepository();
      const kept = mkdtempSync(join(tmpdir(), 'redress-cache-'));
      const { stream, commits } = randomHistory({ seed, commits: 50, branches: true });
      const ids = random.import(stream);
      for (let count = 7; count <= commits.length; count += 9) {
        const tip = ids.get(count) ?? '';
        random.git('update-ref', 'refs/heads/main', tip);
        const warm = told(await traced(random.root, { cache: kept }));
        expect(warm, `seed ${seed}, ${count}`).toEqual(told(await traced(random.root)));
      }
      random.delete();
      rmSync(kept, { recursive: true });
    }
  });

  test('is asked alone where nothing is new: no `git log`', async () => {
    writeSome();
    await keep();
    expect(await countGit(keep)).toEqual(['rev-parse']);
    await expectBelieved();
  });

  test('lets git read only what is new', async () => {
    writeSome();
    await keep();
    const known = repository.head();
    repository.save('content/policies/charges.mdx', 'a\nb\nc\nf\n');
    const asked = await countGit(keep, { lines: true });
    expect(asked.filter((line) => line.includes(' log '))).toEqual([
      expect.stringMatching(new RegExp(`--end-of-options ${repository.head()} \\^${known}$`)),
    ]);
    await expectBelieved();
  });

  test('joins a merge of a branch that began before what was known', async () => {
    writeSome();
    repository.git('checkout', '--quiet', '-b', 'side', 'HEAD~2');
    repository.save('content/policies/fees.mdx', 'z\nb\nc\nd\n');
    repository.git('checkout', '--quiet', 'main');
    await keep();
    repository.merge(['side'], 'Merge', {}, '-X', 'ours');
    await expectBelieved();
  });

  test('is read anew where a file comes into sight whose changes were not kept', async () => {
    repository.save('notes.txt', 'a\nb\nc\nd\n');
    repository.save('notes.txt', 'a\nb\nc\ne\n');
    await keep();
    repository.move('notes.txt', 'notes.md');
    repository.commit('Rename');
    expect((await keep()).revisions('notes.md')).toHaveLength(3);
    await expectBelieved();
  });

  test.each<[string, () => void]>([
    ['an amended commit', () => repository.git('commit', '--quiet', '--amend', '-m', 'Other')],
    ['a branch moved back', () => repository.git('reset', '--quiet', '--hard', 'HEAD~1')],
    [
      'a rewritten history that was cleaned up after',
      () => {
        repository.git('checkout', '--quiet', '--orphan', 'other');
        repository.commit('Anew');
        repository.git('branch', '-D', 'main');
        repository.git('reflog', 'expire', '--expire=now', '--all');
        repository.git('gc', '--quiet', '--prune=now');
      },
    ],
    ['a file that is cut short', () => truncateSync(file(), 1000)],
    ['an empty file', () => writeFileSync(file(), '')],
    ['a garbled file', () => writeFileSync(file(), readFileSync(file()).reverse())],
    [
      'one wrong bit',
      () => {
        const bytes = readFileSync(file());
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 50) ^ 1, bytes.length - 50);
        writeFileSync(file(), bytes);
      },
    ],
    ['a .mailmap', () => repository.write('.mailmap', 'Countess <ada@example.com>\n')],
    ['a mailmap that is set in the repository', () => setMailmap()],
    ['a replaced commit', () => replaceCommit()],
    ['a graft', () => graft()],
  ])('is not believed after %s', async (_, change) => {
    writeSome();
    await keep();
    change();
    await expectBelieved();
  });

  test('of another repository is not believed', async () => {
    writeSome();
    await keep();
    const other = new TestRepository();
    other.save('content/policies/other.mdx', 'x\n');
    const history = await traced(other.root, { cache });
    expect(history.traces.entries.map(({ id }) => id)).toEqual(['content/policies/other.mdx']);
    other.delete();
  });

  test('of another version is not believed', async () => {
    writeSome();
    await keep();
    const bytes = readFileSync(file());
    const { createHash } = await import('node:crypto');
    const rest = Buffer.from(
      bytes.subarray(65).toString('latin1').replace('{"version":', '{"version":9'),
      'latin1',
    );
    const signed = Buffer.concat([Buffer.from(`${createHash('sha256').update(rest).digest('hex')}\n`), rest]);
    writeFileSync(file(), signed);
    await expectBelieved();
    expect(readFileSync(file()).equals(bytes), 'written anew').toBe(true);
  });

  test('hides itself from the status of the repository that it lies in', async () => {
    writeSome();
    await traced(repository.root, { cache: join(repository.root, '.cache/redress') });
    expect(existsSync(join(repository.root, '.cache/redress/commits'))).toBe(true);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('that cannot be written costs nothing but time', async () => {
    writeSome();
    const blocked = join(cache, 'file');
    writeFileSync(blocked, '');
    expect(told(await traced(repository.root, { cache: join(blocked, 'folder') }))).toEqual(
      told(await traced(repository.root)),
    );
  });
});

function setMailmap(): void {
  repository.write('names.txt', 'Countess <ada@example.com>\n');
  repository.git('config', 'mailmap.file', join(repository.root, 'names.txt'));
}

/** The commit before HEAD is read as if somebody else had written it. */
function replaceCommit(): void {
  const old = repository.git('rev-parse', 'HEAD~1').trim();
  const text = repository
    .git('cat-file', 'commit', old)
    .replace(/^author Ada Lovelace/m, 'author Grace Hopper');
  const other = repository.gitWith({ input: text }, 'hash-object', '-t', 'commit', '-w', '--stdin').trim();
  repository.git('replace', old, other);
}

/** HEAD is read as if nothing had been before it. */
function graft(): void {
  writeFileSync(join(repository.root, '.git/info/grafts'), `${repository.head()}\n`);
}
