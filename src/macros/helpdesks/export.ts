import type { Playbook } from '#playbook/playbook.ts';
import type { Helpdesk, HelpdeskName } from '#schemas/organisation.ts';
import { refusalOf, stateOf } from '../state.ts';
import { comesBack } from './comes-back.ts';
import { composeMacro, type ExportedMacro, type ExportProblem } from './compose-macro.ts';
import { helpdesks } from './helpdesks.ts';

/** All that a helpdesk gets, and why it does not get the rest. */
export interface Export {
  helpdesk: HelpdeskName;
  /** The call that creates each of them. */
  request: string;
  macros: ExportedMacro[];
  problems: ExportProblem[];
  /** Macros that may not be sent, with the reason. */
  withheld: { id: string; reason: string }[];
}

const noSettings: Helpdesk = { variables: {}, sendDefault: [] };

/** The settings of a helpdesk in organisation.yaml; without any, only what every account has. */
export const settingsOf = ({ organisation }: Playbook, helpdesk: HelpdeskName): Helpdesk =>
  organisation.helpdesks[helpdesk] ?? noSettings;

/** Every approved macro in the shape of a helpdesk; each is read back, and what does not come back as it was is a problem. */
export function exportFor(helpdesk: HelpdeskName, playbook: Playbook): Export {
  const format = helpdesks[helpdesk];
  const result: Export = { helpdesk, request: format.request, macros: [], problems: [], withheld: [] };
  for (const macro of playbook.ofType('macros')) {
    const refusal = refusalOf(stateOf(playbook, macro));
    if (refusal) {
      result.withheld.push({ id: macro.id, reason: refusal.reason });
      continue;
    }
    const settings = settingsOf(playbook, helpdesk);
    const { composed, problems } = composeMacro(playbook, macro, format, settings);
    const faithful = composed.filter((one) => comesBack(one, format, settings));
    result.macros.push(...faithful.map(({ id, region, stamp, body }) => ({ id, region, stamp, body })));
    result.problems.push(...problems);
    if (faithful.length < composed.length)
      result.problems.push({
        id: macro.id,
        severity: 'error',
        message: `Unexpected text in ${macro.id}, expected one that ${format.name} gives back as it was`,
        hint: 'Take emphasis out of the middle of words, and spaces from the edges of emphasis.',
      });
  }
  return result;
}
