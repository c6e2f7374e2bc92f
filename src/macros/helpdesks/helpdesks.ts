import type { HelpdeskName } from '#schemas/organisation.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { gorgias } from './gorgias.ts';
import type { HelpdeskFormat } from './helpdesk.ts';
import { helpscout } from './helpscout.ts';
import { intercom } from './intercom.ts';
import { kustomer } from './kustomer.ts';
import { zendesk } from './zendesk.ts';

/** Every helpdesk that macros can be exported to; adding one is one file and one line. */
export const helpdesks: Readonly<Record<HelpdeskName, HelpdeskFormat>> = {
  zendesk,
  intercom,
  kustomer,
  freshdesk,
  front,
  helpscout,
  gorgias,
};

/** Names of the helpdesks, in the order of the list. */
export const helpdeskNames = Object.keys(helpdesks) as HelpdeskName[];
