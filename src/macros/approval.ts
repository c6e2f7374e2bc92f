import { clauseDigest } from '#playbook/digest.ts';
import type { Entry } from '#playbook/entry.ts';
import { handleOf } from '#playbook/handle-of.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { Approval } from '#schemas/macro.ts';
import type { Organisation } from '#schemas/organisation.ts';
import { textDigest } from './text-digest.ts';

/** The approval of a macro as it stands, by a handle of `people` on an ISO date; clauses that do not exist are left out. */
export function approvalOf(playbook: Playbook, macro: Entry<'macros'>, by: string, on: string): Approval {
  const clauses = macro.data.reflects.flatMap((code) => {
    const found = playbook.clause(code);
    return found ? [[code, clauseDigest(found.policy, found.clause)] as const] : [];
  });
  return { by, on, text: textDigest(playbook, macro), clauses: Object.fromEntries(clauses) };
}

/**
 * Why a handle may not approve a text that these git author names last changed, as one sentence; undefined where it
 * may. Names in git are claims: this keeps honest people from approving their own words, no more.
 */
export function approvalRefusal(
  organisation: Organisation,
  handle: string,
  authors: readonly string[],
): string | undefined {
  const { people } = organisation;
  const person = Object.hasOwn(people, handle) ? people[handle] : undefined;
  const approvers = Object.keys(people).filter((key) => people[key]?.mayApprove.includes('macros'));
  const others =
    approvers
      .filter((key) => key !== handle)
      .map((key) => `\`${key}\``)
      .join(', ') || 'there is none';
  if (!person) return `Unexpected person \`${handle}\`, expected one who may approve macros: ${others}`;
  if (!person.mayApprove.includes('macros'))
    return `Unexpected approval by \`${handle}\`, expected somebody who may approve macros: ${others}`;
  const own = authors.find((author) => handleOf(organisation, author) === handle);
  return own === undefined
    ? undefined
    : `Unexpected approval of the own text: ${own} wrote it and is \`${handle}\`, expected another approver: ${others}`;
}
