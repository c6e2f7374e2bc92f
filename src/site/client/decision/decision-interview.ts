import type { DecisionData } from '../../views/decision-data.ts';
import { countOf, fromKey } from '../../words.ts';
import { isTyping, singleKeysOn } from '../shortcuts.ts';
import { type Case, readCase, writeCase } from './case-fragment.ts';
import { type Step, stepOf } from './case-step.ts';
import { button, make } from './make.ts';
import { keepFragment } from './page-anchors.ts';
import { questionPanel } from './question-panel.ts';
import { resultPanel } from './result-panel.ts';
import { showRules } from './rule-rows.ts';
import { soFar } from './so-far.ts';
import { stuckPanel } from './stuck-panel.ts';
import { Ticks } from './ticks.ts';

/**
 * Walks a reviewer to the outcome, one question at a time. The answers live in the fragment of the address and
 * nowhere else: every answer is a step in the browser's history.
 */
class DecisionInterview extends HTMLElement {
  private readonly data = JSON.parse(this.querySelector('script')?.textContent ?? '') as DecisionData;
  private readonly ticks = new Ticks();
  private readonly wide = matchMedia('(min-width: 60rem)');
  private readonly status = make('p', { class: 'sr-only', role: 'status' });
  private readonly panels = make('div', 'panels');
  private answers: Case = new Map();
  /** The fact whose answer is being looked at again. */
  private changing: string | null = null;
  private ignored: string[] = [];

  connectedCallback(): void {
    this.append(this.panels, this.status);
    history.replaceState({ case: true }, '');
    this.read();
    this.draw();
    addEventListener('popstate', () => this.reopen());
    document.addEventListener('keydown', (event) => this.key(event));
    this.wide.addEventListener('change', () => this.draw());
    keepFragment(() => this.answers.size > 0);
  }

  /** Takes the answers from the address; the name of a place on the page holds none. */
  private read(): void {
    const { answers, ignored } = readCase(location.hash.slice(1), this.data.table.facts);
    this.answers = answers;
    this.ignored = ignored;
    this.changing = null;
  }

  /** The reader went back or forward, or opened another case in place of this one, which has ticks of its own. */
  private reopen(): void {
    const before = writeCase(this.answers);
    this.read();
    if (writeCase(this.answers) === before && this.ignored.length === 0) return;
    if (history.state?.case !== true) this.ticks.clear();
    this.draw();
    this.say(countOf(this.answers.size, 'answer'));
  }

  private go(answers: Case, said: string): void {
    this.answers = answers;
    this.ignored = [];
    this.changing = null;
    const fragment = writeCase(answers);
    history.pushState({ case: true }, '', fragment ? `#${fragment}` : location.pathname + location.search);
    this.draw();
    this.say(said);
    this.lead();
  }

  private choose(fact: string, value: string): void {
    this.go(new Map([...this.answers, [fact, value]]), `${fromKey(fact)}: ${value}`);
  }

  private back(): void {
    const last = [...this.answers.keys()].at(-1);
    if (this.changing) this.change(null);
    else if (last !== undefined)
      this.go(new Map([...this.answers].slice(0, -1)), `Took back ${fromKey(last)}`);
  }

  private restart(): void {
    this.ticks.clear();
    this.go(new Map(), 'Started again');
  }

  private change(fact: string | null): void {
    this.changing = fact;
    this.draw();
    this.say(fact ? `Looking at ${fromKey(fact)} again` : 'Left as it was');
    this.lead();
  }

  /** Digits choose and Backspace goes back, where no field has the focus and single keys are on. */
  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !singleKeysOn()) return;
    const choices = this.querySelectorAll<HTMLElement>('.answer');
    const choice = /^[1-9]$/.test(event.key) && choices[Number(event.key) - 1];
    if (choice) choice.click();
    else if (event.key === 'Backspace' && (this.changing || this.answers.size > 0)) this.back();
    else return;
    event.preventDefault();
  }

  private draw(): void {
    const { data, answers, changing } = this;
    const step = stepOf(data.table, answers);
    const asking = changing ?? step.next;
    const family = asking === null ? (data.outcomes[step.outcome ?? '']?.family ?? '') : '';
    showRules(data.table, answers, step.rules, step.next === null);
    this.panels.replaceChildren(
      make('div', { class: 'now', 'data-family': family }, this.notice(), this.panel(step, asking)),
      soFar({
        data,
        answers,
        step,
        asking,
        open: this.wide.matches,
        change: (fact) => this.change(fact),
        back: () => this.back(),
        restart: () => this.restart(),
      }),
    );
  }

  private panel(step: Step, asking: string | null): HTMLElement {
    const { data, answers, ticks } = this;
    if (asking !== null) {
      const choose = (value: string) => this.choose(asking, value);
      const refuse = (because: string) => this.say(`Cannot be so here. ${because}`);
      return questionPanel({ data, answers, step, ticks, fact: asking, choose, refuse });
    }
    if (step.outcome === null) return stuckPanel(step, () => this.back());
    return resultPanel({ data, answers, step, ticks, ask: (fact) => this.change(fact) });
  }

  private notice(): HTMLElement | undefined {
    if (this.ignored.length > 0) {
      const what = `Left out of the link, because the table does not know it: ${this.ignored.join(', ')}.`;
      return make('p', { class: 'notice', role: 'alert' }, what);
    }
    if (!this.changing) return undefined;
    return make(
      'p',
      'leave',
      button('', () => this.change(null), 'Leave it as it is'),
    );
  }

  /** Says what happened and what stands there now. */
  private say(what: string): void {
    const heading = this.panels.querySelector('h2')?.textContent ?? '';
    const progress = this.panels.querySelector('.progress')?.textContent;
    this.status.textContent = `${what}. ${progress ? `${progress}: ` : ''}${heading}`;
  }

  /** Leads eyes and screen reader to what stands there now. */
  private lead(): void {
    this.panels.querySelector('h2')?.focus({ preventScroll: true });
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }
}

customElements.define('decision-interview', DecisionInterview);
