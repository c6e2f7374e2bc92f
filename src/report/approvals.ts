import { type MacroState, refusalOf, stateOf } from '#macros/state.ts';
import type { Playbook } from '#playbook/playbook.ts';

const order: readonly MacroState['state'][] = ['stale', 'changed', 'draft', 'retired', 'approved'];

/** The state of every macro, worst first, with the reason why it may not be sent, and a count at the end. */
export function approvalsText(playbook: Playbook): string {
  const states = playbook.ofType('macros').map((macro) => ({ macro, state: stateOf(playbook, macro) }));
  const lines = order.flatMap((wanted) =>
    states
      .filter(({ state }) => state.state === wanted)
      .map(({ macro, state }) => {
        const why = state.state === 'approved' ? `by ${state.by} on ${state.on}` : refusalOf(state)?.reason;
        return `${wanted.padEnd(9)} ${macro.id}  ${why ?? ''}`;
      }),
  );
  const counts = order.flatMap((wanted) => {
    const count = states.filter(({ state }) => state.state === wanted).length;
    return count ? [`${count} ${wanted}`] : [];
  });
  return [...lines, ...(lines.length ? [''] : []), counts.join(', ') || 'no macros'].join('\n');
}

/** The same for machines: `{ macros: [{ id, …state }] }`. */
export const approvalsJson = (playbook: Playbook): string =>
  JSON.stringify(
    { macros: playbook.ofType('macros').map((macro) => ({ id: macro.id, ...stateOf(playbook, macro) })) },
    null,
    2,
  );
