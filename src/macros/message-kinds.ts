import type { Macro, MessageKind } from '#schemas/macro.ts';
import type { Organisation } from '#schemas/organisation.ts';

type Family = Organisation['outcomes'][string]['family'];

/**
 * What a message with an outcome does in law, unless the macro says otherwise. A modified measure is a new restriction
 * and so a new statement of reasons; every other final outcome answers the complaint and imposes nothing new.
 */
const kindsByFamily: Readonly<Record<Family, readonly MessageKind[]>> = {
  uphold: ['decision'],
  overturn: ['decision'],
  modify: ['decision', 'statement-of-reasons'],
  reinstate: ['decision'],
  dismiss: ['decision'],
  'request-information': ['request'],
  escalate: ['holding'],
};

/** The kinds of a macro's message: its own `kinds`, else what outcome and audience say. */
export function messageKinds(
  { outcomes }: Organisation,
  { kinds, outcome, audience }: Pick<Macro, 'kinds' | 'outcome' | 'audience'>,
): readonly MessageKind[] {
  if (kinds) return kinds;
  const family = Object.hasOwn(outcomes, outcome) ? outcomes[outcome]?.family : undefined;
  const found = family ? kindsByFamily[family] : [];
  return audience === 'notifier' && found.includes('decision') ? [...found, 'report-decision'] : found;
}
