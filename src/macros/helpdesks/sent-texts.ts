import type { Helpdesk } from '#schemas/organisation.ts';
import { messageOf } from '../message.ts';
import { once } from '../once.ts';
import { resolve } from '../resolve.ts';
import { type Block, hasConditions } from '../text.ts';
import { uncover } from '../uncover.ts';
import { choosesByRegion, type HelpdeskFormat } from './helpdesk.ts';

/** What is sent of a macro: with its conditions open, and for each of its regions where it has any. */
export const sentTexts = once(
  (playbook, macro): { open: Block[]; byRegion: { region: string; text: Block[] }[] } => {
    const message = messageOf(playbook, macro);
    const open = uncover(message.text);
    const regions = hasConditions(open) ? message.regions : [];
    return { open, byRegion: regions.map((region) => ({ region, text: resolve(open, { region }) })) };
  },
);

/** The texts that a macro becomes: one, or one a region where the helpdesk cannot choose by region. */
export function variantsOf(
  { open, byRegion }: ReturnType<typeof sentTexts>,
  format: HelpdeskFormat,
  settings: Helpdesk,
): { region: string | undefined; text: Block[] }[] {
  return byRegion.length === 0 || choosesByRegion(format, settings)
    ? [{ region: undefined, text: open }]
    : byRegion;
}
