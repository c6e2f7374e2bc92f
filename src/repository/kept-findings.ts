import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '#playbook/issue.ts';
import { inspectRepository } from './git/inspect-repository.ts';
import { inputDigest } from './input-digest.ts';
import { listFiles } from './list-files.ts';
import { projectRoot } from './playbook-root.ts';
import { replaceFile } from './replace-file.ts';

/** What a check of a whole playbook found. */
export interface Findings {
  issues: Issue[];
  /** How many entry files were read. */
  entries: number;
}

const folder = join(projectRoot, '.cache');
const file = join(folder, 'findings.json');

/** A digest of all that decides what a check finds: content, names and kinds of files, history, code and the day. */
export async function findingsKey(root: string, day: string): Promise<string> {
  const [files, history] = await Promise.all([listFiles(root), inspectRepository(root)]);
  return inputDigest(projectRoot, root, [day, JSON.stringify(files), JSON.stringify(history)]);
}

/** What the last check found, if it was of the same content with the same code on the same day. */
export async function readKeptFindings(key: string): Promise<Findings | undefined> {
  try {
    const { key: kept, ...findings } = JSON.parse(await readFile(file, 'utf8')) as Findings & { key: string };
    return kept === key ? findings : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what a check found; a folder that cannot be written costs time at the next run and nothing else. */
export async function keepFindings(key: string, findings: Findings): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await replaceFile(file, JSON.stringify({ key, ...findings }));
  } catch {
    return;
  }
}
