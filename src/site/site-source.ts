import type { Playbook } from '#playbook/playbook.ts';
import type { BackLink } from '#playbook/references.ts';
import type { GitState } from '#repository/git-state.ts';
import type { Past } from './past.ts';
import type { Ahead } from './two-clocks.ts';

/** Everything that the pages are made from. */
export interface SiteSource {
  /** The folder that holds content/. */
  root: string;
  /** With the texts in force on the day of the build. */
  playbook: Playbook;
  /** Entries of which a text is merged that applies later, by id. */
  ahead: ReadonlyMap<string, Ahead>;
  /** For each entry id, who uses it. */
  usedBy: ReadonlyMap<string, readonly BackLink[]>;
  /** The day on which the site is built, as an ISO date. */
  today: string;
  git: GitState;
  /** Where the repository is browsed; overrides organisation.yaml. */
  repositoryUrl: string | undefined;
}

/** A source that can be read again, and the folder that it was read from. */
export interface OpenSource {
  root: string;
  /** Throws where the playbook could not be read. */
  current: () => SiteSource;
  /** The history behind it, read at the first question. */
  past: () => Promise<Past>;
  /** Reads again; keeps the last good source where organisation.yaml is broken. */
  reload: () => Promise<void>;
}

/**
 * Configuration, collections and pages run in one process but in three module graphs, so a module variable
 * would be three variables; the registry of symbols is shared by all.
 */
const place = Symbol.for('redress.site-source');
const shared = globalThis as { [place]?: OpenSource };

/** Makes a source the one that collections and pages see. */
export const provideSource = (source: OpenSource): void => {
  shared[place] = source;
};

/** The source that astro.config.mjs opened. */
export const siteSource = (): SiteSource => openedSource().current();

/** The same, with its history. */
export function openedSource(): OpenSource {
  const source = shared[place];
  if (!source) throw new Error('No playbook was opened: astro.config.mjs does that first.');
  return source;
}
