import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestRepository } from '#test/helpers/git.ts';
import { countGit } from '#test/helpers/git-wrapper.ts';
import { writeLargeHistory } from '#test/helpers/large-history.ts';

/** One repository, measured; every ratio is against git itself in the same run. */
export interface Row {
  entries: number;
  revisions: number;
  commits: number;
  /** One `git log --raw -M`, and `git cat-file --batch` of every revision's text, drained through a pipe. */
  passMs: number;
  textsMs: number;
  /** Commits, authors, messages, blobs and renames, by the pass; at most 1.2. */
  extraction: number;
  /** The same with the cache and nothing new, by the pass; at most 0.1. */
  cached: number;
  /** All semantic changes of all revisions, from nothing, by pass and texts together; at most 1.5. */
  changes: number;
  /** Peak memory of the process that told them, in MB; below 500. */
  memoryMb: number;
  /** How often git was started to tell them; at most 3. */
  processes: number;
}

const shapes: readonly [entries: number, revisions: number, runs: number][] = [
  [1_000, 5, 7],
  [10_000, 5, 3],
  [5_000, 30, 3],
];

/**
 * Measures the reading and telling of history on generated repositories. Every step runs in a process of its own, in turn
 * with git's; the shortest of several runs counts, because other work on the machine only ever adds.
 */
export async function bench(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [entries, revisions, runs] of shapes) {
    const repository = new TestRepository();
    try {
      await writeLargeHistory(repository, { entries, revisions });
      rows.push(await measure(repository, runs));
    } finally {
      repository.delete();
    }
  }
  return rows;
}

async function measure(repository: TestRepository, runs: number): Promise<Row> {
  const { root } = repository;
  const cache = mkdtempSync(join(tmpdir(), 'redress-cache-'));
  const blobs = repository
    .git('log', '--format=', '--raw', '--no-abbrev', '-M')
    .split('\n')
    .flatMap((line) => line.split(' ')[3] ?? []);
  const best = {
    pass: Infinity,
    texts: Infinity,
    extract: Infinity,
    cached: Infinity,
    tell: Infinity,
    processes: 0,
  };
  let told: Step | undefined;
  try {
    runStep(root, 'cached', cache);
    best.processes = (await countGit(() => runStep(root, 'tell', cache))).length;
    for (let run = 0; run < runs; run++) {
      best.pass = Math.min(best.pass, await drain(root, ['log', '--raw', '-M']));
      best.extract = Math.min(best.extract, runStep(root, 'extract', cache).ms);
      best.cached = Math.min(best.cached, runStep(root, 'cached', cache).ms);
      best.texts = Math.min(best.texts, await drain(root, ['cat-file', '--batch'], `${blobs.join('\n')}\n`));
      told = runStep(root, 'tell', cache);
      best.tell = Math.min(best.tell, told.ms);
    }
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
  return {
    entries: told?.entries ?? 0,
    revisions: told?.revisions ?? 0,
    commits: told?.commits ?? 0,
    passMs: Math.round(best.pass),
    textsMs: Math.round(best.texts),
    extraction: rounded(best.extract / best.pass),
    cached: rounded(best.cached / best.pass),
    changes: rounded(best.tell / (best.pass + best.texts)),
    memoryMb: Math.round(told?.memoryMb ?? 0),
    processes: best.processes,
  };
}

const rounded = (ratio: number): number => Number(ratio.toPrecision(3));

interface Step {
  ms: number;
  memoryMb: number;
  entries: number;
  revisions: number;
  commits: number;
}

function runStep(root: string, step: string, cache: string): Step {
  const script = join(import.meta.dirname, '../helpers/history-step.ts');
  return JSON.parse(execFileSync(process.execPath, [script, root, step, cache], { encoding: 'utf8' }));
}

/** Milliseconds from starting git to the last byte of its output. */
function drain(root: string, args: readonly string[], input = ''): Promise<number> {
  const start = performance.now();
  const child = spawn('git', ['-C', root, '--no-pager', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdout.resume();
  child.stdin.end(input);
  return new Promise((done) => child.once('close', () => done(performance.now() - start)));
}
