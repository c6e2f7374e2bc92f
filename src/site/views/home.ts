import type { AnyEntry } from '#playbook/entry.ts';
import { entryPath, listPath } from '#playbook/paths.ts';
import type { SiteSource } from '../site-source.ts';
import { dueRows } from './due.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';
import { linkTo, type PageLink } from './page-link.ts';

/** What the home page offers, by task. */
export interface HomeView {
  title: string;
  /** Every policy area; with the page that decides an appeal in it, or the policy, where there is one. */
  areas: { key: string; name: string; path: string | undefined }[];
  guidance: PageLink[];
  macros: { outcome: OutcomeView; path: string; count: number }[];
  due: { overdue: number; soon: number };
}

const mostGuidance = 12;

/** Collects the home page. */
export function homeView(source: SiteSource): HomeView {
  const { playbook } = source;
  const { organisation } = playbook;
  const due = dueRows(source);
  return {
    title: organisation.name,
    areas: Object.entries(organisation.policyAreas).map(([key, { name }]) => ({
      key,
      name,
      path: areaPath(source, key),
    })),
    guidance: mostUsed(source).map((entry) => linkTo(playbook, entry)),
    macros: Object.keys(organisation.outcomes).flatMap((key) => {
      const count = playbook
        .ofType('macros')
        .filter(({ data }) => data.outcome === key && data.status === 'active').length;
      const path = `${listPath('macros')}?outcome=${encodeURIComponent(key)}`;
      return count === 0 ? [] : [{ outcome: outcomeView(organisation, key), path, count }];
    }),
    due: { overdue: due.overdue.length, soon: due.soon.length },
  };
}

/** The page that decides an appeal in a policy area, else its policy, else nothing yet. */
function areaPath({ playbook }: SiteSource, area: string): string | undefined {
  const policy = playbook
    .ofType('policies')
    .find(({ data }) => data.area === area && data.status === 'active');
  const template =
    policy &&
    playbook
      .ofType('decision-templates')
      .find(({ data }) => data.policy === policy.slug && data.status === 'active');
  const page = template ?? policy;
  return page && entryPath(page.id);
}

/** Policies and evidence standards that most others rest on. */
function mostUsed({ playbook, usedBy }: SiteSource): AnyEntry[] {
  const uses = (entry: AnyEntry) => usedBy.get(entry.id)?.length ?? 0;
  return [...playbook.ofType('policies'), ...playbook.ofType('evidence-standards')]
    .filter(({ data }) => data.status === 'active')
    .sort((a, b) => uses(b) - uses(a) || (a.id < b.id ? -1 : 1))
    .slice(0, mostGuidance);
}
