import { Random } from './random.ts';

/** How wild a generated history is. */
export interface RandomHistoryOptions {
  seed: number;
  commits: number;
  /** Whether there are branches, merges, octopus and criss-cross merges. */
  branches: boolean;
}

/** A file, told apart from any other that had or gets its path. */
interface File {
  id: number;
  text: string;
}
export type Tree = ReadonlyMap<string, File>;
const byFile = (tree: Tree) => new Map([...tree].map(([path, { id, text }]) => [id, { path, text }]));
/** One commit as it was meant; marks count from 1 in the order of the stream. */
interface Tip {
  mark: number;
  parents: readonly number[];
  tree: Tree;
}

/** A history and the truth about it. */
export interface RandomHistory {
  /** For `git fast-import`. */
  stream: string;
  commits: readonly Tip[];
}

const folders = ['content/policies', 'content/macros', 'content/glossary', 'drafts', 'content/policies/old'];
const people = [
  'Ada Lovelace <ada@example.com>',
  'José Ñandú <jose@example.com>',
  '<script>alert(1)</script> <x@example.com>'.replace(/[<>](?=.*<)/g, ''),
  'Eve \u202Egnp.exe\u202C <eve@example.com>',
  'Bell \u0007 "quoted" \\ <bell@example.com>',
];
const subjects = [
  'Change the rule (#41)',
  '<script>alert("x")</script> & \u202Eevil\u202C',
  '',
  'Line one\nline two\n\nBody\n:100644 100644 not a change\n\nApproved-by: Ada <ada@example.com>',
  'Tab\tand \u0001 control',
  'Revert "Change the rule"\n\nThis reverts commit 0123456789012345678901234567890123456789.',
];
const inCapitals = (path: string) =>
  path.replace(/[^/]+$/, (name) => name.toUpperCase().replace(/\.\w+$/, (end) => end.toLowerCase()));
const words =
  'appeal seller buyer invoice evidence review clause notice strike refund order show item proof'.split(' ');

/**
 * A `git fast-import` stream of a random history on `main`: edits, renames with and without edits, moves between folders,
 * case-only renames, removals, re-creations, reverts and squashes; with branches also merges of every sort,
 * conflicts settled either way or by new text, and merges that take nothing from one side.
 */
