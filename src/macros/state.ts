import { clauseDigest } from '#playbook/digest.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { once } from './once.ts';
import { textDigest } from './text-digest.ts';

/** A clause that no longer says what it said when a macro was approved. */
interface MovedClause {
  code: string;
  /** Id of its policy; undefined where the clause vanished. */
  policy: string | undefined;
  /** Its digest when the macro was approved, and now; undefined where it vanished. */
  approved: string;
  now: string | undefined;
}

/** Whether a macro may be sent, and if not, why. */
export type MacroState =
  | { state: 'approved'; by: string; on: string }
  /** Its own text, or the list of clauses that it reflects, is not what was approved. */
  | { state: 'changed'; by: string; on: string }
  /** A clause that it reflects moved, or the text that it translates did. */
  | { state: 'stale'; by: string; on: string; clauses: MovedClause[]; source: string | undefined }
  | { state: 'draft' }
  | { state: 'retired' };

/** The state of a macro in a playbook: what its approval pinned against what stands there now. */
export const stateOf = once((playbook, macro): MacroState => {
  const { status, approval, reflects, translates } = macro.data;
  if (status === 'retired') return { state: 'retired' };
  if (status === 'draft' || !approval) return { state: 'draft' };
  const { by, on } = approval;
  const clauses = reflects.flatMap((code) => movedClause(playbook, code, approval.clauses[code]));
  const source = translates && playbook.find('macros', translates.source);
  const sourceMoved = source && textDigest(playbook, source) !== translates.text ? source.id : undefined;
  if (clauses.length > 0 || sourceMoved) return { state: 'stale', by, on, clauses, source: sourceMoved };
  const sameClauses = reflects.every((code) => Object.hasOwn(approval.clauses, code));
  return sameClauses && textDigest(playbook, macro) === approval.text
    ? { state: 'approved', by, on }
    : { state: 'changed', by, on };
});

function movedClause(playbook: Playbook, code: string, approved: string | undefined): MovedClause[] {
  if (approved === undefined) return [];
  const found = playbook.clause(code);
  const now = found && clauseDigest(found.policy, found.clause);
  return now === approved ? [] : [{ code, policy: found?.policy.id, approved, now }];
}

/** Why a macro may not be sent and what to do about it; undefined where it may. */
export function refusalOf(state: MacroState): { reason: string; wayOut: string } | undefined {
  switch (state.state) {
    case 'approved':
      return undefined;
    case 'changed':
      return {
        reason: `The text changed after ${state.by} approved it on ${state.on}.`,
        wayOut: 'Ask somebody who may approve macros to read and approve it again.',
      };
    case 'stale':
      return {
        reason: staleReason(state),
        wayOut: 'Do not send it: ask the owner to read the change and approve the macro again.',
      };
    case 'draft':
      return { reason: 'The macro is not approved.', wayOut: 'Choose an approved macro, or ask the owner.' };
    case 'retired':
      return { reason: 'The macro is retired.', wayOut: 'Use the macro that replaced it.' };
  }
}

function staleReason({ clauses, source, on }: Extract<MacroState, { state: 'stale' }>): string {
  const moved = clauses.map(({ code, now }) => (now ? `${code} changed` : `${code} is gone`));
  if (source) moved.push(`its source ${source} changed`);
  return `Since the approval on ${on}, ${new Intl.ListFormat('en').format(moved)}.`;
}
