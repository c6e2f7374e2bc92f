import { href } from '../../href.ts';
import type { DecisionData } from '../../views/decision-data.ts';
import { singleKeysOn } from '../shortcuts.ts';
import type { Case } from './case-fragment.ts';
import { barrier, type Step } from './case-step.ts';
import { evidenceList } from './evidence.ts';
import { button, make } from './make.ts';
import { boundaryPairs } from './near-precedents.ts';
import { outcomeBadge } from './outcome-badge.ts';
import { progress } from './progress.ts';
import type { Ticks } from './ticks.ts';
import { withClauses } from './with-clauses.ts';

/** What a question is drawn from, and what its answers do. */
export interface Question {
  data: DecisionData;
  answers: Case;
  step: Step;
  ticks: Ticks;
  fact: string;
  choose: (value: string) => void;
  /** Why a value cannot be chosen. */
  refuse: (because: string) => void;
}

/** One question: the values with their sentences, the evidence that shows it, and where it turns a case. */
export function questionPanel({ data, answers, step, ticks, fact, choose, refuse }: Question): HTMLElement {
  const { ask = '', values = {}, evidence = [] } = data.table.facts[fact] ?? {};
  const keys = singleKeysOn();
  const present = answers.get(fact);
  const choices = Object.entries(values).map(([value, sentence], index) => {
    const because = barrier(data.table, answers, fact, value);
    const key = keys && index < 9 ? `${index + 1}` : '';
    const choice = button(
      { class: 'answer', 'data-value': value },
      () => (because ? refuse(because) : choose(value)),
      make('kbd', { 'aria-hidden': 'true' }, key),
      make(
        'span',
        '',
        make('b', '', value),
        value === present && make('span', 'now', 'present answer'),
        make('span', 'sentence', sentence),
        because !== undefined && make('span', 'barrier', `Cannot be so here: ${because}`),
      ),
    );
    if (key) choice.setAttribute('aria-keyshortcuts', key);
    if (because) choice.setAttribute('aria-disabled', 'true');
    return make('li', '', choice);
  });
  const shown = evidenceList(data, evidence, ticks);
  return make(
    'section',
    { class: 'question', 'aria-labelledby': 'question' },
    progress(step, answers.size, answers.has(fact)),
    make('h2', { id: 'question', tabindex: '-1' }, withClauses(data, ask, false)),
    make('ol', 'answers', ...choices),
    make(
      'div',
      'shown-by',
      make('h3', '', shown ? 'Evidence that shows it' : 'Evidence: what stands in the case file'),
      shown,
    ),
    boundaries(data, fact),
  );
}

/** Where the fact turns a case: pairs that the author wrote for it, and precedents that differ in it alone. */
function boundaries(data: DecisionData, fact: string): HTMLElement | undefined {
  const written = [...document.querySelectorAll<HTMLElement>('.body > .pair[data-fact]')]
    .filter((pair) => pair.dataset.fact === fact)
    .map((pair) => pair.cloneNode(true));
  const decided = boundaryPairs(data, fact).map((pair) =>
    make(
      'ul',
      'pair',
      ...pair.map(({ facts, outcome, path, title }) =>
        make(
          'li',
          'case',
          outcomeBadge(data, outcome),
          ' ',
          make('strong', '', facts[fact] ?? ''),
          ' ',
          make('a', { href: href(path) }, title),
        ),
      ),
    ),
  );
  if (written.length + decided.length === 0) return undefined;
  return make(
    'details',
    'boundaries',
    make('summary', '', 'Boundary example ', make('span', 'count', `${written.length + decided.length}`)),
    ...written,
    ...decided,
  );
}
