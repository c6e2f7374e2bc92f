import { itemAt, itemsAt, textAt } from './fields.ts';
import type { HelpdeskFormat, LiveText } from './helpdesk.ts';
import { plainName, tagOf } from './stamp.ts';
import { liquid } from './syntax.ts';

/** Status after the macro: a request waits for the user, an escalation for us, a decision is the end. */
const statusAfter: Readonly<Record<string, string>> = { 'request-information': 'pending', escalate: 'hold' };

/** Zendesk macros: https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/ */
export const zendesk: HelpdeskFormat = {
  name: 'Zendesk',
  request: 'POST /api/v2/macros',
  native: {
    first_name: 'ticket.requester.first_name',
    agent_first_name: 'current_user.first_name',
    ticket_id: 'ticket.id',
  },
  syntax: liquid,
  markup: 'html',
  subject: true,
  body: (macro, write) => ({
    macro: {
      title: `${macro.folder}::${macro.title}`,
      description: `${macro.stamp} reflects ${macro.reflects.join(', ')}`,
      active: true,
      restriction: null,
      actions: [
        ...(macro.subject.length ? [{ field: 'subject', value: write.line(macro.subject) }] : []),
        { field: 'comment_value_html', value: write.html(macro.text) },
        { field: 'comment_mode_is_public', value: true },
        {
          field: 'current_tags',
          value: `appeal_${macro.outcome} ${macro.policyArea.toLowerCase()} ${tagOf(macro.stamp)}`,
        },
        { field: 'status', value: statusAfter[macro.outcome] ?? 'solved' },
      ],
    },
  }),
  read: (item) => {
    const macro = 'macro' in item ? itemAt(item, 'macro') : item;
    const actions = new Map(itemsAt(macro, 'actions').map((action) => [textAt(action, 'field'), action]));
    const value = (field: string): string => {
      const found = actions.get(field)?.value;
      return typeof found === 'string' ? found : Array.isArray(found) ? String(found.at(-1)) : '';
    };
    const title = textAt(macro, 'title');
    if (!title) return undefined;
    const body: LiveText = actions.has('comment_value_html')
      ? { markup: 'html', value: value('comment_value_html') }
      : { markup: 'plain', value: value('comment_value') };
    return {
      name: plainName(title),
      stamped: `${textAt(macro, 'description')} ${title}`,
      texts: {
        body,
        ...(actions.has('subject') ? { subject: { markup: 'plain', value: value('subject') } } : {}),
      },
    };
  },
};
