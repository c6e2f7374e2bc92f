import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The time zone (IANA name) in which the organisation of the playbook at `root` counts its days; UTC where its file
 * names none that exists. Read by itself, because a command may need the day before, or without, all the rest.
 */
export async function timeZoneOf(root: string): Promise<string> {
  const text = await readFile(join(root, 'content/organisation.yaml'), 'utf8').catch(() => '');
  const name = /^timeZone:[ \t]*(["']?)([\w/+-]+)\1[ \t]*(?:#.*)?$/m.exec(text)?.[2];
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
