import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { hostileCorpus } from './hostile-corpus.ts';
import { judgeFile } from './judge-file.ts';
import { mutated } from './mutations.ts';
import { Random } from './random.ts';

/** What a worker is to do: files of the corpus or mutations by their seeds, from one number up to another. */
export interface HostileTask {
  kind: 'corpus' | 'mutations';
  from: number;
  to: number;
  /** Where the worker writes the number that it is at, for whoever watches that it moves. */
  progress: SharedArrayBuffer;
}

/** What a worker saw. */
export interface HostileReport {
  files: number;
  accepted: number;
  slowestMs: number;
  breaches: string[];
}

const { kind, from, to, progress } = workerData as HostileTask;
const at = new Int32Array(progress);
const { playbook, files } = await readPlaybook(projectRoot);
if (!playbook) throw new Error('The shipped playbook cannot be read.');
const texts = files.map((file) => readFileSync(join(projectRoot, file)));
const corpus = kind === 'corpus' ? hostileCorpus({ everyType: true }) : [];
const report: HostileReport = { files: 0, accepted: 0, slowestMs: 0, breaches: [] };
for (let number = from; number < to; number++) {
  Atomics.store(at, 0, number);
  const { name, path, bytes } = corpus[number] ?? mutation(number);
  const { ms, accepted, breaches } = await judgeFile(path, bytes, playbook.organisation);
  report.files++;
  report.slowestMs = Math.max(report.slowestMs, ms);
  if (accepted) report.accepted++;
  report.breaches.push(...breaches.map((breach) => `${name} (${path}): ${breach}`));
  if (accepted && kind === 'corpus') report.breaches.push(`${name} (${path}): accepted`);
}
parentPort?.postMessage(report);

function mutation(seed: number): { name: string; path: string; bytes: Uint8Array } {
  const random = new Random(seed);
  const index = random.below(files.length);
  const bytes = mutated(texts[index] as Uint8Array, texts, random);
  return { name: `mutation ${seed}`, path: files[index] as string, bytes };
}
