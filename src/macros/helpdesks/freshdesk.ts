import { textAt } from './fields.ts';
import { type HelpdeskFormat, MissingSetting } from './helpdesk.ts';
import { plainName, stampedName } from './stamp.ts';
import { liquid } from './syntax.ts';

/** Freshdesk canned responses, visible to all agents: https://developers.freshdesk.com/api/ */
export const freshdesk: HelpdeskFormat = {
  name: 'Freshdesk',
  request: 'POST /api/v2/canned_responses',
  native: {
    first_name: 'ticket.requester.firstname',
    agent_first_name: 'ticket.agent.name',
    ticket_id: 'ticket.id',
  },
  syntax: liquid,
  markup: 'html',
  subject: false,
  body: (macro, write, { folder }) => {
    if (!folder || !/^\d+$/.test(folder))
      throw new MissingSetting('`folder`, the number of the folder that it is put into');
    return {
      title: stampedName(macro.title, macro.stamp),
      content_html: write.html(macro.text),
      visibility: 0,
      folder_id: Number(folder),
    };
  },
  read: (item) => {
    const title = textAt(item, 'title');
    return title
      ? {
          name: plainName(title),
          stamped: title,
          texts: { body: { markup: 'html', value: textAt(item, 'content_html') } },
        }
      : undefined;
  },
};
