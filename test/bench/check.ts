import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '#repository/playbook-root.ts';
import { writeLargePlaybook } from '#test/helpers/large-playbook.ts';

/** One playbook, measured: the time of whole processes, and each by that of remark-cli. */
export interface Row {
  entries: number;
  /** remark-cli with remark-preset-lint-recommended on the same files. */
  remarkMs: number;
  /** Schemas, references, links and the rules for tables and messages, from nothing; at most 0.2. */
  withoutProse: number;
  /** The same and the rules for prose; at most 0.65. */
  cold: number;
  /** `npm run check` again, with nothing new; at most 0.1. */
  warm: number;
}

const shapes: readonly [entries: number, runs: number][] = [
  [1_000, 5],
  [10_000, 2],
];

/**
 * Measures the check on copies of the shipped playbook against remark-cli, in turn with it; the shortest of several runs
 * counts, because other work on the machine only ever adds.
 */
export async function bench(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [atLeast, runs] of shapes) {
    const root = mkdtempSync(join(tmpdir(), 'redress-check-'));
    try {
      rows.push(measure(root, await writeLargePlaybook(root, atLeast), runs));
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  return rows;
}

const stepScript = fileURLToPath(new URL('../helpers/check-step.ts', import.meta.url));
const checkScript = join(projectRoot, 'scripts/check.ts');

function measure(root: string, entries: number, runs: number): Row {
  const best = { remark: Infinity, step: Infinity, cold: Infinity, warm: Infinity };
  for (let run = 0; run < runs; run++) {
    // What was found is kept for a day: another day is a check from nothing.
    const day = new Date(Date.UTC(2026, 10, 22 + run)).toISOString().slice(0, 10);
    best.remark = Math.min(best.remark, remark(root));
    best.step = Math.min(best.step, timed(root, [stepScript, root, day], day));
    const check = [checkScript, '--root', root];
    best.cold = Math.min(best.cold, timed(root, check, day));
    best.warm = Math.min(best.warm, timed(root, check, day));
  }
  const ratio = (ms: number): number => Number((ms / best.remark).toPrecision(3));
  return {
    entries,
    remarkMs: Math.round(best.remark),
    withoutProse: ratio(best.step),
    cold: ratio(best.cold),
    warm: ratio(best.warm),
  };
}

function remark(root: string): number {
  // The package exports nothing but its command.
  const cli = join(projectRoot, 'node_modules/remark-cli/cli.js');
  const preset = fileURLToPath(import.meta.resolve('remark-preset-lint-recommended'));
  const options = ['--no-config', '--no-ignore', '--no-stdout', '--ext', 'mdx', '--use', preset];
  return timed(root, [cli, ...options, 'content']);
}

/** Milliseconds from the start of a process to its end; throws where it fails. */
function timed(cwd: string, command: readonly string[], day = ''): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, REDRESS_TODAY: day, NO_COLOR: '1' },
  });
  const ms = performance.now() - start;
  if (status !== 0)
    throw new Error(`${command.join(' ')} failed:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return ms;
}
