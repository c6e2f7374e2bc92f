/** Which checks of which evidence standards are ticked for the case on the page; gone with the page. */
export class Ticks {
  #ticked = new Map<string, Set<number>>();

  /** Places of the ticked checks of a standard, from 0. */
  of(standard: string): ReadonlySet<number> {
    return this.#ticked.get(standard) ?? new Set();
  }

  set(standard: string, check: number, ticked: boolean): void {
    const checks = this.#ticked.get(standard) ?? new Set();
    this.#ticked.set(standard, checks);
    if (ticked) checks.add(check);
    else checks.delete(check);
  }

  clear(): void {
    this.#ticked.clear();
  }
}
