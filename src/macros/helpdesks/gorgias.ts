import { itemAt, itemsAt, textAt } from './fields.ts';
import type { HelpdeskFormat } from './helpdesk.ts';
import { plainName, tagOf } from './stamp.ts';
import { bareBraces } from './syntax.ts';

/** Gorgias macros; the external id is free and carries the stamp: https://developers.gorgias.com/ */
export const gorgias: HelpdeskFormat = {
  name: 'Gorgias',
  request: 'POST /api/macros',
  native: {
    first_name: 'ticket.customer.firstname',
    agent_first_name: 'current_user.firstname',
    ticket_id: 'ticket.id',
  },
  syntax: bareBraces,
  markup: 'html',
  subject: true,
  body: (macro, write) => ({
    name: macro.title,
    external_id: macro.stamp,
    language: macro.language,
    actions: [
      ...(macro.subject.length
        ? [
            {
              name: 'setSubject',
              title: 'Set subject',
              type: 'user',
              arguments: { subject: write.line(macro.subject) },
            },
          ]
        : []),
      {
        name: 'setResponseText',
        title: 'Add response text',
        type: 'user',
        arguments: { body_html: write.html(macro.text), body_text: write.plain(macro.text) },
      },
      {
        name: 'addTags',
        title: 'Add tags',
        type: 'user',
        arguments: {
          tags: `appeal_${macro.outcome},${macro.policyArea.toLowerCase()},${tagOf(macro.stamp)}`,
        },
      },
    ],
  }),
  read: (item) => {
    const name = textAt(item, 'name');
    const actions = new Map(
      itemsAt(item, 'actions').map((action) => [textAt(action, 'name'), itemAt(action, 'arguments')]),
    );
    const text = actions.get('setResponseText') ?? {};
    const subject = textAt(actions.get('setSubject') ?? {}, 'subject');
    return name
      ? {
          name: plainName(name),
          stamped: textAt(item, 'external_id'),
          texts: {
            body: { markup: 'html', value: textAt(text, 'body_html') },
            plain: { markup: 'plain', value: textAt(text, 'body_text') },
            ...(subject ? { subject: { markup: 'plain', value: subject } } : {}),
          },
        }
      : undefined;
  },
};
