import { randomUUID } from 'node:crypto';
import { chmod, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Puts a new text in the place of a file, whole or not at all, with the file's permissions; throws where the disk refuses. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const fresh = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  const { mode } = await stat(path).catch(() => ({ mode: undefined }));
  try {
    await writeFile(fresh, text);
    if (mode !== undefined) await chmod(fresh, mode);
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
