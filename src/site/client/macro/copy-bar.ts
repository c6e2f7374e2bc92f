import type { Filled } from '#macros/fill.ts';
import { type TextNode, walk } from '#macros/text.ts';
import type { HelpdeskName } from '#schemas/organisation.ts';
import { countOf } from '../../words.ts';
import { copyText } from '../clipboard.ts';
import type { Copy } from './copy-macro.ts';

/** The bar below the text: the copies, what became of the last one, and what goes into the internal note. */
export class CopyBar {
  private readonly bar: HTMLElement;

  constructor(bar: HTMLElement) {
    this.bar = bar;
    bar.hidden = false;
    this.button('[data-copy-note]')?.addEventListener('click', () =>
      copyText(this.part('[data-note]').textContent, 'Copied the internal note.'),
    );
  }

  /** A copy for the helpdesk that is chosen. */
  get forHelpdesk(): Extract<Copy, object> {
    const choice = this.part('[data-helpdesk]') as HTMLSelectElement;
    return {
      helpdesk: choice.value as HelpdeskName,
      without: choice.selectedOptions[0]?.dataset.without?.split(' ') ?? [],
    };
  }

  /** Says how many blanks are left. */
  left(count: number): void {
    this.part('[data-left]').textContent =
      count === 0 ? 'Everything is filled in' : `${count} still to fill in`;
  }

  /** Says what is in the way of a copy; '' says that nothing is. */
  problem(sentence: string): void {
    this.say(sentence, 'problem');
  }

  /** Says that the text went out and what to note about it. */
  copied(copy: Copy, { subject, text }: Filled, unchecked: boolean, note: string): void {
    const values = `${countOf(valuesIn(copy === 'subject' ? subject : text), 'value')} filled in`;
    const what =
      typeof copy === 'object'
        ? 'Copied, with the placeholders of the helpdesk'
        : `Copied${{ rich: '', plain: ' as plain text', subject: ' the subject' }[copy]}, with ${values}`;
    const warning = ' Unchecked: the playbook cannot be reached, so this may no longer be the approved text.';
    this.say(`${what}.${unchecked ? warning : ''}`, unchecked ? 'problem' : 'done');
    this.part('[data-note]').textContent = note;
    this.part('.note-to-copy').hidden = false;
  }

  /** The text is not the one any more: says so, and offers the one that is. */
  refused(reason: string): void {
    this.say(`Not copied. ${reason} `, 'problem');
    const reload = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: 'Load the page again',
    });
    reload.addEventListener('click', () => location.reload());
    this.part('[data-said]').append(reload, ' What you typed stays.');
  }

  private say(sentence: string, tone: 'problem' | 'done'): void {
    const line = this.part('[data-said]');
    line.textContent = sentence;
    line.className = tone;
    this.part('.note-to-copy').hidden = true;
  }

  private button(selector: string): HTMLButtonElement | null {
    return this.bar.querySelector<HTMLButtonElement>(selector);
  }

  private part(selector: string): HTMLElement {
    const found = this.bar.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The copy bar has no ${selector}`);
    return found;
  }
}

/** How many of the blanks in a text were given a value. */
function valuesIn(nodes: readonly TextNode[]): number {
  const given = new Set<string>();
  walk(nodes, (node) => {
    if (node.type === 'variable' && node.origin === 'given') given.add(node.name);
  });
  return given.size;
}
