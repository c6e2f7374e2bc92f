import type { DecisionData } from '../../views/decision-data.ts';
import { countOf } from '../../words.ts';
import type { Case } from './case-fragment.ts';
import type { Step } from './case-step.ts';
import { evidenceList } from './evidence.ts';
import { flipList } from './flip-list.ts';
import { folded } from './folded.ts';
import { button, make } from './make.ts';
import { outcomeBadge } from './outcome-badge.ts';
import { resultActions } from './result-actions.ts';
import { resultPrecedents } from './result-precedents.ts';
import type { Ticks } from './ticks.ts';
import { whoDecides } from './who-decides.ts';
import { withClauses } from './with-clauses.ts';

/** What a result is drawn from, and what asks one more question. */
export interface Result {
  data: DecisionData;
  answers: Case;
  step: Step;
  ticks: Ticks;
  ask: (fact: string) => void;
}

/** The outcome with its rule and reason, who may decide it, and what to do next. */
export function resultPanel(result: Result): HTMLElement {
  const { data, answers, step, ticks } = result;
  const key = step.outcome ?? '';
  const remedies = data.outcomes[key]?.remedies ?? [];
  const standards = [
    ...new Set([...answers.keys()].flatMap((fact) => data.table.facts[fact]?.evidence ?? [])),
  ];
  return make(
    'section',
    { class: 'result', 'aria-labelledby': 'result' },
    make('p', 'progress', `Result after ${countOf(answers.size, 'answer')}`),
    make('h2', { id: 'result', tabindex: '-1' }, outcomeBadge(data, key)),
    ...reasons(result),
    whoDecides(data, step),
    resultActions(result),
    folded('Evidence checklist', `${standards.length}`, () => {
      const list = evidenceList(data, standards, ticks);
      return list ?? make('p', '', 'Every fact is read from the case file.');
    }),
    folded('What would change this', '', () => flipList(data, answers)),
    resultPrecedents(result),
    folded('What must follow', `${remedies.length}`, () =>
      make('ul', 'bullets', ...remedies.map((remedy) => make('li', '', remedy))),
    ),
  );
}

/** The rule and its reason; several where they agree on the result, with the question that tells them apart. */
function reasons({ data, step, ask }: Result): HTMLElement[] {
  const { rules, reasonFact } = step;
  const list = rules.map(({ id, because }) =>
    make(
      'p',
      'because',
      make('a', { href: `#${id.toLowerCase()}`, title: `Rule ${id}` }, id),
      ' ',
      ...withClauses(data, because, true),
    ),
  );
  if (rules.length < 2) return list;
  const more = make('p', 'notice', 'The result is settled; which of these reasons holds is not. ');
  if (reasonFact) more.append(button('', () => ask(reasonFact), data.table.facts[reasonFact]?.ask ?? ''));
  return [...list, more];
}
