import type { Entry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';

/** A function of a macro in its playbook, computed once for each: checks, pages and exports ask for the same thing. */
export function once<T>(
  compute: (playbook: Playbook, macro: Entry<'macros'>) => T,
): (playbook: Playbook, macro: Entry<'macros'>) => T {
  const known = new WeakMap<Playbook, WeakMap<Entry<'macros'>, { value: T }>>();
  return (playbook, macro) => {
    const macros = known.get(playbook) ?? new WeakMap<Entry<'macros'>, { value: T }>();
    known.set(playbook, macros);
    const found = macros.get(macro) ?? { value: compute(playbook, macro) };
    macros.set(macro, found);
    return found.value;
  };
}
