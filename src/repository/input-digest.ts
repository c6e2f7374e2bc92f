import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of the project that decide what a build looks like, besides the content. */
const projectFiles = ['{src,schemas,scripts}/**/*', 'astro.config.mjs', 'package-lock.json'];

/** A digest of all that a build depends on: code, content, commit, day and settings; sha256 in hex. */
export async function inputDigest(
  project: string,
  root: string,
  settings: readonly string[],
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const [folder, patterns] of [
    [project, projectFiles],
    [root, ['content/**/*']],
  ] as const) {
    const paths = await Array.fromAsync(glob(patterns, { cwd: folder, withFileTypes: true }));
    const files = paths.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
    for (const file of files.sort())
      hash
        .update(file.slice(folder.length))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
  }
  return hash.digest('hex');
}
