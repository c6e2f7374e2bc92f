import { stateOf } from '#macros/state.ts';
import { clauseMeaning } from '#playbook/digest.ts';
import { type WordRun, wordRuns } from '#report/word-diff.ts';
import { clauseAsApproved } from '#repository/clause-as-approved.ts';
import type { Past } from './past.ts';
import { pastTexts } from './past-texts.ts';
import type { SiteSource } from './site-source.ts';

/** `<code> <digest when approved>` to what changed since; clauses whose former words git does not tell are left out. */
export type ClauseChanges = Readonly<Record<string, WordRun[]>>;

/** What changed in every clause for which a macro is stale. */
export async function clauseChanges({ playbook }: SiteSource, past: Past): Promise<ClauseChanges> {
  const changes: Record<string, WordRun[]> = {};
  for (const macro of playbook.ofType('macros')) {
    const state = stateOf(playbook, macro);
    if (state.state !== 'stale') continue;
    for (const { code, approved } of state.clauses) {
      const key = `${code} ${approved}`;
      const found = playbook.clause(code);
      if (!found || Object.hasOwn(changes, key)) continue;
      const before = await clauseAsApproved(textsOf(past, found.policy.id), found.policy, code, approved);
      if (before !== undefined) changes[key] = wordRuns(before, clauseMeaning(found.policy, found.clause));
    }
  }
  return changes;
}

function textsOf({ entries }: Past, id: string): string[] {
  const entry = entries.get(id);
  return entry ? pastTexts(entry).flatMap(({ blob }) => entry.textOf(blob) ?? []) : [];
}
