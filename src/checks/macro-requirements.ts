import { type Unmet, unmetRequirements } from '#macros/unmet-requirements.ts';
import type { Entry } from '#playbook/entry.ts';
import { atPosition } from './at.ts';
import type { Check } from './check.ts';

/** Messages say what the law wants of them. */
export const macroRequirements: Check = {
  rules: [
    {
      name: 'macro-requirement',
      explains:
        'A macro meets every requirement of requirements.yaml that applies to its kind, outcome, audience and ground, for the readers of each region.',
      bad: 'a final decision for EU readers that names no court',
      good: '<Covers requirement="dsa-20-5">… dispute settlement body … court …</Covers>',
    },
  ],
  run: ({ playbook, today }) =>
    playbook
      .ofType('macros')
      .filter(({ data }) => data.status !== 'retired')
      .flatMap((macro) =>
        unmetRequirements(playbook, macro, today).map((unmet) =>
          atPosition(macro.file, bodyOf(macro), {
            severity: unmet.requirement.level,
            rule: 'macro-requirement',
            ...wording(unmet),
          }),
        ),
      ),
};

/** Where the text begins. */
const bodyOf = (macro: Entry<'macros'>) => macro.tree.children[0]?.position?.start ?? macro.positionOf([]);

function wording({ id, requirement, regions, lacks }: Unmet): { message: string; hint: string } {
  const { instrument, article, element, says, mend, confidence } = requirement;
  const letter = element && !article.endsWith(`(${element})`) ? `, element ${element}` : '';
  const where = regions.length ? ` for readers in ${regions.join(', ')}` : '';
  const marked = lacks.length
    ? `: the text marked as \`${id}\` lacks ${lacks.map(quoted).join(' and ')}`
    : '';
  const unsure = confidence === 'field' ? ' This was not read in a source: check with Legal.' : '';
  return {
    message: `Unexpected message without ${article}${letter} of ${instrument}${where}${marked}, expected text that meets \`${id}\``,
    hint: `${says} Write for example \`<Covers requirement="${id}">${mend}</Covers>\`.${unsure}`,
  };
}

const quoted = (alternatives: string): string =>
  alternatives
    .split('|')
    .map((phrase) => `\`${phrase.trim()}\``)
    .join(' or ');
