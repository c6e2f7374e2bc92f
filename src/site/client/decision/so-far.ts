import type { DecisionData } from '../../views/decision-data.ts';
import { countOf, fromKey } from '../../words.ts';
import type { Case } from './case-fragment.ts';
import type { Step } from './case-step.ts';
import { button, make } from './make.ts';
import { outcomeBadge } from './outcome-badge.ts';

/** What the panel of answers is drawn from, and what its buttons do. */
export interface SoFar {
  data: DecisionData;
  answers: Case;
  step: Step;
  /** The fact whose question is on the page. */
  asking: string | null;
  open: boolean;
  change: (fact: string) => void;
  back: () => void;
  restart: () => void;
}

/** The answers so far, each with its way back, and the outcomes that they leave. */
export function soFar({ data, answers, step, asking, open, change, back, restart }: SoFar): HTMLElement {
  const possible = [...new Set(step.rules.map(({ outcome }) => outcome))];
  const given = [...answers].map(([fact, value]) =>
    make(
      'li',
      '',
      make('span', 'fact-name', fromKey(fact)),
      ' ',
      make('b', { title: data.table.facts[fact]?.values[value] ?? '' }, value),
      ' ',
      button(
        { class: 'edit', ...(fact === asking ? { 'aria-current': 'true' } : {}) },
        () => change(fact),
        'Change',
        make('span', 'sr-only', ` ${fromKey(fact)}`),
      ),
    ),
  );
  const left = Object.keys(data.table.facts).filter(
    (fact) => !answers.has(fact) && !step.open.includes(fact) && fact !== step.reasonFact,
  );
  const settled = step.next === null && step.outcome !== null;
  const panel = make(
    'details',
    'so-far',
    make(
      'summary',
      '',
      make('b', '', 'So far'),
      ' ',
      make(
        'span',
        'count',
        [
          countOf(answers.size, 'answer'),
          ...(settled ? [] : [`${countOf(possible.length, 'outcome')} possible`]),
        ].join(', '),
      ),
    ),
    make(
      'div',
      '',
      make('h3', '', 'So far'),
      given.length > 0 ? make('ul', 'given', ...given) : make('p', 'aside', 'Nothing is answered yet.'),
      given.length > 0 &&
        make(
          'p',
          'moves',
          button({ class: 'quiet', 'aria-keyshortcuts': 'Backspace' }, back, 'Back'),
          ' ',
          button('quiet', restart, 'Start again'),
        ),
      !settled &&
        possible.length > 0 && [
          make('h3', '', 'Still possible'),
          make('ul', 'possible', ...possible.map((key) => make('li', '', outcomeBadge(data, key)))),
        ],
      left.length > 0 &&
        answers.size > 0 &&
        !step.impossible && [
          make('h3', '', 'Need not be asked'),
          make('p', 'aside', left.map(fromKey).join(', ')),
        ],
    ),
  );
  panel.open = open;
  return panel;
}
