import type { DecisionData } from '../../views/decision-data.ts';
import { make } from './make.ts';

/** An outcome by its key: its word, in the colour of its family. */
export function outcomeBadge({ outcomes }: Pick<DecisionData, 'outcomes'>, key: string): HTMLElement {
  const outcome = outcomes[key];
  return make(
    'span',
    { class: 'outcome', 'data-family': outcome?.family ?? 'escalate' },
    outcome?.name ?? key,
  );
}
