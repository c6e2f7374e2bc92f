import type { TestRepository } from './git.ts';

type Tree = ReadonlyMap<string, string>;

/**
 * What git itself knows, asked for commit by commit: the parents, the whole tree, and the renames against every parent.
 * Slow and plain on purpose.
 */
export class GitOracle {
  readonly commits: readonly string[];
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly #trees = new Map<string, Tree>();
  readonly #renames = new Map<string, ReadonlyMap<string, string>>();

  constructor(repository: TestRepository) {
    const lines = repository.git('rev-list', '--topo-order', '--parents', 'HEAD').trim().split('\n');
    const parsed = lines.map((line) => line.split(' ') as [string, ...string[]]);
    this.commits = parsed.map(([id]) => id);
    this.parents = new Map(parsed.map(([id, ...parents]) => [id, parents]));
    for (const id of this.commits) {
      const listing = repository.git('ls-tree', '-r', '-z', id).split('\0').filter(Boolean);
      this.#trees.set(
        id,
        new Map(
          listing.map((entry) => [entry.slice(entry.indexOf('\t') + 1), entry.split(/[ \t]/)[2] ?? '']),
        ),
      );
    }
    const pairs = parsed.flatMap(([id, ...parents]) => parents.map((parent) => `${parent} ${id}`));
    for (const pair of pairs) {
      const [parent = '', id = ''] = pair.split(' ');
      const fields = repository
        .git('diff-tree', '-r', '-z', '-M', '--diff-filter=R', '--name-status', parent, id)
        .split('\0');
      const renames = new Map<string, string>();
      for (let at = 0; at + 2 < fields.length; at += 3)
        renames.set(fields[at + 2] ?? '', fields[at + 1] ?? '');
      this.#renames.set(pair, renames);
    }
  }

  tree(commit: string): Tree {
    return this.#trees.get(commit) ?? new Map();
  }

  /** The commits that changed the file which stands at a path at HEAD, by a walk back over trees and renames. */
  revisions(path: string): Set<string> {
    const found = new Set<string>();
    const seen = new Set<string>();
    const open: { commit: string; path: string }[] = [{ commit: this.commits[0] ?? '', path }];
    for (let at = open.pop(); at; at = open.pop()) {
      const key = `${at.commit} ${at.path}`;
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(...this.#back(at, found));
    }
    return found;
  }

  #back({ commit, path }: { commit: string; path: string }, found: Set<string>) {
    const here = this.tree(commit).get(path);
    const parents = this.parents.get(commit) ?? [];
    if (here === undefined) {
      const standing = parents.filter((parent) => this.tree(parent).has(path));
      const left = (parent: string) =>
        [...(this.#renames.get(`${parent} ${commit}`)?.values() ?? [])].includes(path);
      if (standing.length > 0 && standing.length === parents.length && !standing.some(left))
        found.add(commit);
      return parents
        .filter((parent) => !(standing.includes(parent) && left(parent)))
        .map((parent) => ({ commit: parent, path }));
    }
    const source = (parent: string) =>
      this.tree(parent).has(path) ? path : this.#renames.get(`${parent} ${commit}`)?.get(path);
    const same = parents.some((parent) => this.tree(parent).get(path) === here);
    if (!same) found.add(commit);
    // Where a parent has the file, others that do not have it tell of files that were there before it.
    const known = parents.flatMap((parent) => {
      const from = source(parent);
      return from === undefined ? [] : [{ commit: parent, path: from }];
    });
    return known.length > 0 ? known : parents.map((parent) => ({ commit: parent, path }));
  }
}
