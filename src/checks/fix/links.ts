import { resolvePath } from '#playbook/links.ts';
import { entryPath } from '#playbook/paths.ts';
import type { Fixer } from './fixer.ts';

/** Links at an old address or without the slash at the end, and anchors that are wrong in their capitals alone. */
export const links: Fixer = {
  mends: ['link-dangling', 'link-anchor'],
  edits({ source, entry, playbook, issues, offsetOf }) {
    if (!entry || !playbook) return [];
    return entry.links.flatMap((link) => {
      if (!issues.some(({ line, column }) => line === link.line && column === link.column)) return [];
      const target =
        link.path === '' ? ({ kind: 'entry', entry } as const) : resolvePath(playbook, link.path);
      const path =
        target.kind === 'slash'
          ? target.path
          : target.kind === 'moved'
            ? entryPath(target.entry.id)
            : link.path;
      const slugs = 'entry' in target ? target.entry.headings.map(({ slug }) => slug) : [];
      const lower = link.fragment.toLowerCase();
      const fragment = !slugs.includes(link.fragment) && slugs.includes(lower) ? lower : link.fragment;
      return replaced(source, offsetOf(link), addressOf(link), addressOf({ path, fragment }));
    });
  },
};

const addressOf = ({ path, fragment }: { path: string; fragment: string }): string =>
  fragment ? `${path}#${fragment}` : path;

/** The edit of an address in the link that begins at an offset; none where it is written in another way than it reads. */
function replaced(source: string, from: number, address: string, instead: string) {
  const found = source.indexOf(`](${address}`, from);
  const start = found + 2;
  const end = start + address.length;
  const isIt = found !== -1 && !source.slice(from, found).includes('](') && /[\s)]/.test(source[end] ?? '');
  return isIt && address !== instead ? [{ start, end, text: instead }] : [];
}
