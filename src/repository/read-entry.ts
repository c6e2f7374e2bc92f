import type { Root } from 'mdast';
import { withoutDisables } from '#playbook/disable-comment.ts';
import type { AnyEntry, SiteLink } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { type ContentType, contentTypes } from '#schemas/index.ts';
import type { Organisation } from '#schemas/organisation.ts';
import { checkBytes } from './gate/bytes.ts';
import { components } from './gate/components.ts';
import { maximumTextBytes } from './gate/file-names.ts';
import { readFrontmatter } from './gate/frontmatter.ts';
import { checkLinks, type LinkUse, readLinks } from './gate/links.ts';
import { parseBody } from './gate/parse-body.ts';
import { checkBody } from './gate/safe-subset.ts';
import { checkReferences } from './gate/spelled-characters.ts';
import { readClauses, readHeadings } from './headings.ts';
import { readDocument } from './read-document.ts';

/** One file, read: the entry where it is sound enough to be used, and everything that is wrong with it. */
export interface ReadEntry {
  entry: AnyEntry | undefined;
  /** The body, even of a broken entry, so that its images are checked with the rest; undefined where it does not parse. */
  tree: Root | undefined;
  /** Codes of clauses found even where the entry is broken, so that references to them are not reported as well. */
  clauses: readonly string[];
  issues: Issue[];
}

/** Turns the bytes of `content/<type>/<slug>.mdx` into an entry or issues; pure. */
export function readEntry(
  bytes: Uint8Array,
  file: string,
  organisation: Organisation | undefined,
): ReadEntry {
  const [, type, name] = file.split('/') as [string, ContentType, string];
  const slug = name.replace(/\.mdx$/, '');
  const { text, issues } = checkBytes(bytes, file);
  const unread = {
    entry: undefined,
    tree: undefined,
    clauses: clauseCodesIn(text ?? rawText(bytes)),
    issues,
  };
  if (text === undefined) return unread;

  const front = readFrontmatter(text, file);
  const { schema } = contentTypes[type];
  const document = readDocument(schema, front, file);
  issues.push(...document.issues);

  const body = withoutDisables(front.body);
  const parsed = parseBody(body, front.bodyLine, file);
  issues.push(...parsed.issues);
  if (!parsed.tree) return unread;
  const { tree } = parsed;
  const links = readLinks(tree);
  issues.push(
    ...checkBody(tree, {
      file,
      type,
      components,
      source: text,
      variables: variablesOf(type, front.data, organisation),
    }).filter(({ rule }) => (organisation && front.data !== undefined) || rule !== 'mdx-variable'),
    ...checkLinks(links, file),
    ...checkReferences(tree, text, file),
  );

  const headings = readHeadings(tree);
  const clauses = type === 'policies' ? readClauses(headings, body, front.bodyLine) : [];
  if (issues.length > 0 || document.data === undefined) return { ...unread, tree };
  const entry = {
    id: `${type}/${slug}`,
    type,
    slug,
    file,
    data: document.data,
    body,
    tree,
    headings,
    clauses,
    links: links.flatMap(siteLink),
    positionOf: front.positionOf,
    keyPositionOf: front.keyPositionOf,
  } as AnyEntry;
  return { entry, tree, clauses: clauses.map(({ code }) => code), issues };
}

/** The beginning of a file whose bytes were refused, for nothing but codes to be looked for in it. */
const rawText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, maximumTextBytes));

/** Clause codes as they stand in text that may not parse. */
const clauseCodesIn = (text: string): string[] =>
  [...text.matchAll(/^## ([A-Z]{2,4}-\d+) /gm)].map(([, code]) => code ?? '');

/** The names that a text may use: the organisation's variables, and in a macro its own; none in any other type. */
function variablesOf(
  type: ContentType,
  data: unknown,
  organisation: Organisation | undefined,
): ReadonlySet<string> | undefined {
  if (type !== 'macros' && type !== 'passages') return undefined;
  const own = (data as { variables?: object } | undefined)?.variables ?? {};
  return new Set([...Object.keys(own), ...Object.keys(organisation?.variables ?? {})]);
}

/** A link to a page of this site or to a heading of the same page; any other leads elsewhere and is not followed. */
const siteLink = ({ kind, path, fragment, line, column }: LinkUse): SiteLink[] =>
  kind === 'link' && path !== undefined ? [{ path, fragment, line, column }] : [];
