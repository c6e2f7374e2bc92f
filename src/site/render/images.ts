import { posix } from 'node:path';
import { visit } from 'unist-util-visit';
import type { Playbook } from '#playbook/playbook.ts';

/** Address of an image that stands beside an entry, from the site's root: `/policies/seal.png` for `./seal.png`. */
export const imagePath = (entryFile: string, source: string): string =>
  posix.join('/', posix.dirname(entryFile).replace(/^content\//, ''), decodeURI(source));

/** Every image that a body shows: its file from the playbook root and its address. */
export function imagesOf(playbook: Playbook): { file: string; path: string }[] {
  const files = new Map<string, string>();
  for (const entry of playbook.entries) {
    visit(entry.tree, 'image', ({ url }) => {
      files.set(posix.join(posix.dirname(entry.file), decodeURI(url)), imagePath(entry.file, url));
    });
  }
  return [...files].map(([file, path]) => ({ file, path }));
}
