import { textAt } from './fields.ts';
import type { HelpdeskFormat } from './helpdesk.ts';
import { plainName, stampedName } from './stamp.ts';
import { percentBraces } from './syntax.ts';

/** Help Scout saved replies, one text for e-mail and one for chat: https://developer.helpscout.com/mailbox-api/ */
export const helpscout: HelpdeskFormat = {
  name: 'Help Scout',
  request: 'POST /v2/mailboxes/{mailboxId}/saved-replies',
  native: {
    first_name: 'customer.firstName',
    agent_first_name: 'user.firstName',
    ticket_id: 'conversation.number',
  },
  syntax: percentBraces,
  markup: 'html',
  subject: false,
  body: (macro, write) => ({
    name: stampedName(macro.title, macro.stamp),
    text: write.html(macro.text),
    chatText: write.plain(macro.text),
  }),
  read: (item) => {
    const name = textAt(item, 'name');
    return name
      ? {
          name: plainName(name),
          stamped: name,
          texts: {
            body: { markup: 'html', value: textAt(item, 'text') },
            chat: { markup: 'plain', value: textAt(item, 'chatText') },
          },
        }
      : undefined;
  },
};
