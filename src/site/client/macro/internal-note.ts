import { revisionOf, writeStamp } from '#macros/helpdesks/stamp.ts';
import type { MacroData } from '../../views/macro-data.ts';
import type { Handover } from '../decision/case-handover.ts';

/** What goes into the internal note of a ticket: the macro with its revision, and the rule that led to it. */
export function internalNote(
  { id, title, revision }: Pick<MacroData, 'id' | 'title' | 'revision'>,
  /** Key of the region that the text was written out for; undefined where there is one text for all. */
  region: string | undefined,
  handover: Handover | undefined,
  checked: boolean,
): string {
  return [
    `Sent: ${title} [${writeStamp({ id, region, revision: revisionOf(revision) })}]`,
    ...(handover
      ? [`Rule: ${handover.rule} of decision-templates/${handover.template}. ${handover.because}`]
      : []),
    ...(checked
      ? []
      : ['Unchecked: the playbook could not be asked whether this text is still the approved one.']),
  ].join('\n');
}
