import { fits, type ListState, readState, writeState } from '../list-state.ts';
import { isTyping, singleKeysOn } from './shortcuts.ts';

interface Row {
  element: HTMLLIElement;
  /** A line about a file without a page has none. */
  link: HTMLAnchorElement | null;
  text: string;
  values: Record<string, string[]>;
  due: string;
  /** When it last changed, in seconds since 1970; 0 where that is not known. */
  changed: number;
  place: number;
}

/** The ways to sort; any other is the order in which the page was made. */
const orders: Readonly<Record<string, (a: Row, b: Row) => number>> = {
  title: (a, b) => titleOf(a).localeCompare(titleOf(b), 'en'),
  due: (a, b) => a.due.localeCompare(b.due, 'en'),
  changed: (a, b) => b.changed - a.changed,
};

const titleOf = ({ link }: Row): string => link?.textContent ?? '';

/** The values of a row by filter, with those that all rows of its piece share. */
const valuesOf = (row: HTMLElement): Record<string, string[]> => ({
  ...JSON.parse(row.closest<HTMLElement>('[data-shared]')?.dataset.shared ?? '{}'),
  ...JSON.parse(row.dataset.values ?? '{}'),
});

/** Narrows and sorts a list in place; what is chosen stands in the address, so that a narrowed list can be linked. */
class EntryList extends HTMLElement {
  private form = this.querySelector('form') as HTMLFormElement;
  private rows: Row[] = [...this.querySelectorAll<HTMLLIElement>('.rows > li')].map((element, place) => ({
    element,
    link: element.querySelector('a'),
    text: element.textContent.toLowerCase(),
    values: valuesOf(element),
    due: element.dataset.due ?? '',
    changed: Number(element.dataset.landed ?? 0),
    place,
  }));

  connectedCallback(): void {
    this.form.hidden = false;
    this.show(readState(location.search, this.names()));
    this.form.addEventListener('input', () => this.update());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.reachable()[0]?.click();
    });
    this.querySelector('[data-reset]')?.addEventListener('click', () => {
      this.form.reset();
      this.update();
    });
    this.addEventListener('keydown', (event) => this.move(event));
    document.addEventListener('keydown', (event) => this.find(event));
  }

  private names(): string[] {
    return [...this.form.elements].flatMap((field) =>
      'name' in field && field.name ? [String(field.name)] : [],
    );
  }

  private show(state: ListState): void {
    for (const [name, value] of Object.entries(state)) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
    this.apply(this.state());
  }

  private state(): ListState {
    return Object.fromEntries([...new FormData(this.form)].map(([name, value]) => [name, String(value)]));
  }

  private update(): void {
    const state = this.state();
    history.replaceState(null, '', location.pathname + writeState(state) + location.hash);
    this.apply(state);
  }

  private apply(state: ListState): void {
    for (const row of this.rows) row.element.hidden = !fits(state, row);
    this.sort(state.sort ?? '');
    for (const section of this.querySelectorAll('section')) {
      section.hidden = section.querySelector('.rows > li:not([hidden])') === null;
    }
    const count = this.visible().length;
    const output = this.querySelector('output');
    if (output)
      output.textContent = count === this.rows.length ? `${count}` : `${count} of ${this.rows.length}`;
    const nothing = this.querySelector<HTMLElement>('.nothing');
    if (nothing) nothing.hidden = count > 0;
  }

  private sort(by: string): void {
    const compare = orders[by];
    const ordered = [...this.rows].sort((a, b) => compare?.(a, b) || a.place - b.place);
    for (const { element } of ordered) element.parentElement?.append(element);
  }

  private visible(): Row[] {
    const shown = new Map(this.rows.map((row) => [row.element, row]));
    return [...this.querySelectorAll<HTMLLIElement>('.rows > li:not([hidden])')].flatMap(
      (item) => shown.get(item) ?? [],
    );
  }

  /** What is folded fits, too, and cannot be walked to. */
  private reachable(): HTMLAnchorElement[] {
    return this.visible().flatMap(({ link }) => (link?.checkVisibility() ? [link] : []));
  }

  /** Typing where no field has the focus narrows by words; the arrow down begins the walk through the rows. */
  private find(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (event.defaultPrevented || ctrlKey || metaKey || altKey || isTyping(target) || !singleKeysOn()) return;
    const words = this.form.querySelector('input');
    if (/^[\p{L}\p{N}]$/u.test(key)) words?.focus();
    else if (key === 'ArrowDown' && document.activeElement === document.body) {
      event.preventDefault();
      this.reachable()[0]?.focus();
    }
  }

  /** Arrow keys walk from the field of words through the rows. */
  private move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target instanceof HTMLSelectElement) return;
    const links = this.reachable();
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const next = at + step;
    const target = next < 0 ? this.form.querySelector('input') : links[next];
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
}

customElements.define('entry-list', EntryList);
