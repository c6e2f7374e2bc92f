import { flipSets } from '#decisions/flip-sets.ts';
import type { DecisionData } from '../../views/decision-data.ts';
import { fromKey } from '../../words.ts';
import type { Case } from './case-fragment.ts';
import { requestLine } from './evidence.ts';
import { type FlipLine, flipLines } from './flip-lines.ts';
import { button, make } from './make.ts';
import { outcomeBadge } from './outcome-badge.ts';

/** How many are shown before "Show all". */
const SHOWN = 6;

/** The smallest changes of facts that would give another outcome, each with what would show it and what to ask for. */
export function flipList(data: DecisionData, answers: Case): HTMLElement {
  const lines = flipLines(flipSets(data.table, Object.fromEntries(answers)));
  if (lines.length === 0) return make('p', '', 'No change of up to three facts would give another outcome.');
  const items = lines.map((line) => flipItem(data, line));
  for (const item of items.slice(SHOWN)) item.hidden = true;
  const list = make('div', 'flips', make('ul', '', ...items));
  if (items.length > SHOWN) {
    const more = button(
      'quiet',
      () => {
        for (const item of items) item.hidden = false;
        items[SHOWN]?.querySelector<HTMLElement>('summary, a')?.focus();
        more.remove();
      },
      `Show all ${items.length}`,
    );
    list.append(make('p', '', more));
  }
  return list;
}

function flipItem(data: DecisionData, { changes, outcome }: FlipLine): HTMLElement {
  const standards = [...new Set(changes.flatMap(([fact]) => data.table.facts[fact]?.evidence ?? []))].flatMap(
    (slug) => data.standards[slug] ?? [],
  );
  const codes = standards.map(({ code, grade }) => `${code} (${grade})`).join(', ');
  const conditions = changes.flatMap(([fact, values], index) => [
    index === 0 ? '' : index === changes.length - 1 ? ' and ' : ', ',
    `${fromKey(fact).toLowerCase()} were `,
    ...values.flatMap((value, place) => [place === 0 ? '' : ' or ', make('b', '', value)]),
  ]);
  const meanings = changes.map(([fact, values]) => {
    const sentences = values.map((value) => data.table.facts[fact]?.values[value]);
    return make('li', '', make('b', '', `${fromKey(fact)}: `), sentences.join(' Or: '));
  });
  return make(
    'li',
    '',
    make('p', '', outcomeBadge(data, outcome), ' if ', ...conditions),
    make(
      'details',
      '',
      make('summary', '', standards.length > 0 ? `Shown by ${codes}` : 'Shown by the case file'),
      make('ul', '', ...meanings),
      ...standards.map(requestLine),
    ),
  );
}
