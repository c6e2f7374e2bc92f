import type { Root } from 'mdast';
import type { Issue, Position } from '#playbook/issue.ts';
import { nodesOf } from '#playbook/nodes.ts';
import { checkAddress, decoded } from './addresses.ts';
import { capped, problem, startOf } from './problem.ts';

/** One link or image of a body. */
export interface LinkUse extends Position {
  kind: 'link' | 'image';
  /** The address with its entities decoded, as written otherwise. */
  url: string;
  /** Decoded path from the site's root, '' for an anchor of the same page; undefined where it leaves the site. */
  path: string | undefined;
  /** Decoded text behind `#`, '' where there is none. */
  fragment: string;
}

/** Every link and image of a body, in order; definitions count as links. */
export function readLinks(tree: Root): LinkUse[] {
  const links: LinkUse[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') continue;
    const { line, column } = startOf(node);
    const [, path = '', fragment = ''] = /^([^#]*)#?(.*)$/s.exec(node.url) ?? [];
    const onSite = node.type !== 'image' && (path === '' || /^\/(?!\/)/.test(path));
    links.push({
      kind: node.type === 'image' ? 'image' : 'link',
      url: node.url,
      path: onSite ? (decoded(path) ?? path) : undefined,
      fragment: decoded(fragment) ?? fragment,
      line,
      column,
    });
  }
  return links;
}

/** Links whose address is not one that content may hold. Whether a path or an anchor exists is checked elsewhere. */
export function checkLinks(links: readonly LinkUse[], file: string): Issue[] {
  return capped(
    links.flatMap((link) => {
      const found = link.kind === 'link' ? checkAddress(link.url) : undefined;
      return found ? [problem(file, link, ...found)] : [];
    }),
  );
}
