import { href } from '../../href.ts';
import type { DecisionData } from '../../views/decision-data.ts';
import type { Step } from './case-step.ts';
import { make } from './make.ts';

/** Who may decide a case, who signs besides, and where it goes with what. */
export function whoDecides({ roles, escalations, macros }: DecisionData, { rules }: Step): HTMLElement {
  const [rule] = rules;
  const role = roles[rule?.authority ?? ''];
  const escalation = escalations[rule?.escalation ?? ''];
  return make(
    'dl',
    'who',
    row(
      'May decide',
      role
        ? make(
            'details',
            '',
            make('summary', '', make('b', '', role.name), ` (rank ${role.rank}) or higher in its line`),
            make('p', 'aside', role.within),
          )
        : 'Any reviewer',
    ),
    role?.secondReviewer !== undefined && row('Second reviewer', role.secondReviewer),
    escalation &&
      row(
        'Escalate to',
        make(
          'details',
          '',
          make(
            'summary',
            '',
            make('b', '', escalation.title),
            `, ${escalation.team}: answers within ${escalation.answerWithin} `,
            make('span', 'count', `packet of ${escalation.packet.length}`),
          ),
          make('ol', 'packet', ...escalation.packet.map((item) => make('li', '', item))),
          make('p', 'aside', `If no answer comes: ${escalation.byDefault}`),
          make('p', '', make('a', { href: href(escalation.path) }, `${escalation.title}, the whole path`)),
        ),
      ),
    !macros[rule?.macro ?? ''] && row('Macro', rule?.noMacro ?? 'None'),
  );
}

const row = (term: string, content: Node | string): HTMLElement =>
  make('div', '', make('dt', '', term), make('dd', '', content));
