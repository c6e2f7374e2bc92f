import type { Filled } from '#macros/fill.ts';
import type { Block } from '#macros/text.ts';
import { previewHtml } from '../../macro-preview.ts';

/** The text at the right, as the user will read it; it follows the blank that is being filled in. */
export class MessageView {
  private readonly box: HTMLElement;
  private readonly draw: (blocks: readonly Block[]) => string;
  private here = '';

  constructor(
    box: HTMLElement,
    labelOf: (name: string) => string,
    regions: Readonly<Record<string, string>>,
  ) {
    this.box = box;
    this.draw = (blocks) => previewHtml(blocks, labelOf, regions);
  }

  show({ subject, text }: Filled): void {
    const line = this.box.querySelector('[data-subject]');
    if (line) line.innerHTML = this.draw([{ type: 'paragraph', children: subject }]);
    const body = this.box.querySelector('[data-text]');
    if (body) body.innerHTML = this.draw(text);
    this.mark();
  }

  /** Marks where a value stands, and brings the first place into the box. */
  follow(name: string): void {
    this.here = name;
    const [first] = this.mark();
    const { top, bottom } = this.box.getBoundingClientRect();
    const place = first?.getBoundingClientRect();
    if (place && (place.top < top || place.bottom > bottom))
      this.box.scrollTop += place.top - top - this.box.clientHeight / 3;
  }

  private mark(): Element[] {
    return [...this.box.querySelectorAll('[data-name]')].filter((place) =>
      place.classList.toggle('here', place.getAttribute('data-name') === this.here),
    );
  }
}
