import type { AnyEntry } from '#playbook/entry.ts';
import { contentTypes } from '#schemas/index.ts';
import type { SiteSource } from '../site-source.ts';
import { type Section, sectionsOf } from './navigation.ts';
import { codeOf, type PageLink } from './page-link.ts';
import { type Rail, railOf, replacementOf } from './rail.ts';

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
}

/** The frame of one entry's page. */
export function frameOf(source: SiteSource, entry: AnyEntry): EntryFrame {
  const { playbook } = source;
  return {
    kind:
      entry.type === 'decision-templates'
        ? contentTypes[entry.type].section
        : contentTypes[entry.type].singular,
    code: codeOf(playbook, entry),
    title: entry.data.title,
    summary: entry.data.summary,
    rail: railOf(source, entry),
    replacement: replacementOf(playbook, entry),
    sections: sectionsOf(playbook, entry),
    headings: entry.headings
      .filter(({ depth }) => depth <= 3)
      .map(({ depth, slug, text }) => ({ depth, slug, text })),
    editUrl: editUrlOf(source, entry),
  };
}

/** Where the file is edited; undefined where nobody said where the repository is browsed. */
function editUrlOf({ playbook, git, repositoryUrl }: SiteSource, { file }: AnyEntry): string | undefined {
  const { repository } = playbook.organisation;
  const url = repositoryUrl ?? repository?.url;
  return url && `${url.replace(/\/$/, '')}/edit/${repository?.branch ?? 'main'}/${git.prefix}${file}`;
}
