import { textAt } from './fields.ts';
import type { HelpdeskFormat } from './helpdesk.ts';
import { plainName, stampedName } from './stamp.ts';
import { attributeElement } from './syntax.ts';

const mostBytes = 20_480;

/** Intercom macros, Preview version of the interface: https://developers.intercom.com/ */
export const intercom: HelpdeskFormat = {
  name: 'Intercom',
  request: 'POST /macros',
  native: {
    first_name: 'user.first_name',
    agent_first_name: 'teammate.first_name',
    ticket_id: 'conversation.id',
  },
  syntax: attributeElement,
  markup: 'html',
  subject: false,
  body: (macro, write) => ({
    name: stampedName(macro.title, macro.stamp),
    body: write.html(macro.text),
    visible_to: 'everyone',
    visible_to_team_ids: [],
    available_on: ['inbox'],
  }),
  tooLong: (body) => {
    const bytes = new TextEncoder().encode((body as { body: string }).body).length;
    return bytes > mostBytes ? `${bytes} bytes of text, expected at most ${mostBytes}` : undefined;
  },
  read: (item) => {
    const name = textAt(item, 'name');
    return name
      ? {
          name: plainName(name),
          stamped: name,
          texts: { body: { markup: 'html', value: textAt(item, 'body') } },
        }
      : undefined;
  },
};
