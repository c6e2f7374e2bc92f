import { createHash } from 'node:crypto';
import type { Nodes } from 'mdast';
import type { Clause, Entry } from './entry.ts';

/** The digest of a text that was brought into its normal form: `sha256:` and 16 hexadecimal digits. */
export const digestOf = (text: string): string =>
  `sha256:${createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 16)}`;

/** What a clause says, as one line: code, title and words; wrapping, emphasis, lists and link targets do not count. */
export function clauseMeaning(policy: Entry<'policies'>, clause: Clause): string {
  const { children } = policy.tree;
  const start = children.findIndex(
    (node) => node.type === 'heading' && node.position?.start.line === clause.line,
  );
  const next = children.findIndex(
    (node, index) => index > start && node.type === 'heading' && node.depth === 2,
  );
  const body = children.slice(start + 1, next === -1 ? undefined : next);
  return `${clause.code} ${clause.title}\n${body.map(wordsOf).join(' ')}`.replace(/[^\S\n]+/g, ' ').trim();
}

const digests = new WeakMap<Clause, string>();

/** The digest of what a clause says; kept, because many macros reflect one clause. */
export function clauseDigest(policy: Entry<'policies'>, clause: Clause): string {
  const digest = digests.get(clause) ?? digestOf(clauseMeaning(policy, clause));
  digests.set(clause, digest);
  return digest;
}

const spaced: ReadonlySet<string> = new Set(['strong', 'emphasis', 'link', 'delete', 'linkReference']);

/** The words of a node; parts of a line are joined as they stand, blocks by a space. */
function wordsOf(node: Nodes): string {
  if ('value' in node && typeof node.value === 'string') return node.value.replace(/\s+/g, ' ');
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return `${node.alt ?? ''} ${node.url}`;
  if (!('children' in node)) return '';
  const inLine = node.type === 'paragraph' || node.type === 'heading' || spaced.has(node.type);
  const words = (node.children as Nodes[]).map(wordsOf).join(inLine ? '' : ' ');
  return outcomeOf(node) + words.trim();
}

/** The outcome of an example case is part of what it says. */
function outcomeOf(node: object): string {
  const { attributes } = node as { attributes?: readonly { name?: string; value?: unknown }[] };
  const outcome = attributes?.find(({ name }) => name === 'outcome')?.value;
  return typeof outcome === 'string' ? `${outcome}: ` : '';
}
