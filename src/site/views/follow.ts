import { type FeedFormat, type FollowedPart, feedFiles, feedPath } from '#playbook/paths.ts';
import { contentTypeNames, contentTypes } from '#schemas/index.ts';
import { absolute } from '../absolute.ts';
import type { SiteSource } from '../site-source.ts';
import { fromKey } from '../words.ts';

/** Changes that can be followed, in every format; there is none where nobody said where the site is published. */
export interface Follow {
  /** "All changes", "Policies", "Counterfeit". */
  label: string;
  of: FollowedPart;
  feeds: { format: FeedFormat; word: string; type: string; title: string; url: string }[];
}

const formats: Readonly<Record<FeedFormat, { word: string; type: string }>> = {
  atom: { word: 'Atom', type: 'application/atom+xml' },
  json: { word: 'JSON Feed', type: 'application/feed+json' },
};

/** Everything that can be followed: all changes, then by type, then by policy area. */
export function follows({ playbook }: SiteSource): { all: Follow; types: Follow[]; areas: Follow[] } {
  const { name, policyAreas } = playbook.organisation;
  const follow = (label: string, of: FollowedPart): Follow => ({
    label,
    of,
    feeds: (Object.keys(feedFiles) as FeedFormat[]).flatMap((format) => {
      const url = absolute(feedPath(format, of));
      return url ? [{ format, ...formats[format], title: `${name}: ${label}`, url }] : [];
    }),
  });
  return {
    all: follow('All changes', {}),
    types: contentTypeNames.map((type) => follow(fromKey(contentTypes[type].plural), { type })),
    areas: Object.entries(policyAreas).map(([area, { name }]) => follow(name, { area })),
  };
}
