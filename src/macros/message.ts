import type { Variable } from '#schemas/macro.ts';
import { includePassages } from './include-passages.ts';
import { once } from './once.ts';
import { parse } from './parse.ts';
import { resolve } from './resolve.ts';
import { parseSubject } from './subject.ts';
import type { Block, Inline } from './text.ts';

/** What a macro sends: passages included, conditions settled but those on a region that is still open. */
export interface Message {
  /** Empty where there is no subject line. */
  subject: Inline[];
  /** Still marked with what it covers. */
  text: Block[];
  /** Keys of the regions whose readers may get it. */
  regions: string[];
}

/** The message of a macro. */
export const messageOf = once((playbook, macro): Message => {
  const { subject, region, language, outcome, audience } = macro.data;
  const whole = includePassages(parse(macro.tree).text, (id) => {
    const passage = playbook.find('passages', id);
    return passage && parse(passage.tree).text;
  });
  return {
    subject: parseSubject(subject ?? ''),
    text: resolve(whole, { language, outcome, audience, ...(region ? { region } : {}) }),
    regions: region ? [region] : Object.keys(playbook.organisation.regions),
  };
});

/** The text for the readers of each region, by its key. */
export const textsByRegion = once((playbook, macro): ReadonlyMap<string, readonly Block[]> => {
  const { text, regions } = messageOf(playbook, macro);
  return new Map(regions.map((region) => [region, resolve(text, { region })]));
});

/** What the names in a macro's text mean: its own variables and the organisation's. */
export const knownVariables = once(
  (playbook, macro): Readonly<Record<string, Variable>> => ({
    ...playbook.organisation.variables,
    ...macro.data.variables,
  }),
);
