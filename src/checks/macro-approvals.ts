import { approvalRefusal } from '#macros/approval.ts';
import { type MacroState, stateOf } from '#macros/state.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { atField } from './at.ts';
import type { Check, CheckContext } from './check.ts';

/** Every macro in force is approved as it stands, against the clauses as they stand. */
export const macroApprovals: Check = {
  rules: [
    {
      name: 'macro-unapproved',
      explains: 'An active macro that nobody approved cannot be copied or exported.',
      bad: 'status: active without `approval`',
      good: 'npm run approve -- macros/counterfeit-upheld --by policy-lead',
    },
    {
      name: 'macro-changed',
      explains:
        'A macro whose text moved since its approval cannot be copied or exported until it is approved again.',
      bad: 'approval.text: <digest of an older text>',
      good: 'npm run approve -- macros/counterfeit-upheld --by policy-lead',
    },
    {
      name: 'macro-stale',
      explains:
        'A macro is stale once a clause that it reflects says something else than on the day of its approval.',
      bad: 'approval.clauses: { CF-2: <digest of an older clause> }',
      good: 'npm run approve -- --all-stale --by policy-lead',
    },
    {
      name: 'macro-approver',
      explains: 'An approval names somebody who may approve macros, as organisation.yaml says.',
      bad: 'approval: { by: macro-editor, … }',
      good: 'approval: { by: policy-lead, … }',
    },
    {
      name: 'macro-own-approval',
      explains:
        'An approval is by somebody else than git names as author or co-author of the text that it covers; four eyes see more than two.',
      bad: 'approval.by: policy-lead, on a text that `policy-lead` committed',
      good: 'npm run approve -- macros/counterfeit-upheld --by appeals-lead',
    },
  ],
  run: (context) => context.playbook.ofType('macros').flatMap((macro) => issuesOf(macro, context)),
};

function issuesOf(macro: Entry<'macros'>, { playbook, unread, approvedTextWriters }: CheckContext): Issue[] {
  const { approval } = macro.data;
  const known = approval && Object.hasOwn(playbook.organisation.people, approval.by);
  const refusalWith = (writers: readonly string[]) =>
    known ? approvalRefusal(playbook.organisation, approval.by, writers) : undefined;
  const refusal = refusalWith([]);
  const own = refusal ? undefined : refusalWith(approvedTextWriters?.get(macro.id) ?? []);
  const state = stateOf(playbook, macro);
  const finding = findingFor(state, macro, unread.clauses);
  return [
    ...(refusal
      ? [
          atField(macro, ['approval', 'by'], {
            rule: 'macro-approver',
            message: refusal,
            hint: 'Approvals are written by `npm run approve`, never by hand.',
          }),
        ]
      : []),
    ...(own
      ? [
          atField(macro, ['approval', 'by'], {
            rule: 'macro-own-approval',
            message: own,
            hint: `Have somebody else read and approve it: \`npm run approve -- ${macro.id} --by <person>\`.`,
          }),
        ]
      : []),
    ...(finding ? [atField(macro, finding.path, { severity: 'warning', ...finding.text })] : []),
  ];
}

function findingFor(state: MacroState, { id, data }: Entry<'macros'>, unread: ReadonlySet<string>) {
  const again = `Have it read and approved: \`npm run approve -- ${id} --by <person>\`.`;
  switch (state.state) {
    case 'draft':
      if (data.status !== 'active') return undefined;
      return {
        path: ['approval'],
        text: {
          rule: 'macro-unapproved',
          message: 'Unexpected active macro without an approval, expected one that somebody approved',
          hint: again,
        },
      };
    case 'changed':
      return {
        path: ['approval', 'text'],
        text: {
          rule: 'macro-changed',
          message: `Unexpected text, expected the one that ${state.by} approved on ${state.on}`,
          hint: again,
        },
      };
    case 'stale': {
      // What vanished is reported where `reflects` names it; a policy that cannot be read says nothing about its clauses.
      const changed = state.clauses.filter(({ code, now }) => now !== undefined && !unread.has(code));
      if (changed.length === 0) return undefined;
      const codes = changed.map(({ code }) => code).join(', ');
      return {
        path: ['approval', 'clauses'],
        text: {
          rule: 'macro-stale',
          message: `Unexpected change of ${codes} since ${state.by} approved the macro on ${state.on}, expected the clause as it was`,
          hint: 'Read what changed and approve the macro again: `npm run approve -- --all-stale --by <person>`.',
        },
      };
    }
    default:
      return undefined;
  }
}
