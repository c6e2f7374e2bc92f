import { type CaseDecision, decideCase } from '#decisions/decide-case.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import type { EntryPair } from './entry-pairs.ts';
import { type OverturnApproval, overturnApproval } from './overturn-approval.ts';
import { decidingTable } from './review-decisions.ts';
import type { ReviewInput } from './review-input.ts';

/** What a change does to one precedent. */
export interface PrecedentReview {
  id: string;
  title: string;
  /** The id of the template that decides it. */
  template: string;
  /**
   * `overturned`: the table now decides the case otherwise; `rewritten`: its recorded outcome is another one;
   * `released`: it is marked as overturned although the table decides it as before; these three need an approval.
   * `open`: the table asks for more than the case has; `restated`: its facts read otherwise; `retired`: it no longer
   * binds although nothing overturned it; `bound`: it binds again.
   */
  effect: 'overturned' | 'rewritten' | 'released' | 'open' | 'restated' | 'retired' | 'bound';
  /** The outcome on record and the rule that led to it. */
  was: { outcome: string; rule: string; because: string };
  now: CaseDecision;
  /** Whether the range says that it may be overturned; undefined where nothing is overturned. */
  approval: OverturnApproval | undefined;
  /** Where `overturnedBy` has to be written; undefined where it is, or is not needed. */
  unmarked: string | undefined;
}

type Precedent = Entry<'precedents'>;

/** The precedents that a change does something to, sorted by id. */
export function reviewPrecedents(
  { range, before, after }: ReviewInput,
  pairs: readonly EntryPair[],
): PrecedentReview[] {
  if (!before.playbook) return [];
  const organisation = before.playbook.organisation;
  const ids = new Map(pairs.map((pair) => [pair.before?.id, pair]));
  return before.playbook.ofType('precedents').flatMap((old): PrecedentReview[] => {
    const pair = ids.get(old.id);
    // A precedent that cannot be read is still decided by the facts that it had.
    const fresh = pair ? pair.after?.entry : old;
    const now = fresh?.type === 'precedents' ? fresh : undefined;
    const gone = pair !== undefined && pair.after === undefined;
    const found = effectOn(old, now, gone, before.playbook, tableNow(old, now, pairs, after.playbook));
    if (!found) return [];
    const id = now?.id ?? old.id;
    const binding = ['overturned', 'rewritten', 'released'].includes(found.effect);
    return [
      {
        id,
        title: (now ?? old).data.title,
        ...found,
        approval: binding ? overturnApproval([id, old.id], range, organisation) : undefined,
        unmarked: binding && !now?.data.overturnedBy ? (now?.file ?? old.file) : undefined,
      },
    ];
  });
}

/** The table that decides a precedent on the new side, and the id of its template there. */
function tableNow(
  old: Precedent,
  now: Precedent | undefined,
  pairs: readonly EntryPair[],
  playbook: Playbook | undefined,
): { template: string; table: DecisionTable | undefined } {
  const former = `decision-templates/${old.data.template}`;
  const renamed = pairs.find(({ before, after }) => before?.id === former && after);
  const template = now ? `decision-templates/${now.data.template}` : (renamed?.after?.id ?? former);
  const entry = playbook?.get(template);
  if (entry?.type === 'decision-templates') return { template, table: entry.data };
  const read = decidingTable(pairs.find(({ after }) => after?.id === template)?.after);
  return { template, table: read === 'unread' ? undefined : read };
}

function effectOn(
  old: Precedent,
  now: Precedent | undefined,
  gone: boolean,
  playbook: Playbook | undefined,
  { template, table }: ReturnType<typeof tableNow>,
): Pick<PrecedentReview, 'effect' | 'template' | 'was' | 'now'> | undefined {
  const { outcome } = old.data;
  const tableThen = playbook?.find('decision-templates', old.data.template)?.data;
  const then = tableThen && decideCase(tableThen, old.data.facts);
  const was =
    then?.kind === 'decided'
      ? { outcome, rule: then.rule, because: then.because }
      : { outcome, rule: '', because: '' };
  if (old.data.status === 'retired' || old.data.overturnedBy) {
    const bound = now && now.data.status !== 'retired' && !now.data.overturnedBy;
    const decision = bound && table && decideCase(table, now.data.facts);
    return decision ? { effect: 'bound', template, was, now: decision } : undefined;
  }
  // What was not decided as recorded before is no doing of this change; a check reports it.
  if (then?.kind !== 'decided' || then.outcome !== outcome || !table) return undefined;
  const restated = now !== undefined && factsDiffer(old.data.facts, now.data.facts, table);
  // The facts as they were recorded, as long as the table can read them: new ones must not hide that it turned.
  const recorded = decideCase(table, old.data.facts);
  const decision =
    recorded.kind === 'incomplete' ? decideCase(table, { ...old.data.facts, ...now?.data.facts }) : recorded;
  const effect = ((): PrecedentReview['effect'] | undefined => {
    if (now && now.data.outcome !== outcome) return 'rewritten';
    if (decision.kind === 'incomplete') return 'open';
    if (decision.kind !== 'decided' || decision.outcome !== outcome) return 'overturned';
    if (now?.data.overturnedBy) return 'released';
    if (gone || now?.data.status === 'retired') return 'retired';
    return restated ? 'restated' : undefined;
  })();
  return effect && { effect, template, was, now: decision };
}

/** Whether facts that the table still asks for have other values than they had. */
const factsDiffer = (
  old: Readonly<Record<string, string>>,
  fresh: Readonly<Record<string, string>>,
  table: DecisionTable,
): boolean => Object.keys(table.facts).some((name) => old[name] !== undefined && fresh[name] !== old[name]);
