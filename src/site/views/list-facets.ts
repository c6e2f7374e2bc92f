import { type MacroState, stateOf } from '#macros/state.ts';
import type { AnyEntry, Entry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { ContentType } from '#schemas/index.ts';
import { fromKey } from '../words.ts';
import { gradeMeanings } from './evidence-standard.ts';
import { stateWords } from './macro-state.ts';
import { outcomeView } from './outcome.ts';
import { policyOf } from './policy-of.ts';

/** One way to narrow a list. */
export interface ListFacet {
  /** Its name in the address of the narrowed list. */
  key: string;
  label: string;
  valuesOf: (playbook: Playbook, entry: AnyEntry) => readonly string[];
  labelOf: (playbook: Playbook, value: string) => string;
}

/** A facet from one field of one type. */
const facet = <T extends ContentType>(
  key: string,
  label: string,
  valuesOf: (entry: Entry<T>, playbook: Playbook) => readonly string[],
  labelOf: ListFacet['labelOf'] = (_, value) => fromKey(value),
): ListFacet => ({
  key,
  label,
  valuesOf: (playbook, entry) => valuesOf(entry as Entry<T>, playbook),
  labelOf,
});

const outcomeName: ListFacet['labelOf'] = ({ organisation }, key) => outcomeView(organisation, key).name;
const policyTitle: ListFacet['labelOf'] = (playbook, slug) =>
  playbook.find('policies', slug)?.data.title ?? slug;
const areaName: ListFacet['labelOf'] = ({ organisation }, key) => organisation.policyAreas[key]?.name ?? key;

const area = facet(
  'area',
  'Policy area',
  (entry, playbook) => {
    const policy = policyOf(playbook, entry as AnyEntry);
    return policy ? [policy.data.area] : [];
  },
  areaName,
);
const owner = facet(
  'owner',
  'Owner',
  ({ data }) => [data.owner],
  ({ organisation }, key) => organisation.teams[key]?.name ?? key,
);
const status = facet('status', 'Status', ({ data }) => [data.status]);

const language = facet<'macros' | 'passages'>(
  'language',
  'Language',
  ({ data }) => [data.language],
  ({ organisation }, key) => organisation.languages[key] ?? key,
);
const region = facet<'macros' | 'passages'>(
  'region',
  'Region',
  ({ data }, { organisation }) => (data.region ? [data.region] : Object.keys(organisation.regions)),
  ({ organisation }, key) => organisation.regions[key] ?? key,
);

/** What each type's list can be narrowed by, most useful first. */
const own: Readonly<Record<ContentType, readonly ListFacet[]>> = {
  policies: [
    area,
    facet<'policies'>(
      'severity',
      'Severity',
      ({ data }) => [data.severity],
      (_, value) => value,
    ),
  ],
  'evidence-standards': [
    facet<'evidence-standards'>(
      'grade',
      'Grade',
      ({ data }) => [data.grade],
      (_, value) => `${value} ${gradeMeanings[value as keyof typeof gradeMeanings]}`,
    ),
  ],
  'decision-templates': [
    area,
    facet<'decision-templates'>(
      'action',
      'Appeal of',
      ({ data }) => data.actions,
      ({ organisation }, key) => `${key} ${organisation.enforcementActions[key]?.name ?? ''}`,
    ),
  ],
  macros: [
    facet<'macros'>('policy', 'Policy', ({ data }) => [data.policy], policyTitle),
    facet<'macros'>('outcome', 'Outcome', ({ data }) => [data.outcome], outcomeName),
    facet<'macros'>('audience', 'Audience', ({ data }) => [data.audience]),
    facet<'macros'>('channel', 'Channel', ({ data }) => [data.channel]),
    language,
    region,
    facet<'macros'>(
      'state',
      'State',
      (macro, playbook) => [stateOf(playbook, macro).state],
      (_, value) => stateWords[value as MacroState['state']],
    ),
  ],
  passages: [language, region],
  procedures: [
    facet<'procedures'>(
      'role',
      'Role',
      ({ data }) => [data.role],
      ({ organisation }, key) => organisation.roles[key]?.name ?? key,
    ),
  ],
  'escalation-paths': [
    facet<'escalation-paths'>(
      'team',
      'Team',
      ({ data }) => [data.team],
      ({ organisation }, key) => organisation.teams[key]?.name ?? key,
    ),
  ],
  precedents: [
    facet<'precedents'>(
      'template',
      'Template',
      ({ data }) => [data.template],
      (playbook, slug) => playbook.find('decision-templates', slug)?.data.title ?? slug,
    ),
    facet<'precedents'>('outcome', 'Outcome', ({ data }) => [data.outcome], outcomeName),
  ],
  glossary: [],
};

/** The facets of a type's list; the state of a macro says what its status says, and more. */
export const listFacets = (type: ContentType): readonly ListFacet[] =>
  type === 'macros' ? own.macros : [...own[type], owner, status];
