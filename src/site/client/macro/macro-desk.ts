import { type Filled, fill, localeOf } from '#macros/fill.ts';
import { resolve, resolveLine } from '#macros/resolve.ts';
import { variablesIn } from '#macros/text.ts';
import type { MacroData } from '../../views/macro-data.ts';
import { countOf, sentenceList } from '../../words.ts';
import { announce } from '../announce.ts';
import { isTyping, singleKeysOn } from '../shortcuts.ts';
import { BlanksForm } from './blanks-form.ts';
import { caseFor, showCase } from './case-line.ts';
import { CopyBar } from './copy-bar.ts';
import { type Copy, copyMacro } from './copy-macro.ts';
import { internalNote } from './internal-note.ts';
import { clearKept, type Kept, readKept, restoreKept, writeKept } from './kept-values.ts';
import { MessageView } from './message-view.ts';

/** The desk on which a macro is filled in, read and copied. */
class MacroDesk extends HTMLElement {
  private data = JSON.parse(this.querySelector('script')?.textContent ?? '') as MacroData;
  private form = new BlanksForm(this);
  private message = new MessageView(this.inside('.message'), this.form.labelOf, this.data.regions);
  /** Undefined where the macro may not be sent. */
  private bar = this.querySelector('.copy-bar') ? new CopyBar(this.inside('.copy-bar')) : undefined;
  private kept: Kept = readKept();
  /** What would be sent now. */
  private filled: Filled = this.fill();

  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('input', () => this.typed());
    form?.addEventListener('focusin', ({ target }) =>
      this.message.follow((target as { name?: string }).name ?? ''),
    );
    form?.addEventListener('keydown', (event) => {
      if (
        event.key !== 'Enter' ||
        event.ctrlKey ||
        event.metaKey ||
        !(event.target instanceof HTMLInputElement)
      )
        return;
      event.preventDefault();
      this.next();
    });
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
      button.hidden = false;
      button.addEventListener('click', () => this.copy(button.dataset.copy ?? ''));
    }
    this.querySelector('[data-clear]')?.addEventListener('click', () => this.clear());
    this.querySelector('[data-restore]')?.addEventListener('click', () => this.restore());
    this.inside('.message').addEventListener('click', ({ target }) => {
      const name =
        target instanceof Element ? target.closest('[data-name]')?.getAttribute('data-name') : undefined;
      this.form.field(name)?.focus();
    });
    document.addEventListener('keydown', (event) => this.key(event));
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.load(readKept()));
    this.load(this.kept);
  }

  private load(kept: Kept): void {
    this.kept = kept;
    this.form.load(kept);
    this.show();
  }

  private typed(): void {
    this.kept = this.form.read(this.kept);
    writeKept(this.kept);
    this.bar?.problem('');
    this.show();
  }

  private fill(): Filled {
    const { subject, text, language } = this.data;
    const region = this.region();
    const situation = region ? { region } : {};
    return fill(
      { subject: resolveLine(subject, situation), text: resolve(text, situation) },
      { variables: this.form.variables, values: this.kept.values, locale: localeOf(language, region) },
    );
  }

  /** Key of the reader's region; undefined where it is not chosen yet or does not matter. */
  private region(): string | undefined {
    const keys = Object.keys(this.data.regions);
    return keys.length === 1 ? keys[0] : keys.find((key) => key === this.kept.region);
  }

  private asksRegion(): boolean {
    return Object.keys(this.data.regions).length > 1 && this.region() === undefined;
  }

  private show(): void {
    this.filled = this.fill();
    const { subject, text, missing, invalid } = this.filled;
    this.message.show(this.filled);
    this.form.show(new Set(variablesIn([...subject, ...text])), invalid);
    this.bar?.left(missing.length + (this.asksRegion() ? 1 : 0));
    showCase(this, this.data, this.kept);
  }

  private key(event: KeyboardEvent): void {
    const modifier = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && modifier && !event.isComposing) {
      event.preventDefault();
      void this.copy('rich');
    } else if (event.key === 'x' && !modifier && !event.altKey && !isTyping(event.target) && singleKeysOn()) {
      event.preventDefault();
      this.clear();
    }
  }

  private clear(): void {
    const count = Object.keys(this.kept.values).length;
    this.bar?.problem('');
    this.load(clearKept());
    announce(count === 0 ? 'No value to clear.' : `Cleared ${countOf(count, 'value')}.`);
  }

  private restore(): void {
    this.load(restoreKept());
    announce('The values are back.');
    this.inside('[data-clear]').focus();
  }

  /** Goes to the next blank that must be filled in, or to the copy button. */
  private next(): void {
    const field = this.form.field(this.asksRegion() ? 'region' : this.filled.missing[0]);
    (field ?? this.querySelector<HTMLElement>('[data-copy="rich"]'))?.focus();
  }

  /** What is in the way of a copy, and the field that mends it; undefined where nothing is. */
  private obstacle(copy: Copy): { name: string | undefined; sentence: string } | undefined {
    const { missing, invalid } = this.filled;
    const forHelpdesk = typeof copy === 'object';
    if (this.asksRegion() && (this.data.byRegion || !forHelpdesk))
      return {
        name: 'region',
        sentence: 'Not copied: choose where the reader is, because the text depends on it.',
      };
    if (forHelpdesk) return undefined;
    if (missing.length > 0)
      return {
        name: missing[0],
        sentence: `Not copied: fill in ${sentenceList(missing.map(this.form.labelOf))}.`,
      };
    const [wrong] = invalid;
    return (
      wrong && { name: wrong.name, sentence: `Not copied. ${this.form.labelOf(wrong.name)}: ${wrong.reason}` }
    );
  }

  private async copy(kind: string): Promise<void> {
    const { bar, filled, kept, data } = this;
    if (!bar) {
      announce(this.inside('[data-reason]').textContent);
      return;
    }
    const copy: Copy = kind === 'helpdesk' ? bar.forHelpdesk : (kind as 'rich' | 'plain' | 'subject');
    const obstacle = this.obstacle(copy);
    bar.problem(obstacle?.sentence ?? '');
    if (obstacle) {
      this.form.goTo(obstacle.name);
      return;
    }
    const region = this.region();
    const { manifest = '', helpdesks = '' } = this.dataset;
    const { id, revision, text } = data;
    const { variables } = this.form;
    const copied = await copyMacro(copy, {
      ...{ id, revision, text, variables, region },
      ...{ filled, manifest, helpdesks },
    });
    if (copied.kind === 'refused') bar.refused(copied.reason);
    else if (copied.kind === 'denied')
      bar.problem('Not copied: the browser does not give access to the clipboard.');
    else {
      const unchecked = copied.kind === 'unchecked';
      const note = internalNote(data, data.byRegion ? region : undefined, caseFor(data, kept), !unchecked);
      bar.copied(copy, filled, unchecked, note);
      // The bar has grown: what has the focus comes out from behind it.
      this.querySelector('form :focus')?.scrollIntoView({ block: 'nearest' });
    }
  }

  private inside(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The desk has no ${selector}`);
    return found;
  }
}

customElements.define('macro-desk', MacroDesk);
