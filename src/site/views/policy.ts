import type { Entry } from '#playbook/entry.ts';
import type { SiteSource } from '../site-source.ts';
import { fromKey } from '../words.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';
import { linkTo, type PageLink } from './page-link.ts';

/** What a policy's page shows besides its clauses. */
export interface PolicyView {
  area: string;
  severity: string;
  dsa: string;
  clauses: { code: string; slug: string; title: string }[];
  /** One column for each number of prior strikes. */
  ladder: { strikes: string; actions: { key: string; name: string }[]; note: string | undefined }[];
  legalBases: LegalBasisView[];
  templates: PageLink[];
  macros: { outcome: OutcomeView; links: PageLink[]; rest: number }[];
}

interface LegalBasisView {
  name: string;
  jurisdiction: string;
  says: string;
  source: string | undefined;
  from: string | undefined;
  to: string | undefined;
  verifiedOn: string | undefined;
}

const strikeWords = { '0': 'No prior strike', '1': 'One prior strike', '2+': 'Two or more' } as const;

/** More macros of one outcome than this are left to the list page. */
const mostMacros = 6;

/** Collects what a policy's page shows. */
export function policyView({ playbook }: SiteSource, { slug, data, clauses }: Entry<'policies'>): PolicyView {
  const { organisation } = playbook;
  return {
    area: `${data.area} ${organisation.policyAreas[data.area]?.name ?? ''}`,
    severity: data.severity,
    dsa: [data.dsa.category, ...data.dsa.keywords].map(fromKey).join(': '),
    clauses: clauses.map(({ code, slug, title }) => ({ code, slug, title })),
    ladder: data.ladder.map(({ strikes, actions, note }) => ({
      strikes: strikeWords[strikes],
      actions: actions.map((key) => ({ key, name: organisation.enforcementActions[key]?.name ?? '' })),
      note,
    })),
    legalBases: data.legalBases.map(({ instrument, provision, effectiveFrom, effectiveTo, ...basis }) => ({
      name: `${instrument}, ${provision}`,
      jurisdiction: basis.jurisdiction,
      says: basis.says,
      source: basis.source,
      from: effectiveFrom,
      to: effectiveTo,
      verifiedOn: basis.verifiedOn,
    })),
    templates: playbook
      .ofType('decision-templates')
      .filter((template) => template.data.policy === slug && template.data.status !== 'retired')
      .map((template) => linkTo(playbook, template)),
    macros: macrosByOutcome(playbook, slug),
  };
}

function macrosByOutcome(playbook: SiteSource['playbook'], policy: string): PolicyView['macros'] {
  const macros = playbook
    .ofType('macros')
    .filter(({ data }) => data.policy === policy && data.status !== 'retired');
  return Object.keys(playbook.organisation.outcomes).flatMap((key) => {
    const group = macros.filter(({ data }) => data.outcome === key);
    if (group.length === 0) return [];
    return [
      {
        outcome: outcomeView(playbook.organisation, key),
        links: group.slice(0, mostMacros).map((macro) => linkTo(playbook, macro)),
        rest: Math.max(0, group.length - mostMacros),
      },
    ];
  });
}
