import { type CoverageRow, coverageMatrix } from '#macros/coverage.ts';
import { helpdesks } from '#macros/helpdesks/helpdesks.ts';
import { clauseFragment, entryPath, listPath } from '#playbook/paths.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { helpdeskExports } from '../helpdesk-exports.ts';
import type { SiteSource } from '../site-source.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';
import { linksTo, type PageLink } from './page-link.ts';

/** The page that shows which outcomes have a macro for whom, and what helpdesks get. */
export interface CoverageView {
  /** Readers, one column each. */
  columns: { region: string; language: string }[];
  policies: { policy: PageLink | undefined; rows: { outcome: OutcomeView; cells: CellView[] }[] }[];
  /** How many of the cells that need a macro have one that may be sent. */
  covered: number;
  needed: number;
  holes: number;
  exports: { name: string; path: string; macros: number; withheld: number; errors: string[] }[];
}

/** What people of one region and language get for one outcome. */
export interface CellView {
  state: 'covered' | 'unapproved' | 'hole' | 'none' | 'absent';
  /** How many macros serve it, and the list of them. */
  macros: number;
  path: string;
  /** Rules that lead to no macro without a reason. */
  holes: PageLink[];
  /** Rules that say why nothing is sent, with the reason. */
  none: { rule: PageLink; because: string }[];
}

/** Collects the coverage page. */
export function coverageView({ playbook }: Pick<SiteSource, 'playbook'>): CoverageView {
  const { organisation } = playbook;
  const matrix = coverageMatrix(playbook);
  const keys = new Map(
    matrix.flatMap(({ cells }) =>
      cells.map(({ region, language }) => [`${region} ${language}`, { region, language }] as const),
    ),
  );
  const regions = Object.keys(organisation.regions);
  const order = [...keys.values()].sort((a, b) => regions.indexOf(a.region) - regions.indexOf(b.region));
  const policies = [...Map.groupBy(matrix, ({ policy }) => policy)].map(([policy, rows]) => ({
    policy: linksTo(playbook, 'policies', [policy])[0],
    rows: rows.map((row) => ({
      outcome: outcomeView(organisation, row.outcome),
      cells: order.map(({ region, language }) => cellView(row, region, language)),
    })),
  }));
  const cells = policies.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const count = (...states: CellView['state'][]) =>
    cells.filter(({ state }) => states.includes(state)).length;
  return {
    columns: order.map(({ region, language }) => ({
      region: organisation.regions[region] ?? region,
      language: organisation.languages[language] ?? language,
    })),
    policies,
    covered: count('covered'),
    needed: count('covered', 'unapproved', 'hole'),
    holes: count('hole'),
    exports: exportRows(playbook),
  };
}

function cellView({ policy, outcome, cells }: CoverageRow, region: string, language: string): CellView {
  const cell = cells.find((one) => one.region === region && one.language === language);
  const query = new URLSearchParams({ policy, outcome, language, region });
  const path = `${listPath('macros')}?${query}`;
  if (!cell) return { state: 'absent', macros: 0, path, holes: [], none: [] };
  const { macros, holes, none, approved } = cell;
  return {
    state: holes.length > 0 ? 'hole' : macros.length === 0 ? 'none' : approved ? 'covered' : 'unapproved',
    macros: macros.length,
    path,
    holes: holes.map(({ template, rule }) => ruleLink(template, rule)),
    none: none.map(({ template, rule, because }) => ({ rule: ruleLink(template, rule), because })),
  };
}

const ruleLink = (template: string, rule: string): PageLink => ({
  path: `${entryPath(template)}#${clauseFragment(rule)}`,
  text: rule,
});

const exportRows = (playbook: Playbook): CoverageView['exports'] =>
  helpdeskExports(playbook).map(({ helpdesk, macros, withheld, problems }) => ({
    name: helpdesks[helpdesk].name,
    path: `/exports/${helpdesk}.json`,
    macros: macros.length,
    withheld: withheld.length,
    errors: problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  }));
