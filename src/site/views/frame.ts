import type { AnyEntry } from '#playbook/entry.ts';
import { revisionPath } from '#playbook/paths.ts';
import { contentTypes } from '#schemas/index.ts';
import type { Past } from '../past.ts';
import { periodOn } from '../past-texts.ts';
import type { SiteSource } from '../site-source.ts';
import { type AheadView, aheadView } from './ahead.ts';
import { type Section, sectionsOf } from './navigation.ts';
import { codeOf, type PageLink } from './page-link.ts';
import { type Rail, railOf, replacementOf } from './rail.ts';
import { repositoryUrlOf } from './repository-url.ts';

/** What every entry page shows around its own design. */
export interface EntryFrame {
  kind: string;
  code: string | undefined;
  title: string;
  summary: string;
  rail: Rail;
  replacement: PageLink | undefined;
  sections: Section[];
  /** Headings of the body of the first two depths below the title. */
  headings: { depth: number; slug: string; text: string }[];
  editUrl: string | undefined;
  /** What comes into force later. */
  ahead: AheadView | undefined;
  /** Permalink of the text that is shown; undefined where no commit holds it. */
  cite: string | undefined;
}

/** The frame of one entry's page. */
export function frameOf(source: SiteSource, past: Past, entry: AnyEntry): EntryFrame {
  const { playbook } = source;
  return {
    kind:
      entry.type === 'decision-templates'
        ? contentTypes[entry.type].section
        : contentTypes[entry.type].singular,
    code: codeOf(playbook, entry),
    title: entry.data.title,
    summary: entry.data.summary,
    rail: railOf(source, past, entry),
    replacement: replacementOf(playbook, entry),
    sections: sectionsOf(playbook, entry),
    headings: entry.headings
      .filter(({ depth }) => depth <= 3)
      .map(({ depth, slug, text }) => ({ depth, slug, text })),
    editUrl: editUrlOf(source, entry),
    ahead: aheadView(entry.id, source.ahead.get(entry.id)),
    cite: citeOf(source, past, entry),
  };
}

/** The revision that is shown: the newest one, unless the text in force is an older one. */
function citeOf({ ahead, git }: SiteSource, past: Past, { id, file }: AnyEntry): string | undefined {
  const known = past.entries.get(id);
  const held = ahead.get(id)?.early === false;
  const shown = held ? known && periodOn(known, past.today)?.text : known?.periods[0]?.text;
  if (!shown?.blob || (git.uncommitted.has(file) && !held)) return undefined;
  return revisionPath(id, shown.commit);
}

/** Where the file is edited; undefined where nobody said where the repository is browsed. */
function editUrlOf(source: SiteSource, { file }: AnyEntry): string | undefined {
  const url = repositoryUrlOf(source);
  const branch = source.playbook.organisation.repository?.branch ?? 'main';
  return url && `${url}/edit/${branch}/${source.git.prefix}${file}`;
}
