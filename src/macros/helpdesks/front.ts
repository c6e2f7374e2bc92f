import { textAt } from './fields.ts';
import type { HelpdeskFormat } from './helpdesk.ts';
import { plainName, stampedName } from './stamp.ts';
import { bareBraces } from './syntax.ts';

/** Front message templates: https://dev.frontapp.com/reference/message-templates */
export const front: HelpdeskFormat = {
  name: 'Front',
  request: 'POST /message_templates',
  native: {
    first_name: 'recipient.first_name',
    agent_first_name: 'user.first_name',
    ticket_id: 'conversation.ticket_id',
  },
  syntax: bareBraces,
  markup: 'html',
  subject: true,
  body: (macro, write, { folder }) => ({
    name: stampedName(macro.title, macro.stamp),
    ...(macro.subject.length ? { subject: write.line(macro.subject) } : {}),
    body: write.html(macro.text),
    ...(folder ? { folder_id: folder } : {}),
  }),
  read: (item) => {
    const name = textAt(item, 'name');
    const subject = textAt(item, 'subject');
    return name
      ? {
          name: plainName(name),
          stamped: name,
          texts: {
            body: { markup: 'html', value: textAt(item, 'body') },
            ...(subject ? { subject: { markup: 'plain', value: subject } } : {}),
          },
        }
      : undefined;
  },
};
