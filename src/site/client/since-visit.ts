import { sinceWords } from '../since-words.ts';
import { announce } from './announce.ts';

/** Up to when a reader has seen what changed; kept in this browser alone. */
interface Seen {
  /** When the newest change that was there to see reached the branch; seconds since 1970. */
  upTo: number;
  /** When the reader said so, or first came; milliseconds since 1970. */
  on: number;
}

const KEY = 'redress.seen';

/** Marks what changed since the last visit; a first visit marks nothing. */
class SinceVisit extends HTMLElement {
  private line = this.querySelector<HTMLElement>('.since');
  private newest = Number(this.dataset.newest ?? Number.NaN);

  connectedCallback(): void {
    const seen = readSeen();
    if (!seen && this.newest >= 0) writeSeen({ upTo: this.newest, on: Date.now() });
    const explained = this.querySelector<HTMLElement>('.since-explained');
    if (explained) explained.hidden = readSeen() === undefined;
    this.show(seen);
    this.querySelector('button')?.addEventListener('click', () => this.clear());
    // Another tab may have marked all as seen, or have come first.
    addEventListener('storage', ({ key }) => {
      if (key === KEY) this.show(readSeen());
    });
  }

  private show(seen: Seen | undefined): void {
    for (const mark of document.querySelectorAll('.new-since')) mark.remove();
    const fresh = seen
      ? [...document.querySelectorAll<HTMLElement>('[data-landed]')].filter(
          ({ dataset }) => Number(dataset.landed) > seen.upTo,
        )
      : [];
    const words = seen ? `since ${sinceWords(new Date(seen.on), new Date())}` : '';
    for (const element of fresh) {
      const mark = document.createElement('span');
      mark.className = 'new-since';
      mark.textContent = `New ${words}`;
      (element.querySelector('[data-marks]') ?? element).append(' ', mark);
    }
    if (!this.line) return;
    this.line.hidden = fresh.length === 0;
    const says = this.line.querySelector('[data-says]');
    if (says) says.textContent = `${fresh.length} marked as new ${words}.`;
  }

  private clear(): void {
    const seen = { upTo: Math.max(this.newest, readSeen()?.upTo ?? 0), on: Date.now() };
    writeSeen(seen);
    this.show(seen);
    announce('All marked as seen, on every page.');
  }
}

function readSeen(): Seen | undefined {
  try {
    const { upTo, on } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Seen>;
    return Number.isFinite(upTo) && Number.isFinite(on) ? ({ upTo, on } as Seen) : undefined;
  } catch {
    return undefined;
  }
}

function writeSeen(seen: Seen): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(seen));
  } catch {
    // Without storage every visit is the first.
  }
}

customElements.define('since-visit', SinceVisit);
