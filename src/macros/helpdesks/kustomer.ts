import { itemAt, textAt } from './fields.ts';
import type { HelpdeskFormat } from './helpdesk.ts';
import { plainName, stampedName } from './stamp.ts';
import { handlebars } from './syntax.ts';

const mostCharacters = 10_240;

/** Kustomer shortcuts, whose text is Markdown: https://developer.kustomer.com/ */
export const kustomer: HelpdeskFormat = {
  name: 'Kustomer',
  request: 'POST /v1/shortcuts',
  native: {
    first_name: 'customer.firstName',
    agent_first_name: 'currentUser.displayName',
    ticket_id: 'conversation.name',
  },
  syntax: handlebars,
  markup: 'markdown',
  subject: false,
  body: (macro, write) => ({
    name: stampedName(macro.title, macro.stamp),
    draft: { text: write.markdown(macro.text) },
  }),
  tooLong: (body) => {
    const { length } = (body as { draft: { text: string } }).draft.text;
    return length > mostCharacters
      ? `${length} characters of text, expected at most ${mostCharacters}`
      : undefined;
  },
  read: (item) => {
    const shortcut = 'attributes' in item ? itemAt(item, 'attributes') : item;
    const name = textAt(shortcut, 'name');
    const value = textAt(itemAt(shortcut, 'draft'), 'text');
    return name
      ? { name: plainName(name), stamped: name, texts: { body: { markup: 'markdown', value } } }
      : undefined;
  },
};
