import { Worker } from 'node:worker_threads';
import { hostileCorpus } from '#test/helpers/hostile-corpus.ts';
import type { HostileReport, HostileTask } from '#test/helpers/hostile-worker.ts';
import { longestMs } from '#test/helpers/judge-file.ts';

/** One kind of hostile file, as it is printed. */
export interface Row {
  kind: string;
  files: number;
  /** Entries that are still sound: a mutation may change a word. */
  accepted: number;
  refused: number;
  /** Processor time of the slowest file. */
  slowestMs: number;
  breaches: number;
}

const mutations = 100_000;

/**
 * Lets the gate judge every file of the hostile corpus in every type of entry, and mutations of the shipped entries;
 * throws where one is told without a place, crashes, hangs, takes over a second, or is accepted and holds what acts.
 */
export async function bench(): Promise<Row[]> {
  const corpus = hostileCorpus({ everyType: true }).length;
  const breaches: string[] = [];
  const rows: Row[] = [];
  for (const [kind, count] of [
    ['corpus', corpus],
    ['mutations', mutations],
  ] as const) {
    const half = Math.ceil(count / 2);
    const reports = await Promise.all([watched(kind, 0, half), watched(kind, half, count)]);
    const told = reports.flatMap((report) => report.breaches);
    breaches.push(...told);
    const files = reports.reduce((sum, report) => sum + report.files, 0);
    const accepted = reports.reduce((sum, report) => sum + report.accepted, 0);
    const slowestMs = Math.round(Math.max(...reports.map((report) => report.slowestMs)));
    rows.push({ kind, files, accepted, refused: files - accepted, slowestMs, breaches: told.length });
  }
  if (breaches.length > 0)
    throw new Error(`The gate was breached ${breaches.length} times:\n${breaches.slice(0, 50).join('\n')}`);
  return rows;
}

/** Runs a worker, and ends it where it stays at one file for much longer than any may take. */
function watched(kind: HostileTask['kind'], from: number, to: number): Promise<HostileReport> {
  const task: HostileTask = { kind, from, to, progress: new SharedArrayBuffer(4) };
  const at = new Int32Array(task.progress);
  at[0] = -1;
  const worker = new Worker(new URL('../helpers/hostile-worker.ts', import.meta.url), { workerData: task });
  return new Promise((done, fail) => {
    let last = -1;
    const timer = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now === last && now !== -1) {
        clearInterval(timer);
        void worker.terminate();
        fail(new Error(`The gate hangs at number ${now} of ${kind}.`));
      }
      last = now;
    }, 10 * longestMs);
    const settle = (finish: () => void) => {
      clearInterval(timer);
      finish();
    };
    worker.once('message', (report: HostileReport) => settle(() => done(report)));
    worker.once('error', (error) => settle(() => fail(error)));
  });
}