export function randomHistory({ seed, commits, branches }: RandomHistoryOptions): RandomHistory {
  const random = new Random(seed);
  const stream: string[] = [];
  let mark = 0;
  let time = Date.UTC(2025, 0, 1) / 1000;
  let unique = 0;
  const tips: Tip[] = [];
  let main: Tip | undefined;
  /** Branches beside main, each with what it had in common with main when it was last merged. */
  const open: { tip: Tip; base: Tree }[] = [];
  const removed: { path: string; text: string }[] = [];
  let files = 0;
  const fileOf = (text: string): File => ({ id: ++files, text });

  const line = () => `${++unique} ${Array.from({ length: 8 }, () => random.pick(words)).join(' ')}`;
  const newText = () => Array.from({ length: 20 + random.below(20) }, line).join('\n');
  const editText = (text: string) => {
    const lines = text.split('\n');
    lines[random.below(lines.length)] = line();
    if (random.chance(0.3)) lines.splice(random.below(lines.length), 0, line());
    return lines.join('\n');
  };
  const isFree = (path: string) => [main, ...open.map(({ tip }) => tip)].every((tip) => !tip?.tree.has(path));
  const newPath = (tree: Tree): string => {
    for (;;) {
      const name =
        random.pick(['fee', 'Fee', 'größe', 'a b', '"quoted"', 'tab\tname', '日本']) + random.below(12);
      const path = `${random.pick(folders)}/${name}.${random.pick(branches ? ['mdx', 'md'] : ['mdx', 'mdx', 'md', 'txt'])}`;
      if (!tree.has(path) && isFree(path)) return path;
    }
  };

  /** What stood at each path before, for reverts. */
  const texts = new Map<string, string[]>();
  const write = (branch: string, parents: readonly Tip[], tree: Tree): Tip => {
    mark++;
    for (const [path, { text }] of tree) texts.set(path, [...(texts.get(path) ?? []).slice(-3), text]);
    time += random.below(7_200);
    // A few clocks are wrong, in either direction.
    const when = random.chance(0.05) ? time + (random.below(2) * 2 - 1) * random.below(400_000_000) : time;
    const message = Buffer.byteLength(random.pick(subjects)) ? random.pick(subjects) : '';
    stream.push(
      `commit refs/heads/${branch}`,
      `mark :${mark}`,
      `committer ${random.pick(people)} ${Math.max(0, when)} ${random.pick(['+0000', '+0530', '-0800'])}`,
      `data ${Buffer.byteLength(message)}`,
      message,
      ...parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} :${parent.mark}`),
      'deleteall',
      ...[...tree].flatMap(([path, { text }]) => [
        `M 100644 inline ${JSON.stringify(path).replace(/\\t/g, '\\t')}`,
        `data ${Buffer.byteLength(text)}`,
        text,
      ]),
      '',
    );
    const tip = { mark, parents: parents.map((parent) => parent.mark), tree };
    tips.push(tip);
    return tip;
  };

  const change = (before: Tree): Tree => {
    const tree = new Map(before);
    for (let times = random.chance(0.8) ? 1 : 1 + random.below(4); times > 0; times--) {
      const paths = [...tree.keys()];
      const path = paths.length > 0 ? random.pick(paths) : undefined;
      const choice = random.next();
      const file = path === undefined ? undefined : tree.get(path);
      if (path === undefined || file === undefined || (choice < 0.15 && paths.length < 25)) {
        tree.set(newPath(tree), fileOf(newText()));
      } else if (choice < 0.55) tree.set(path, { ...file, text: editText(file.text) });
      else if (choice < 0.75) {
        const target = random.chance(0.2) ? inCapitals(path) : newPath(tree);
        if (tree.has(target) || !isFree(target)) continue;
        tree.delete(path);
        tree.set(target, { ...file, text: random.chance(0.5) ? file.text : editText(file.text) });
      } else if (choice < 0.85) {
        removed.push({ path, text: file.text });
        tree.delete(path);
      } else if (choice < 0.95 && removed.length > 0) {
        const again = random.pick(removed);
        // The same text comes back only where no branch has it still: git could not tell the two apart.
        const text = open.length === 0 && random.chance(0.5) ? again.text : newText();
        if (!tree.has(again.path) && isFree(again.path)) tree.set(again.path, fileOf(text));
      } else tree.set(path, { ...file, text: random.pick(texts.get(path) ?? [file.text]) });
    }
    return tree;
  };

  /**
   * A three-way merge, file by file through their renames, against what both sides had when they parted.
   * Conflicts are settled either way or by new text; now and then one side is not taken at all.
   */
  const mergeTrees = (ours: Tree, theirs: Tree, base: Tree): Tree => {
    if (random.chance(0.05)) return ours;
    const [a, b, o] = [byFile(ours), byFile(theirs), byFile(base)];
    const tree = new Map<string, File>();
    for (const id of new Set([...a.keys(), ...b.keys()])) {
      const [left, right, parted] = [a.get(id), b.get(id), o.get(id)];
      if (!left || !right) {
        // Removed on one side; where the other side changed it, either may win.
        const kept = left ?? right;
        const unchanged = kept?.text === parted?.text && kept?.path === parted?.path;
        if (kept && (!parted || (!unchanged && random.chance(0.5))))
          tree.set(kept.path, { id, text: kept.text });
        continue;
      }
      const path = left.path === parted?.path ? right.path : left.path;
      const conflict = left.text !== right.text && left.text !== parted?.text && right.text !== parted?.text;
      const settled = conflict
        ? random.pick([left.text, right.text, editText(left.text)])
        : left.text === parted?.text
          ? right.text
          : left.text;
      tree.set(path, { id, text: settled });
    }
    if (random.chance(0.1) && tree.size > 0) {
      const [path, { id, text }] = random.pick([...tree]);
      tree.set(path, { id, text: editText(text) });
    }
    return tree;
  };

  main = write('main', [], new Map([['content/policies/first.mdx', fileOf(newText())]]));
  while (mark < commits) {
    const choice = branches ? random.next() : 1;
    const side = open.length > 0 ? random.below(open.length) : -1;
    const branch = open[side];
    if (choice < 0.1 && open.length < 4) {
      open.push({ tip: write('side', [main], change(main.tree)), base: main.tree });
    } else if (choice < 0.35 && branch) {
      branch.tip = write('side', [branch.tip], change(branch.tip.tree));
    } else if (choice < 0.42 && branch) {
      // Back-merge, which with the merge below makes criss-cross histories.
      const tree = mergeTrees(branch.tip.tree, main.tree, branch.base);
      branch.tip = write('side', [branch.tip, main], tree);
      if (random.chance(0.5)) main = write('main', [main, open[side]?.tip ?? branch.tip], tree);
      branch.base = main.tree;
    } else if (choice < 0.5 && branch) {
      main = write('main', [main, branch.tip], mergeTrees(main.tree, branch.tip.tree, branch.base));
      open.splice(side, 1);
    } else if (choice < 0.53 && open.length > 1) {
      const tree = open.reduce((merged, { tip, base }) => mergeTrees(merged, tip.tree, base), main.tree);
      main = write('main', [main, ...open.map(({ tip }) => tip)], tree);
      open.length = 0;
    } else if (choice < 0.56 && branch) {
      main = write('main', [main], mergeTrees(main.tree, branch.tip.tree, branch.base));
      open.splice(side, 1);
    } else main = write('main', [main], change(main.tree));
  }
  return { stream: stream.join('\n'), commits: tips };
}
