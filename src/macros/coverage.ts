import type { Entry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { Rule } from '#schemas/decision-template.ts';
import { stateOf } from './state.ts';

/** One rule for the readers of one region in one language, and the macro that they get. */
export interface CoverageCell {
  template: Entry<'decision-templates'>;
  /** Its place in the table, from 0. */
  index: number;
  rule: Rule;
  region: string;
  language: string;
  /** What is sent; undefined where there is none. */
  macro: Entry<'macros'> | undefined;
  /** `covered`, `unapproved` (a macro that may not be sent), `hole`, or `none` where the rule says why nothing is sent. */
  state: 'covered' | 'unapproved' | 'hole' | 'none';
}

/** Every rule of every template in force, for each region and language in which its people are answered. */
export const coverageOf = (playbook: Playbook): CoverageCell[] =>
  playbook
    .ofType('decision-templates')
    .filter(({ data }) => data.status !== 'retired')
    .flatMap((template) => {
      const regions = template.data.regions ?? Object.keys(playbook.organisation.regions);
      return template.data.rules.flatMap((rule, index) =>
        regions.flatMap((region) =>
          languagesOf(playbook, region).map((language): CoverageCell => {
            const place = { template, index, rule, region, language };
            if (!rule.macro) return { ...place, macro: undefined, state: rule.noMacro ? 'none' : 'hole' };
            const macro = macroFor(playbook, rule.macro, region, language);
            const covered = macro && stateOf(playbook, macro).state === 'approved';
            return { ...place, macro, state: covered ? 'covered' : macro ? 'unapproved' : 'hole' };
          }),
        ),
      );
    });

/** The languages in which people of a region are answered: as organisation.yaml says, else its first language. */
export function languagesOf({ organisation }: Playbook, region: string): readonly string[] {
  const given = Object.hasOwn(organisation.regionLanguages, region)
    ? organisation.regionLanguages[region]
    : undefined;
  return given ?? Object.keys(organisation.languages).slice(0, 1);
}

/**
 * The macro that a rule's macro stands for in a region and language: itself or a translation of it, else one with the
 * same policy, outcome and audience that is written for that region. Retired macros and drafts do not count.
 */
function macroFor(
  playbook: Playbook,
  slug: string,
  region: string,
  language: string,
): Entry<'macros'> | undefined {
  const named = playbook.find('macros', slug);
  if (!named) return undefined;
  const serves = ({ data }: Entry<'macros'>) =>
    data.language === language && (data.region === undefined || data.region === region);
  const { families, siblings } = groupsOf(playbook);
  return (
    families.get(slug)?.find(serves) ??
    siblings.get(purposeOf(named))?.find((macro) => macro.data.region === region && serves(macro))
  );
}

/** Macros in force that may stand for one another. */
interface Groups {
  /** A macro and its translations, by its slug. */
  families: ReadonlyMap<string, readonly Entry<'macros'>[]>;
  /** Those that tell the same people the same, by policy, outcome and audience. */
  siblings: ReadonlyMap<string, readonly Entry<'macros'>[]>;
}

const groups = new WeakMap<Playbook, Groups>();

/** The groups of a playbook; made once, because every rule asks for each region and language. */
function groupsOf(playbook: Playbook): Groups {
  const known = groups.get(playbook);
  if (known) return known;
  const active = playbook.ofType('macros').filter(({ data }) => data.status === 'active');
  const made = {
    families: Map.groupBy(active, ({ slug, data }) => data.translates?.source ?? slug),
    siblings: Map.groupBy(active, purposeOf),
  };
  groups.set(playbook, made);
  return made;
}

const purposeOf = ({ data: { policy, outcome, audience } }: Entry<'macros'>): string =>
  [policy, outcome, audience].join(' ');

/** A row of the matrix page: one policy and outcome, and for each region and language the macros that serve it. */
export interface CoverageRow {
  policy: string;
  outcome: string;
  cells: {
    region: string;
    language: string;
    macros: Entry<'macros'>[];
    /** Rules that lead here and have no macro to send. */
    holes: { template: string; rule: string }[];
    /** Rules that say why nothing is sent. */
    none: { template: string; rule: string; because: string }[];
    /** Whether every macro may be sent. */
    approved: boolean;
  }[];
}

/** Policy and outcome by region and language, in the order of the templates and of the organisation's outcomes. */
export function coverageMatrix(playbook: Playbook): CoverageRow[] {
  const rows = new Map<string, CoverageRow>();
  for (const { template, rule, region, language, macro, state } of coverageOf(playbook)) {
    const { policy } = template.data;
    const key = `${policy} ${rule.outcome}`;
    const row: CoverageRow = rows.get(key) ?? { policy, outcome: rule.outcome, cells: [] };
    rows.set(key, row);
    let cell = row.cells.find((one) => one.region === region && one.language === language);
    if (!cell) {
      cell = { region, language, macros: [], holes: [], none: [], approved: true };
      row.cells.push(cell);
    }
    if (macro && !cell.macros.includes(macro)) cell.macros.push(macro);
    if (state === 'hole') cell.holes.push({ template: template.id, rule: rule.id });
    if (state === 'none')
      cell.none.push({ template: template.id, rule: rule.id, because: rule.noMacro ?? '' });
    if (state === 'unapproved') cell.approved = false;
  }
  const outcomes = Object.keys(playbook.organisation.outcomes);
  const policies = [...new Set([...rows.values()].map(({ policy }) => policy))];
  return [...rows.values()].sort(
    (a, b) =>
      policies.indexOf(a.policy) - policies.indexOf(b.policy) ||
      outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome),
  );
}
