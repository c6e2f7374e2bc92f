import { href } from '../../href.ts';
import type { PrecedentData } from '../../views/decision-data.ts';
import { countOf, fromKey } from '../../words.ts';
import { folded } from './folded.ts';
import { make } from './make.ts';
import { nearPrecedents } from './near-precedents.ts';
import { outcomeBadge } from './outcome-badge.ts';
import type { Result } from './result-panel.ts';

/** The precedents beside a result, folded: what agrees, what does not, what is one fact apart, what is history. */
export function resultPrecedents({ data, answers, step }: Result): HTMLElement | undefined {
  const outcome = step.outcome ?? '';
  const { sameFacts, sameRule, oneApart, history } = nearPrecedents(data, answers, outcome, step.rules);
  const agrees = (precedent: PrecedentData) => precedent.outcome === outcome;
  const matching = [...sameFacts, ...sameRule];
  const agree = matching.filter(agrees).length;
  const disagree = matching.length - agree;
  const counts = [
    agree > 0 && countOf(agree, 'agrees', 'agree'),
    disagree > 0 && countOf(disagree, 'disagrees', 'disagree'),
    oneApart.length > 0 && countOf(oneApart.length, 'differs in one fact', 'differ in one fact'),
    history.length > 0 && `${history.length} overturned`,
  ].filter(Boolean);
  if (counts.length === 0) return undefined;
  const line = (precedent: PrecedentData, why: string) =>
    make(
      'li',
      '',
      outcomeBadge(data, precedent.outcome),
      ' ',
      make('a', { href: href(precedent.path) }, precedent.title),
      make('p', 'aside', why),
    );
  const match = (how: string) => (precedent: PrecedentData) =>
    line(precedent, `${how}, ${agrees(precedent) ? 'agrees' : 'disagrees'}. ${precedent.teaches}`);
  return folded('Precedents', counts.join(', '), () =>
    make(
      'ul',
      'precedents',
      ...sameFacts.map(match('Same facts')),
      ...sameRule.map(match('Same rule')),
      ...oneApart.map(({ precedent, fact }) =>
        line(
          precedent,
          `Differs in one fact: ${fromKey(fact).toLowerCase()} was ${precedent.facts[fact]}. ${precedent.teaches}`,
        ),
      ),
      ...history.map((precedent) =>
        line(precedent, `History, no longer binds. ${precedent.overturned?.reason ?? ''}`),
      ),
    ),
  );
}
