import type { AnyEntry, SiteLink } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { knownPaths, resolvePath } from '#playbook/links.ts';
import { didYouMean } from '#playbook/nearest.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { atPosition } from './at.ts';
import type { Check, CheckContext } from './check.ts';

/** Every link to a page of the site leads to a page, and every fragment to a heading on it. */
export const links: Check = {
  rules: [
    {
      name: 'link-dangling',
      explains: 'A link to a page of the site leads to a page that exists, at its present address.',
      bad: '[counterfeit](/policies/counterfiet/)',
      good: '[counterfeit](/policies/counterfeit/)',
    },
    {
      name: 'link-anchor',
      explains:
        'What follows # in a link is the id of a heading on the page: for a clause, its code in lower case.',
      bad: '[proof](/policies/counterfeit/#proof)',
      good: '[proof](/policies/counterfeit/#cf-2)',
    },
  ],
  run: (context) =>
    context.playbook.entries.flatMap((entry) =>
      entry.links.flatMap((link) => problemWith(entry, link, context)),
    ),
};

function problemWith(entry: AnyEntry, link: SiteLink, { playbook, unread }: CheckContext): Issue[] {
  if (link.path === '') return anchorProblem(entry, link, entry);
  const target = resolvePath(playbook, link.path);
  const dangling = (expected: string, hint: string) => [
    atPosition(entry.file, link, {
      rule: 'link-dangling',
      message: `Unexpected link to \`${link.path}\`, expected ${expected}`,
      hint,
    }),
  ];
  switch (target.kind) {
    case 'entry':
      return anchorProblem(entry, link, target.entry);
    case 'page':
      return [];
    case 'slash':
      return dangling(`\`${target.path}\``, 'Addresses of pages end with a slash.');
    case 'moved':
      return dangling(`\`/${target.entry.id}/\``, 'The entry has moved; the old address only redirects.');
    case 'none':
      return unread.ids.has(link.path.replace(/^\/|\/$/g, ''))
        ? []
        : dangling('the address of a page', nearestPath(playbook, link.path));
  }
}

function anchorProblem(entry: AnyEntry, link: SiteLink, target: AnyEntry): Issue[] {
  const slugs = target.headings.map(({ slug }) => slug);
  if (link.fragment === '' || slugs.includes(link.fragment)) return [];
  return [
    atPosition(entry.file, link, {
      rule: 'link-anchor',
      message: `Unexpected anchor \`#${link.fragment}\`, expected the id of a heading in ${target.file}`,
      hint: didYouMean(link.fragment, slugs),
    }),
  ];
}

/** The whole list of pages is no help, so only near names are told. */
const nearestPath = (playbook: Playbook, path: string): string => {
  const [, folder] = path.split('/');
  const paths = knownPaths(playbook);
  const same = paths.filter((known) => known.startsWith(`/${folder}/`));
  return didYouMean(path, same.length ? same : paths);
};
