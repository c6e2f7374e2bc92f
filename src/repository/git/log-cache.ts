import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeLog, encodeLog, type KeptLog } from './log-file.ts';

const fileName = 'commits';

/** The log kept in a folder, if there is one and it is whole; whether it fits is for the caller to see. */
export async function readKeptLog(folder: string): Promise<KeptLog | undefined> {
  const bytes = await readFile(join(folder, fileName)).catch(() => undefined);
  return bytes && decodeLog(bytes);
}

/** Keeps a log; nobody ever sees half of it. A folder that cannot be written costs time at the next run and nothing else. */
export async function keepLog(folder: string, kept: KeptLog): Promise<void> {
  const fresh = join(folder, `${fileName}.${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    // The folder may lie in any repository: it hides itself from that one's status.
    await writeFile(join(folder, '.gitignore'), '*\n');
    await writeFile(fresh, encodeLog(kept));
    await rename(fresh, join(folder, fileName));
  } catch {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}
