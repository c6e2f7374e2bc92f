import type { Entry } from '#playbook/entry.ts';
import type { When } from '#schemas/decision-template.ts';
import type { SiteSource } from '../site-source.ts';
import { countOf, fromKey } from '../words.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';
import { clauseLinks, linksTo, type PageLink } from './page-link.ts';
import { type RuleCell, ruleCells } from './rule-table.ts';

/** What a decision template's page shows. */
export interface TemplateView {
  policy: PageLink | undefined;
  clauses: PageLink[];
  /** "6 facts, 14 rules". */
  size: string;
  actions: { key: string; name: string }[];
  standardOfProof: string;
  hit: string;
  facts: FactView[];
  exclusions: { when: string; because: string }[];
  rules: RuleView[];
  /** Those that were overturned are history. */
  precedents: { link: PageLink; outcome: OutcomeView; overturned: boolean }[];
}

interface FactView {
  name: string;
  label: string;
  ask: string;
  values: { name: string; sentence: string }[];
  evidence: { link: PageLink; grade: string }[];
}

interface RuleView {
  id: string;
  cells: RuleCell[];
  outcome: OutcomeView;
  because: string;
  authority: string | undefined;
  macro: PageLink | undefined;
  escalation: PageLink | undefined;
}

const hitWords = {
  unique: 'Each combination is matched by one rule.',
  first: 'Read from the top: the first rule that matches decides.',
} as const;

/** Collects what a decision template's page shows. */
export function templateView(source: SiteSource, { slug, data }: Entry<'decision-templates'>): TemplateView {
  const { playbook } = source;
  const { organisation } = playbook;
  const names = Object.keys(data.facts);
  const cells = ruleCells(data.rules, names);
  return {
    policy: linksTo(playbook, 'policies', [data.policy])[0],
    clauses: clauseLinks(playbook, data.clauses),
    size: `${countOf(names.length, 'fact')}, ${countOf(data.rules.length, 'rule')}`,
    actions: data.actions.map((key) => ({ key, name: organisation.enforcementActions[key]?.name ?? '' })),
    standardOfProof: fromKey(data.standardOfProof),
    hit: hitWords[data.hit],
    facts: Object.entries(data.facts).map(([name, fact]) => ({
      name,
      label: fromKey(name),
      ask: fact.ask,
      values: Object.entries(fact.values).map(([value, sentence]) => ({ name: value, sentence })),
      evidence: fact.evidence.flatMap((standard) => {
        const link = linksTo(playbook, 'evidence-standards', [standard])[0];
        const grade = playbook.find('evidence-standards', standard)?.data.grade;
        return link && grade ? [{ link, grade }] : [];
      }),
    })),
    exclusions: data.exclusions.map(({ when, because }) => ({ when: conditions(when), because })),
    rules: data.rules.map((rule, index) => ({
      id: rule.id,
      cells: cells[index] ?? [],
      outcome: outcomeView(organisation, rule.outcome),
      because: rule.because,
      authority: rule.authority && (organisation.roles[rule.authority]?.name ?? rule.authority),
      macro: linksTo(playbook, 'macros', rule.macro ? [rule.macro] : [])[0],
      escalation: linksTo(playbook, 'escalation-paths', rule.escalation ? [rule.escalation] : [])[0],
    })),
    precedents: playbook
      .ofType('precedents')
      .filter((precedent) => precedent.data.template === slug && precedent.data.status === 'active')
      .slice(0, mostPrecedents)
      .flatMap((precedent) => {
        const link = linksTo(playbook, 'precedents', [precedent.slug])[0];
        const { outcome, overturnedBy } = precedent.data;
        return link
          ? [{ link, outcome: outcomeView(organisation, outcome), overturned: overturnedBy !== undefined }]
          : [];
      }),
  };
}

/** The page names the precedents that it needs, not every one; the rail counts them all. */
const mostPrecedents = 12;

/** "authenticity refuted, provenance partial or none". */
const conditions = (when: When): string =>
  Object.entries(when)
    .map(([fact, values]) => `${fromKey(fact).toLowerCase()} ${[values].flat().join(' or ')}`)
    .join(', ');
