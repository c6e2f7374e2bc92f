import type { ContentType } from '#schemas/index.ts';

/** A component that authors may use. */
export interface ComponentRule {
  /** Attribute to its values: a list of them, or what the text must match. */
  attributes: Readonly<Record<string, readonly string[] | RegExp>>;
  /** Attributes that must be there. */
  requires?: readonly string[];
  /** The component directly inside which it stands. */
  parent?: string;
  /** What it holds, and nothing else: so many of one component. */
  holds?: { component: string; count: number };
  /** Whether it may stand within a line of text; otherwise it stands on lines of its own. */
  inline?: boolean;
  /** Content types in whose entries it may stand; all where left out. */
  where?: readonly ContentType[];
}

/** The components that authors may use, by name. */
export type ComponentTable = Readonly<Record<string, ComponentRule>>;

/** One key or several, `EU` or `EU, UK`. */
const keys = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:(?:, ?| )[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*$/;

/** The list; `site/components.ts` says how each is shown. */
export const components: ComponentTable = {
  BoundaryPair: {
    attributes: { fact: /^[a-zA-Z0-9][a-zA-Z0-9_+-]*$/ },
    holds: { component: 'Case', count: 2 },
  },
  Case: {
    attributes: { outcome: /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/ },
    requires: ['outcome'],
    parent: 'BoundaryPair',
  },
  When: {
    attributes: { region: keys, language: keys, outcome: keys, audience: ['seller', 'buyer', 'notifier'] },
    inline: true,
    where: ['macros', 'passages'],
  },
  Passage: {
    attributes: { id: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ },
    requires: ['id'],
    where: ['macros'],
  },
  Covers: {
    attributes: { requirement: keys },
    requires: ['requirement'],
    inline: true,
    where: ['macros', 'passages'],
  },
  Note: { attributes: { kind: ['tip', 'caution', 'legal'] }, requires: ['kind'] },
};
