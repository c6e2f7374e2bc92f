import { replay } from '#decisions/replay.ts';
import type { Entry } from '#playbook/entry.ts';
import { clausePath, entryPath } from '#playbook/paths.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { DecisionTable, Rule } from '#schemas/decision-template.ts';
import type { Grade } from '#schemas/evidence-standard.ts';
import type { Organisation } from '#schemas/organisation.ts';
import type { Precedent } from '#schemas/precedent.ts';
import type { SiteSource } from '../site-source.ts';
import { codeOf } from './page-link.ts';

/** Everything that the script of a decision template's page works with; paths count from the site's root. */
export interface DecisionData {
  /** Slug of the template. */
  template: string;
  title: string;
  /** Code of its policy. */
  code: string | undefined;
  /** The day since which it is in force, as an ISO date. */
  effective: string;
  table: DecisionTable;
  /** Each by its key in organisation.yaml; only those that the rules and precedents name. */
  outcomes: Record<string, Organisation['outcomes'][string]>;
  roles: Record<string, Pick<Organisation['roles'][string], 'name' | 'rank' | 'within' | 'secondReviewer'>>;
  /** Each by its slug. */
  macros: Record<string, LinkData>;
  escalations: Record<string, EscalationData>;
  standards: Record<string, StandardData>;
  /** The clauses that it applies, by code. */
  clauses: Record<string, LinkData>;
  /** Latest first. */
  precedents: PrecedentData[];
}

/** A page to go to. */
export interface LinkData {
  path: string;
  title: string;
}

/** Where a case goes, and with what. */
export interface EscalationData extends LinkData {
  team: string;
  answerWithin: string;
  byDefault: string;
  packet: string[];
}

/** An evidence standard with its checklist. */
export interface StandardData extends LinkData {
  code: string;
  grade: Grade;
  checks: string[];
  request: string;
}

/** A decided case. */
export interface PrecedentData extends LinkData {
  outcome: string;
  facts: Record<string, string>;
  teaches: string;
  /** The rule that decides it today. */
  rule: string | undefined;
  overturned: Precedent['overturnedBy'];
}

/** A page of a template that has gathered hundreds of precedents stays small: the list page holds them all. */
const MOST_PRECEDENTS = 100;

/** Collects what the script of a decision template's page works with. */
export function decisionData({ playbook }: SiteSource, entry: Entry<'decision-templates'>): DecisionData {
  const { slug, data } = entry;
  const { outcomes, roles, teams } = playbook.organisation;
  const precedents = precedentsOf(playbook, entry);
  const table: DecisionTable = {
    hit: data.hit,
    facts: data.facts,
    exclusions: data.exclusions,
    rules: data.rules,
  };
  const named = (field: keyof Rule) =>
    data.rules.flatMap((rule) => (rule[field] ? [String(rule[field])] : []));
  return {
    template: slug,
    title: data.title,
    code: codeOf(playbook, entry),
    effective: data.effective,
    table,
    outcomes: pick(named('outcome').concat(precedents.map(({ outcome }) => outcome)), (key) => outcomes[key]),
    roles: pick(named('authority'), (key) => {
      const role = roles[key];
      return (
        role && { name: role.name, rank: role.rank, within: role.within, secondReviewer: role.secondReviewer }
      );
    }),
    macros: pick(named('macro'), (key) => linkOf(playbook.find('macros', key))),
    escalations: pick(named('escalation'), (key) => {
      const path = playbook.find('escalation-paths', key);
      if (!path) return undefined;
      const { team, answerWithin, byDefault, packet } = path.data;
      return { ...linkOf(path), team: teams[team]?.name ?? team, answerWithin, byDefault, packet };
    }),
    standards: pick(
      Object.values(data.facts).flatMap(({ evidence }) => evidence),
      (key) => {
        const standard = playbook.find('evidence-standards', key);
        if (!standard) return undefined;
        const { code, grade, checks, request } = standard.data;
        return { ...linkOf(standard), code, grade, checks, request };
      },
    ),
    clauses: pick(data.clauses, (code) => {
      const found = playbook.clause(code);
      return found && { path: clausePath(found.policy.id, code), title: found.clause.title };
    }),
    precedents,
  };
}

function precedentsOf(playbook: Playbook, { slug, data }: Entry<'decision-templates'>): PrecedentData[] {
  return playbook
    .ofType('precedents')
    .filter((precedent) => precedent.data.template === slug && precedent.data.status === 'active')
    .toSorted((a, b) => b.data.decided.localeCompare(a.data.decided))
    .slice(0, MOST_PRECEDENTS)
    .map((precedent) => {
      const { outcome, facts, teaches, overturnedBy } = precedent.data;
      const today = replay(data, facts);
      const rule = today.kind === 'decided' ? today.rule : undefined;
      return { ...linkOf(precedent), outcome, facts, teaches, rule, overturned: overturnedBy };
    });
}

function linkOf(entry: { id: string; data: { title: string } }): LinkData;
function linkOf(entry: { id: string; data: { title: string } } | undefined): LinkData | undefined;
function linkOf(entry: { id: string; data: { title: string } } | undefined): LinkData | undefined {
  return entry && { path: entryPath(entry.id), title: entry.data.title };
}

/** What is found under some names, each once; what is not found is left out. */
function pick<T>(names: readonly string[], find: (name: string) => T | undefined): Record<string, T> {
  const found: [string, T][] = [];
  for (const name of new Set(names)) {
    const value = find(name);
    if (value !== undefined) found.push([name, value]);
  }
  return Object.fromEntries(found);
}
