import type { DecisionTable } from '#schemas/decision-template.ts';
import type { Case } from './case-fragment.ts';
import { make } from './make.ts';

type State = 'matches' | 'impossible' | '';

const words: Readonly<Record<State, string>> = { matches: ' decides', impossible: ' cannot match', '': '' };

/** Lights up the rule that decides in the table of rules, dims those that no longer can, and puts answers into its head. */
export function showRules(
  table: DecisionTable,
  answers: Case,
  possible: readonly { id: string }[],
  settled: boolean,
): void {
  const place = document.querySelector('table.rules');
  if (!place) return;
  const facts = Object.keys(table.facts);
  for (const [index, head] of [...place.querySelectorAll('thead th')].slice(1, -1).entries()) {
    const value = answers.get(facts[index] ?? '');
    head.querySelector('.given')?.remove();
    if (value !== undefined) head.append(make('span', 'given', value));
  }
  const states = table.rules.map(({ id }): State => {
    if (answers.size === 0) return '';
    if (!possible.some((rule) => rule.id === id)) return 'impossible';
    return settled ? 'matches' : '';
  });
  for (const [index, row] of [...place.querySelectorAll('tbody tr')].entries()) {
    const state = states[index] ?? '';
    row.setAttribute('data-state', state);
    const name = row.querySelector('th');
    name?.querySelector('.sr-only')?.remove();
    if (state) name?.append(make('span', 'sr-only', words[state]));
    for (const cell of row.querySelectorAll('td')) {
      const covered = states.slice(index, index + cell.rowSpan);
      const lit = covered.includes('matches');
      cell.setAttribute(
        'data-state',
        lit ? 'matches' : covered.every((one) => one === 'impossible') ? 'impossible' : '',
      );
    }
  }
}
