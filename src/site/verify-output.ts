import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page has its text where its main region holds more than white space and tags. */
const mainRegion = /<main[\s>][\s\S]*?<\/main>/;

/** The ids of entries whose page is missing or empty in a built site. */
export async function missingPages(folder: string, ids: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const id of ids) {
    const html = await readFile(join(folder, id, 'index.html'), 'utf8').catch(() => '');
    const main = mainRegion.exec(html)?.[0] ?? '';
    if (main.replace(/<[^>]*>/g, '').trim() === '') missing.push(id);
  }
  return missing;
}
