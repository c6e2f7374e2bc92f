import type { Repository } from './git.ts';

type Tree = ReadonlyMap<string, string>;

/** A path at a commit, whether anything stands there or not. */
interface Place {
  commit: string;
  path: string;
}

/** A file change between two trees, as `git diff-tree` prints it. */
interface TreeChange {
  status: string;
  from: string;
  path: string;
  blob: string;
}

/**
 * What git itself knows, asked for commit by commit: the parents, the whole tree, and the renames against every parent.
 * Plain on purpose: each commit is compared with each parent anew, and nothing is carried from one to the next.
 */
export class GitOracle {
  /** Children before parents; the first is HEAD. */
  readonly commits: readonly string[];
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly #trees: ReadonlyMap<string, Tree>;
  readonly #renames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly #ways = new Map<string, Place[]>();

  constructor(repository: Repository) {
    const lines = repository.git('log', '--topo-order', '--format=%H %T %P', 'HEAD').trim().split('\n');
    const parsed = lines.map((line) => line.split(' ') as [id: string, tree: string, ...parents: string[]]);
    this.commits = parsed.map(([id]) => id);
    this.parents = new Map(parsed.map(([id, , ...parents]) => [id, parents.filter(Boolean)]));
    const treeOf = new Map(parsed.map(([id, tree]) => [id, tree]));
    const nothing = repository.gitWith({ input: '' }, 'hash-object', '-t', 'tree', '--stdin').trim();
    const steps = this.commits.flatMap((id) => (this.parents.get(id) ?? []).map((parent) => [parent, id]));
    const differences = compareTrees(repository, [
      ...new Set([...treeOf.values()].map((tree) => `${nothing} ${tree}`)),
      ...new Set(steps.map((step) => step.map((id) => treeOf.get(id)).join(' '))),
    ]);
    this.#trees = new Map(
      this.commits.map((id) => [
        id,
        new Map(differences.get(`${nothing} ${treeOf.get(id)}`)?.map(({ path, blob }) => [path, blob])),
      ]),
    );
    this.#renames = new Map(
      steps.map((step) => [
        step.join(' '),
        new Map(
          differences
            .get(step.map((id) => treeOf.get(id)).join(' '))
            ?.filter(({ status }) => status.startsWith('R'))
            .map(({ path, from }) => [path, from]),
        ),
      ]),
    );
  }

  tree(commit: string): Tree {
    return this.#trees.get(commit) ?? new Map();
  }

  #text({ commit, path }: Place): string | undefined {
    return this.tree(commit).get(path);
  }

  /** The commits that changed the file which stands at a path at HEAD, by a walk back over trees and renames. */
  revisions(path: string): Set<string> {
    const nodes = this.#walk([{ commit: this.commits[0] ?? '', path }], false);
    return new Set(nodes.filter((node) => this.#isRevision(node)).map(({ commit }) => commit));
  }

  /** Where one comes to from some places, back to where the file began, or also to what stood there before that. */
  #walk(from: readonly Place[], oneLife: boolean): Place[] {
    const seen = new Map<string, Place>();
    const open = [...from];
    for (let at = open.pop(); at; at = open.pop()) {
      const key = `${at.commit} ${at.path}`;
      if (seen.has(key)) continue;
      seen.set(key, at);
      if (!oneLife || !this.#isBeginning(at)) open.push(...this.#before(at));
    }
    return [...seen.values()];
  }

  #before(at: Place): Place[] {
    const key = `${at.commit} ${at.path}`;
    const known = this.#ways.get(key) ?? this.#findBefore(at);
    this.#ways.set(key, known);
    return known;
  }

  #findBefore(at: Place): Place[] {
    const { commit, path } = at;
    const parents = this.parents.get(commit) ?? [];
    if (!this.tree(commit).has(path)) {
      return parents.filter((parent) => !this.#left(parent, at)).map((parent) => ({ commit: parent, path }));
    }
    const sources = parents.map((parent) => ({
      here: { commit: parent, path },
      from: this.#source(parent, at),
    }));
    const sure = sources.filter(({ from }, index) => from && (index === 0 || from.path === path));
    // A rename that only a further parent shows is made in the merge itself: to be believed where the text is the same.
    const unchanged = sources.filter(({ from }) => from && this.#text(from) === this.#text(at)).slice(0, 1);
    const known = (sure.length > 0 ? sure : unchanged).flatMap(({ from }) => from ?? []);
    if (known.length === 0) return sources.map(({ here }) => here);
    // What another parent had under another name, or does not have, counts only if it began as the same file.
    const began = this.#beginnings(known);
    const others = sources.flatMap(({ from, here }) =>
      from && known.includes(from) ? [] : [from ?? here, here],
    );
    return [...known, ...others.filter((other) => meet(began, this.#beginnings([other])))];
  }

  /** Where a file stands in a parent. */
  #source(parent: string, { commit, path }: Place): Place | undefined {
    const from = this.tree(parent).has(path) ? path : this.#renames.get(`${parent} ${commit}`)?.get(path);
    return from === undefined ? undefined : { commit: parent, path: from };
  }

  /** Whether a file that stands in a parent goes on under another name. */
  #left(parent: string, { commit, path }: Place): boolean {
    const renamed = [...(this.#renames.get(`${parent} ${commit}`) ?? [])].filter(([, from]) => from === path);
    return renamed.some(([to]) =>
      this.#before({ commit, path: to }).some((place) => place.commit === parent && place.path === path),
    );
  }

  #isBeginning(at: Place): boolean {
    const parents = this.parents.get(at.commit) ?? [];
    return this.tree(at.commit).has(at.path) && !parents.some((parent) => this.#source(parent, at));
  }

  #beginnings(from: readonly Place[]): Set<string> {
    const nodes = this.#walk(from, true).filter((node) => this.#isBeginning(node));
    return new Set(nodes.map(({ commit, path }) => `${commit} ${path}`));
  }

  /** Whether a commit changed a path against each of its parents: its text, or that there is one. */
  #isRevision(at: Place): boolean {
    const parents = this.parents.get(at.commit) ?? [];
    const here = this.tree(at.commit).get(at.path);
    if (parents.length === 0) return here !== undefined;
    return parents.every(
      (parent) => this.tree(parent).get(at.path) !== here && (here !== undefined || !this.#left(parent, at)),
    );
  }
}

const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((place) => others.has(place));

/** The changes of each pair of trees, `<old> <new>`. */
function compareTrees(repository: Repository, pairs: readonly string[]): Map<string, TreeChange[]> {
  const fields = repository
    .gitWith(
      { input: `${pairs.join('\n')}\n` },
      'diff-tree',
      '--stdin',
      '-r',
      '-z',
      '-M',
      '--raw',
      '--no-abbrev',
    )
    .split('\0');
  const found = new Map<string, TreeChange[]>();
  let changes: TreeChange[] = [];
  for (let at = 0; at < fields.length - 1; ) {
    // Each pair stands on a line of its own before its changes.
    const lines = (fields[at] ?? '').split('\n');
    for (const pair of lines.slice(0, -1)) {
      changes = [];
      found.set(pair, changes);
    }
    const [, , , blob = '', status = ''] = (lines.at(-1) ?? '').split(' ');
    const renamed = status.startsWith('R');
    const [from = '', path = from] = fields.slice(at + 1, at + (renamed ? 3 : 2));
    changes.push({ status, from, path, blob });
    at += renamed ? 3 : 2;
  }
  return found;
}
