const width = 32;

/** 32 slots for branches or values, and the map that may write into them. */
interface Branch<T> {
  slots: (Branch<T> | T | undefined)[];
  owner: object;
}

/**
 * A map from path numbers to values that can be forked at no cost: both copies share all branches until one of them
 * writes. So every line of history has its own, and what differs between two is found without looking at the rest.
 */
export class PathMap<T extends object> {
  readonly #depth: number;
  #root: Branch<T> | undefined;
  #owner: object = {};

  /** An empty map for the path numbers below `size`. */
  constructor(size: number) {
    let depth = 1;
    for (let reach = width; reach < size; reach *= width) depth++;
    this.#depth = depth;
  }

  /** A copy; neither map sees what is written into the other from now on. */
  fork(): PathMap<T> {
    const copy = new PathMap<T>(width ** this.#depth);
    copy.#root = this.#root;
    this.#owner = {};
    return copy;
  }

  get(path: number): T | undefined {
    let branch: Branch<T> | T | undefined = this.#root;
    for (let shift = 5 * (this.#depth - 1); shift >= 0 && branch; shift -= 5) {
      branch = (branch as Branch<T>).slots[(path >> shift) & 31];
    }
    return branch as T | undefined;
  }

  set(path: number, value: T): void {
    this.#root = this.#owned(this.#root);
    let branch = this.#root;
    for (let shift = 5 * (this.#depth - 1); shift > 0; shift -= 5) {
      const slot = (path >> shift) & 31;
      const next = this.#owned(branch.slots[slot] as Branch<T> | undefined);
      branch.slots[slot] = next;
      branch = next;
    }
    branch.slots[path & 31] = value;
  }

  /** The values with their paths. */
  entries(): [number, T][] {
    return this.differences(new PathMap<T>(width ** this.#depth)).map((path) => [path, this.get(path) as T]);
  }

  /** The paths whose values are not the same object in the other map. */
  differences(other: PathMap<T>): number[] {
    const paths: number[] = [];
    const compare = (a: Branch<T> | undefined, b: Branch<T> | undefined, shift: number, base: number) => {
      for (let slot = 0; slot < width; slot++) {
        const left = a?.slots[slot];
        const right = b?.slots[slot];
        if (left === right) continue;
        const path = base + (slot << shift);
        if (shift === 0) paths.push(path);
        else compare(left as Branch<T> | undefined, right as Branch<T> | undefined, shift - 5, path);
      }
    };
    if (this.#root !== other.#root) compare(this.#root, other.#root, 5 * (this.#depth - 1), 0);
    return paths;
  }

  #owned(branch: Branch<T> | undefined): Branch<T> {
    if (branch?.owner === this.#owner) return branch;
    return { slots: branch ? branch.slots.slice() : new Array(width).fill(undefined), owner: this.#owner };
  }
}
