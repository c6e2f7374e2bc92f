import { checklistNote } from '../checklist-note.ts';
import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';

/** Keeps ticks while the tab lives, and writes them as text for the case note. */
class EvidenceChecklist extends HTMLElement {
  private boxes = [...this.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  private key = `redress-checks:${this.dataset.id}`;

  connectedCallback(): void {
    const actions = this.querySelector<HTMLElement>('.actions');
    if (actions) actions.hidden = false;
    const ticked = new Set(this.restore());
    for (const [index, box] of this.boxes.entries()) {
      box.checked = ticked.has(index);
      box.addEventListener('change', () => this.changed());
    }
    this.querySelector('[data-copy]')?.addEventListener('click', () => this.copy());
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      for (const box of this.boxes) box.checked = false;
      this.changed();
      announce('All ticks removed.');
    });
    this.count();
  }

  private restore(): number[] {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((index) => typeof index === 'number') : [];
    } catch {
      return [];
    }
  }

  private changed(): void {
    const ticked = [...this.boxes.entries()].filter(([, box]) => box.checked).map(([index]) => index);
    try {
      sessionStorage.setItem(this.key, JSON.stringify(ticked));
    } catch {
      // Without storage the ticks last as long as the page.
    }
    this.count();
  }

  private count(): void {
    const output = this.querySelector('output');
    const ticked = this.boxes.filter(({ checked }) => checked).length;
    if (output) output.textContent = `${ticked} of ${this.boxes.length}`;
  }

  private copy(): void {
    const checks = this.boxes.map((box) => ({
      done: box.checked,
      text: box.closest('label')?.querySelector('span')?.textContent ?? '',
    }));
    const done = checks.filter((check) => check.done).length;
    void copyText(
      checklistNote(this.dataset.heading ?? '', checks),
      `Copied, with ${done} of ${checks.length} checks ticked.`,
    );
  }
}

customElements.define('evidence-checklist', EvidenceChecklist);
