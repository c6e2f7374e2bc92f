import { type MacroState, refusalOf, stateOf } from '#macros/state.ts';
import type { Entry } from '#playbook/entry.ts';
import { clausePath } from '#playbook/paths.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { Organisation } from '#schemas/organisation.ts';
import type { ClauseChanges } from '../clause-changes.ts';
import { fromKey, longDate, sentenceList } from '../words.ts';
import { linkTo, type PageLink } from './page-link.ts';
import { replacementOf } from './rail.ts';

/** Whether a macro may be sent, as its page says it. */
export interface StateView {
  state: MacroState['state'];
  /** "Approved", "Changed since approval". */
  word: string;
  /** "on 15 January 2026 by Policy lead", after the word; undefined where nobody approved it. */
  approved: string | undefined;
  /** Undefined where it may be sent. */
  refusal: RefusalView | undefined;
}

/** Why a macro may not be copied, and the ways on. */
export interface RefusalView {
  reason: string;
  /** Clauses that moved since the approval. */
  clauses: { link: PageLink | undefined; code: string; runs: ClauseChanges[string] | undefined }[];
  /** Approved macros that say the same to the same people, or the one that replaces it. */
  instead: PageLink[];
  /** "Appeals lead may approve it"; undefined where approving is not the way out. */
  approvers: string | undefined;
  /** The command of those who may. */
  command: string;
}

/** The names of the states, as everybody sees them. */
export const stateWords: Readonly<Record<MacroState['state'], string>> = {
  approved: 'Approved',
  changed: 'Changed since approval',
  stale: 'Stale',
  draft: 'Not approved',
  retired: 'Retired',
};

/** The state of a macro for its page; `changes` holds what moved clauses said when it was approved. */
export function stateView(playbook: Playbook, macro: Entry<'macros'>, changes: ClauseChanges): StateView {
  const state = stateOf(playbook, macro);
  const { organisation } = playbook;
  const refusal = refusalOf(state);
  const approvers = approversOf(organisation);
  return {
    state: state.state,
    word: stateWords[state.state],
    approved: 'by' in state ? approvedText(organisation, state) : undefined,
    refusal: refusal && {
      reason: reasonOf(organisation, state, refusal.reason),
      clauses:
        state.state === 'stale' ? state.clauses.map((clause) => clauseView(playbook, clause, changes)) : [],
      instead: insteadOf(playbook, macro),
      approvers:
        state.state === 'retired' || macro.data.status !== 'active'
          ? undefined
          : approvers.length > 0
            ? `${sentenceList(approvers)} may approve it`
            : 'Nobody in organisation.yaml may approve macros',
      command: `npm run approve -- ${macro.id} --by ${approverKeys(organisation)[0] ?? '<person>'}`,
    },
  };
}

const approvedText = (organisation: Organisation, state: { state: string; by: string; on: string }): string =>
  `${state.state === 'stale' ? 'since its approval ' : ''}on ${longDate(state.on)} by ${personName(organisation, state.by)}`;

/** The reason with people and dates in words. */
function reasonOf(organisation: Organisation, state: MacroState, reason: string): string {
  if (state.state === 'changed')
    return `The text changed after ${personName(organisation, state.by)} approved it on ${longDate(state.on)}.`;
  return state.state === 'stale' ? reason.replace(state.on, longDate(state.on)) : reason;
}

function clauseView(
  playbook: Playbook,
  { code, policy, approved }: { code: string; policy: string | undefined; approved: string },
  changes: ClauseChanges,
): RefusalView['clauses'][number] {
  const found = playbook.clause(code);
  return {
    code,
    link: policy && found ? { path: clausePath(policy, code), text: found.clause.title, code } : undefined,
    runs: changes[`${code} ${approved}`],
  };
}

/** What may be sent instead: the replacement, else approved macros of the same outcome, audience and language. */
function insteadOf(playbook: Playbook, macro: Entry<'macros'>): PageLink[] {
  const replacement = replacementOf(playbook, macro);
  if (replacement) return [replacement];
  const { policy, outcome, audience, language, region } = macro.data;
  return playbook
    .ofType('macros')
    .filter(
      (other) =>
        other !== macro &&
        other.data.policy === policy &&
        other.data.outcome === outcome &&
        other.data.audience === audience &&
        other.data.language === language &&
        (other.data.region ?? region) === region &&
        stateOf(playbook, other).state === 'approved',
    )
    .map((other) => linkTo(playbook, other));
}

const approverKeys = ({ people }: Organisation): string[] =>
  Object.keys(people).filter((key) => people[key]?.mayApprove.includes('macros'));

const approversOf = (organisation: Organisation): string[] =>
  approverKeys(organisation).map((key) => personName(organisation, key));

const personName = ({ people }: Organisation, key: string): string =>
  (Object.hasOwn(people, key) ? people[key]?.name : undefined) ?? fromKey(key);
