import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/** Puts a finished build in the place of the old one by renaming; the old one comes back if that fails. */
export async function publish(fresh: string, place: string): Promise<void> {
  const old = `${place}.old`;
  await rm(old, { recursive: true, force: true });
  const replaces = existsSync(place);
  if (replaces) await rename(place, old);
  try {
    await rename(fresh, place);
  } catch (error) {
    if (replaces) await rename(old, place);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
