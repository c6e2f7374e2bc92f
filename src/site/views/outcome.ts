import type { Organisation } from '#schemas/organisation.ts';

/** An outcome as it is shown: its word, and the family that gives its colour. */
export interface OutcomeView {
  name: string;
  family: string;
}

/** An outcome by its key in organisation.yaml. */
export function outcomeView({ outcomes }: Organisation, key: string): OutcomeView {
  const outcome = Object.hasOwn(outcomes, key) ? outcomes[key] : undefined;
  return { name: outcome?.name ?? key, family: outcome?.family ?? 'escalate' };
}
