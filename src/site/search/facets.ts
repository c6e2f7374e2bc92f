import type { AnyEntry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { contentTypes } from '#schemas/index.ts';
import { outcomeView } from '../views/outcome.ts';
import { policyOf } from '../views/policy-of.ts';
import { regionsOf } from '../views/regions.ts';
import { fromKey } from '../words.ts';

/** Facet to the values of one entry, both as people read them. */
export type Facets = Readonly<Record<string, readonly string[]>>;

/** The facets of an entry; one that it does not have is left out. */
export function facetsOf(playbook: Playbook, entry: AnyEntry): Facets {
  const { organisation } = playbook;
  const area = policyOf(playbook, entry)?.data.area;
  const all: Record<string, readonly string[]> = {
    Type: [fromKey(contentTypes[entry.type].singular)],
    'Policy area': area ? [organisation.policyAreas[area]?.name ?? area] : [],
    // An entry without regions applies in all of them, and is found under each.
    Region: (regionsOf(entry) ?? Object.keys(organisation.regions)).map(
      (key) => organisation.regions[key] ?? key,
    ),
    Outcome: [...new Set(outcomeKeys(entry).map((key) => outcomeView(organisation, key).name))],
    Status: [fromKey(entry.data.status)],
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

function outcomeKeys(entry: AnyEntry): readonly string[] {
  if (entry.type === 'macros' || entry.type === 'precedents') return [entry.data.outcome];
  if (entry.type === 'decision-templates') return entry.data.rules.map(({ outcome }) => outcome);
  return [];
}
