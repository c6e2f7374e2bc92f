import type { Step } from './case-step.ts';
import { make } from './make.ts';

/** How far the case is, in words and as a bar. */
export function progress({ total }: Step, answered: number, changing: boolean): HTMLElement {
  const about = total.atMost ? 'at most' : 'about';
  const words = changing ? 'Changing an answer' : `Question ${answered + 1} of ${about} ${total.count}`;
  const bar = make('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.setProperty('--done', `${answered / Math.max(total.count, 1)}`);
  return make('p', 'progress', words, bar);
}
