import { make } from './make.ts';

/** A folded part of a result that is made when it is first opened. */
export function folded(title: string, count: string, content: () => HTMLElement): HTMLDetailsElement {
  const made = make('details', 'part', make('summary', '', title, ' ', make('span', 'count', count)));
  made.addEventListener('toggle', () => made.append(content()), { once: true });
  return made;
}
