import { replay } from '#decisions/replay.ts';
import { textDigest } from '#macros/text-digest.ts';
import type { Entry } from '#playbook/entry.ts';
import { placeholder } from '#playbook/placeholder.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { ContentType } from '#schemas/index.ts';
import type { Answers } from './questions.ts';

type Starter = (playbook: Playbook, answers: Answers) => Readonly<Record<string, unknown>>;

/** Fields whose shape a schema alone cannot fill with something that makes sense, by type. */
export const starters: Readonly<Partial<Record<ContentType, Starter>>> = {
  policies: ({ organisation }) => {
    const actions = Object.keys(organisation.enforcementActions).slice(0, 1);
    return {
      ladder: ['0', '1', '2+'].map((strikes) => ({
        strikes,
        actions,
        note: placeholder('the actions of this rung, and what to weigh; then take this note out'),
      })),
    };
  },
  'decision-templates': ({ organisation }) => {
    const [first = '', second = first] = Object.keys(organisation.outcomes);
    const rule = (id: string, value: string, outcome: string) => ({
      id,
      when: { 'first-fact': value },
      outcome,
      because: placeholder('the reason, in a sentence that can be given to the user'),
      noMacro: placeholder('why nothing is sent, or name the macro instead'),
    });
    return {
      facts: {
        'first-fact': {
          ask: placeholder('what the reviewer establishes, as a question, and a better name for it'),
          values: {
            shown: placeholder('what must be there for this answer'),
            'not-shown': placeholder('what must be there for this answer'),
          },
        },
      },
      rules: [rule('R1', 'shown', first), rule('R2', 'not-shown', second)],
    };
  },
  precedents: (playbook, answers) => {
    const facts = factsOf(answers);
    const template = playbook.find('decision-templates', answers.get('template') ?? '');
    const found = template && replay(template.data, facts);
    return { facts, outcome: found?.kind === 'decided' ? found.outcome : '' };
  },
};

/** Why the table does not decide the facts of a new precedent; undefined where it does. */
export function undecided(playbook: Playbook, answers: Answers): string | undefined {
  const template = playbook.find('decision-templates', answers.get('template') ?? '');
  if (!template) return undefined;
  const found = replay(template.data, factsOf(answers));
  switch (found.kind) {
    case 'decided':
    case 'incomplete':
      return undefined;
    case 'gap':
      return `Unexpected facts, which no rule of ${template.id} decides, expected a case that the table knows. Mend the table first.`;
    case 'conflict':
      return `Unexpected facts, on which ${found.rules.join(' and ')} of ${template.id} disagree, expected a case that the table decides. Mend the table first.`;
    case 'excluded':
      return `Unexpected facts, which ${template.id} says cannot occur together: ${found.because}`;
  }
}

const factsOf = (answers: Answers): Record<string, string> =>
  Object.fromEntries(
    [...answers].flatMap(([flag, value]) => (flag.startsWith('facts.') ? [[flag.slice(6), value]] : [])),
  );

/** The macro that a new one with such a slug, `counterfeit-upheld.de`, translates; undefined where it translates none. */
export const sourceOf = (playbook: Playbook, type: ContentType, slug: string): Entry<'macros'> | undefined =>
  type === 'macros' && slug.includes('.') ? playbook.find('macros', slug.replace(/\..*$/, '')) : undefined;

/** What a translation takes over from its source, as answers. */
export const answersFrom = ({ data }: Entry<'macros'>, language: string): [string, string][] => [
  ['owner', data.owner],
  ['policy', data.policy],
  ['reflects', data.reflects.join(',')],
  ['outcome', data.outcome],
  ['audience', data.audience],
  ['channel', data.channel],
  ['language', language],
];

/** The fields that tie a translation to its source as it reads today. */
export const translationFields = (playbook: Playbook, source: Entry<'macros'>): Record<string, unknown> => {
  const { region, kinds, grounds, variables, asserts } = source.data;
  return {
    ...(region !== undefined && { region }),
    ...(kinds && { kinds }),
    ...(grounds.join() !== 'terms' && { grounds }),
    ...(Object.keys(variables).length && { variables }),
    ...(Object.keys(asserts).length && { asserts }),
    translates: { source: source.slug, text: textDigest(playbook, source) },
  };
};
