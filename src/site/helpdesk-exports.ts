import { type Export, exportFor } from '#macros/helpdesks/export.ts';
import { helpdeskNames } from '#macros/helpdesks/helpdesks.ts';
import type { Playbook } from '#playbook/playbook.ts';

const known = new WeakMap<Playbook, readonly Export[]>();

/** What each helpdesk gets of a playbook; computed once, because every macro's page asks for it. */
export function helpdeskExports(playbook: Playbook): readonly Export[] {
  const found = known.get(playbook) ?? helpdeskNames.map((name) => exportFor(name, playbook));
  known.set(playbook, found);
  return found;
}
