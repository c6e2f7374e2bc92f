import { copyText } from './clipboard.ts';

/** Copies a quotation as it reads, or a list as a form with room behind each item. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const actions = this.querySelector<HTMLElement>('.actions');
    const button = actions?.querySelector('button');
    if (!actions || !button) return;
    actions.hidden = false;
    button.addEventListener('click', () => copyText(this.text(), 'Copied.'));
  }

  private text(): string {
    const items = [...this.querySelectorAll('li')].map(
      (item, index) => `${index + 1}. ${item.textContent}\n   `,
    );
    const heading = this.dataset.heading;
    if (items.length > 0) return [heading, ...items].join('\n');
    return this.querySelector('blockquote')?.textContent ?? '';
  }
}

customElements.define('copy-text', CopyText);
