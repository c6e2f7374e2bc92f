import { channelLimits } from '#macros/channel-limits.ts';
import { fill, localeOf } from '#macros/fill.ts';
import { composeMacro } from '#macros/helpdesks/compose-macro.ts';
import { settingsOf } from '#macros/helpdesks/export.ts';
import { helpdeskNames, helpdesks } from '#macros/helpdesks/helpdesks.ts';
import { knownVariables, textsByRegion } from '#macros/message.ts';
import { renderText } from '#macros/render-text.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { atPosition } from './at.ts';
import type { Check } from './check.ts';

/** A message fits the channel by which it is sent, and the helpdesks that the organisation uses can carry it. */
export const macroLengths: Check = {
  rules: [
    {
      name: 'macro-length',
      explains: 'A message with its examples filled in is no longer than its channel bears.',
      bad: 'channel: chat with a text of 1,400 characters',
      good: 'channel: chat with a text of 400 characters',
    },
    {
      name: 'macro-helpdesk',
      explains:
        'Each helpdesk of organisation.yaml can express the macro: it has a field for every variable, and the text is within its limits.',
      bad: 'a variable for which helpdesks.zendesk names no field',
      good: 'helpdesks: { zendesk: { variables: { case_id: ticket.ticket_field_1042 } } }',
    },
  ],
  run: ({ playbook }) =>
    playbook
      .ofType('macros')
      .filter(({ data }) => data.status === 'active')
      .flatMap((macro) => [...channelIssues(playbook, macro), ...helpdeskIssues(playbook, macro)]),
};

const bodyOf = (macro: Entry<'macros'>) => macro.tree.children[0]?.position?.start ?? macro.positionOf([]);

function channelIssues(playbook: Playbook, macro: Entry<'macros'>): Issue[] {
  const { channel, language } = macro.data;
  const variables = knownVariables(playbook, macro);
  const values = Object.fromEntries(Object.entries(variables).map(([name, { example }]) => [name, example]));
  const lengths = [...textsByRegion(playbook, macro)].map(([region, text]) => {
    const filled = fill({ subject: [], text }, { variables, values, locale: localeOf(language, region) });
    return renderText(filled.text).length;
  });
  const longest = Math.max(0, ...lengths);
  if (longest <= channelLimits[channel]) return [];
  return [
    atPosition(macro.file, bodyOf(macro), {
      rule: 'macro-length',
      message: `Unexpected text of ${longest} characters, expected at most ${channelLimits[channel]} by ${channel}`,
      hint: 'Say it shorter, or send it by e-mail.',
    }),
  ];
}

function helpdeskIssues(playbook: Playbook, macro: Entry<'macros'>): Issue[] {
  return helpdeskNames
    .filter((name) => Object.hasOwn(playbook.organisation.helpdesks, name))
    .flatMap((name) =>
      composeMacro(playbook, macro, helpdesks[name], settingsOf(playbook, name))
        .problems.filter(({ severity }) => severity === 'error')
        .map(({ message, hint }) =>
          atPosition(macro.file, bodyOf(macro), { rule: 'macro-helpdesk', message, hint }),
        ),
    );
}
