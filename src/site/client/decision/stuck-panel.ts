import type { Step } from './case-step.ts';
import { button, make } from './make.ts';

/** What stands where the answers contradict each other, or where a table that is not proven has no rule. */
export function stuckPanel({ impossible, barriers }: Step, back: () => void): HTMLElement {
  const reasons = impossible
    ? barriers
    : ['No rule, or more than one, matches these answers. Tell the owner of the table.'];
  return make(
    'section',
    { class: 'stuck', 'aria-labelledby': 'stuck' },
    make(
      'h2',
      { id: 'stuck', tabindex: '-1' },
      impossible ? 'These answers cannot all be so' : 'The table does not decide this case',
    ),
    ...reasons.map((reason) => make('p', 'because', reason)),
    make(
      'p',
      '',
      impossible && 'Change the answer that is wrong. ',
      button('', back, 'Take back the last answer'),
    ),
  );
}
