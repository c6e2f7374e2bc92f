import type { Weight } from './change.ts';

/** What an entry is compared as: a content type, or one of the YAML files that stand beside the folders. */
export type EntryKind = string;

/**
 * What the change of a field weighs, by its path in the schema without the keys of members (`rules.because`).
 * What is not listed is a requirement, so that a new field is told loudly until somebody decides otherwise.
 */
type Weights = Readonly<Record<string, Weight>>;

const shared: Weights = {
  title: 'wording',
  summary: 'wording',
  owner: 'housekeeping',
  reviewBy: 'housekeeping',
  aliases: 'housekeeping',
  formerly: 'housekeeping',
  replacedBy: 'housekeeping',
};

const variables: Weights = { 'variables.label': 'wording', 'variables.example': 'wording' };

const byKind: Readonly<Record<EntryKind, Weights>> = {
  policies: { 'legalBases.source': 'housekeeping', 'legalBases.verifiedOn': 'housekeeping' },
  'evidence-standards': { request: 'wording' },
  'decision-templates': {
    'facts.ask': 'wording',
    'exclusions.because': 'wording',
    'rules.because': 'wording',
  },
  macros: { ...variables, approval: 'housekeeping', 'translates.text': 'housekeeping' },
  procedures: { kind: 'housekeeping' },
  precedents: { teaches: 'wording' },
  glossary: { seeAlso: 'housekeeping' },
  organisation: {
    ...variables,
    name: 'housekeeping',
    repository: 'housekeeping',
    helpdesks: 'housekeeping',
    'teams.name': 'wording',
    'teams.does': 'wording',
    'teams.github': 'housekeeping',
    'people.name': 'housekeeping',
    'people.gitNames': 'housekeeping',
    'people.github': 'housekeeping',
    'roles.name': 'wording',
    'queues.name': 'wording',
    'policyAreas.name': 'wording',
    'outcomes.name': 'wording',
    'redressRoutes.source': 'housekeeping',
    'redressRoutes.verifiedOn': 'housekeeping',
  },
  requirements: { 'requirements.source': 'housekeeping', 'requirements.verifiedOn': 'housekeeping' },
};

/** What a change at a place in the schema weighs in one kind of entry. */
export function weightOf(kind: EntryKind | undefined, place: readonly string[]): Weight {
  if (kind === undefined) return 'wording';
  const own = byKind[kind] ?? {};
  for (let length = place.length; length > 0; length--) {
    const key = place.slice(0, length).join('.');
    const weight = own[key] ?? (isDocument(kind) ? undefined : shared[key]);
    if (weight) return weight;
  }
  return 'requirement';
}

/** The files that are YAML from the first line to the last, without the fields that entries share. */
export const isDocument = (kind: EntryKind | undefined): boolean =>
  kind === 'organisation' || kind === 'requirements';

/** The kinds whose whole body is normative: what policies say and what is sent. Elsewhere it depends on what prose cites. */
export const bodyIsNormative = (kind: EntryKind | undefined): boolean =>
  kind === 'policies' || kind === 'macros' || kind === 'passages';

/** Whether the order of a record says something: reviewers are asked for facts in the order of the table. */
export const orderCounts = (kind: EntryKind | undefined, place: readonly string[]): boolean =>
  kind === 'decision-templates' && (place.join('.') === 'facts' || place.join('.') === 'facts.values');

/** How the members of lists and records are called and told apart, by the path of the list in the schema. */
export interface Members {
  name: string;
  /** The fields that tell members of a list apart. */
  by?: readonly string[];
}

export const members: Readonly<Record<string, Members>> = {
  rules: { name: 'Rule', by: ['id'] },
  facts: { name: 'Fact' },
  'facts.values': { name: 'Value' },
  exclusions: { name: 'Exclusion', by: ['when'] },
  ladder: { name: 'Ladder at prior strikes', by: ['strikes'] },
  legalBases: { name: 'Legal basis', by: ['instrument', 'provision'] },
  variables: { name: 'Variable' },
  teams: { name: 'Team' },
  people: { name: 'Person' },
  roles: { name: 'Role' },
  queues: { name: 'Queue' },
  policyAreas: { name: 'Policy area' },
  enforcementActions: { name: 'Enforcement action' },
  outcomes: { name: 'Outcome' },
  redressRoutes: { name: 'Redress route' },
  requirements: { name: 'Requirement' },
};
