/** Gives each name a number, in order of first use. */
export class Numbering {
  readonly names: string[];
  readonly #numbers = new Map<string, number>();

  constructor(names: readonly string[] = []) {
    this.names = [...names];
    for (const [number, name] of names.entries()) this.#numbers.set(name, number);
  }

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.push(name) - 1;
    this.#numbers.set(name, number);
    return number;
  }
}
