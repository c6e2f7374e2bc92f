import type { Root } from 'mdast';
import type { ContentType, DataOf } from '#schemas/index.ts';
import type { Position } from './issue.ts';

/** A key path into frontmatter, `['rules', 2, 'when', 'authenticity']`. */
export type FieldPath = readonly (string | number)[];

/** A heading of an entry's body. */
export interface Heading extends Position {
  depth: number;
  text: string;
  /** The id of its element, unique in the entry: the fragment of its address. */
  slug: string;
}

/** One clause of a policy: its `## CF-1 Title` heading and everything up to the next one. */
export interface Clause extends Position {
  /** `CF-1`. */
  code: string;
  title: string;
  /** The id of its heading, the code in lower case: `cf-1`. */
  slug: string;
  /** Source text below the heading, trimmed. */
  text: string;
}

/** A link in a body to a page of this site or to a heading of the same page. */
export interface SiteLink extends Position {
  /** Decoded path from the site's root, `/policies/counterfeit/`; '' for a heading of the same page. */
  path: string;
  /** What follows `#`, '' where there is none. */
  fragment: string;
}

/** One file under content/, read, checked and parsed. Positions in it count from the first line of the file. */
export interface Entry<T extends ContentType = ContentType> {
  /** `<folder>/<slug>`. */
  id: string;
  type: T;
  slug: string;
  /** Path from the playbook root, `content/policies/counterfeit.mdx`. */
  file: string;
  data: DataOf<T>;
  /** Text after the frontmatter. */
  body: string;
  /** The body as mdast, from the parser that the site uses. */
  tree: Root;
  headings: readonly Heading[];
  /** Clauses of a policy; empty for every other type. */
  clauses: readonly Clause[];
  /** Links to pages of this site, in order. */
  links: readonly SiteLink[];
  /** Position of a frontmatter value: of the nearest ancestor where the path itself is not there. */
  positionOf: (path: FieldPath) => Position;
  /** Position of the key at the end of a path, such as the name of a fact. */
  keyPositionOf: (path: FieldPath) => Position;
}

/** An entry of any type, told apart by `type`. */
export type AnyEntry = { [T in ContentType]: Entry<T> }[ContentType];
