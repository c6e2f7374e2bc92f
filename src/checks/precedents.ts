import { type Replay, replay } from '#decisions/replay.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { didYouMean } from '#playbook/nearest.ts';
import { atField, atPosition } from './at.ts';
import type { Check } from './check.ts';

/** Every precedent is decided today as it was then, unless it says what overturned it. */
export const precedents: Check = {
  rules: [
    {
      name: 'precedent-mismatch',
      explains:
        'The table decides the facts of a precedent as it was decided, because equal cases end equally.',
      bad: 'outcome: overturn, where the table now gives uphold',
      good: 'the rule mended, or overturnedBy with date and reason',
    },
    {
      name: 'precedent-facts',
      explains:
        'A precedent gives every fact of its template a value that the template knows, and nothing else.',
      bad: 'facts without provenance',
      good: 'facts: { authenticity: verified, provenance: partial }',
    },
  ],
  run: ({ playbook }) =>
    playbook.ofType('precedents').flatMap((precedent) => {
      const template = playbook.find('decision-templates', precedent.data.template);
      const binds = precedent.data.status !== 'retired' && !precedent.data.overturnedBy;
      return template && binds
        ? problemsWith(precedent, template, replay(template.data, precedent.data.facts))
        : [];
    }),
};

function problemsWith(
  precedent: Entry<'precedents'>,
  template: Entry<'decision-templates'>,
  found: Replay,
): Issue[] {
  const { outcome } = precedent.data;
  const mismatch = (message: string, hint: string) => [
    atField(precedent, ['outcome'], { rule: 'precedent-mismatch', message, hint }),
  ];
  const mend = 'Mend the table, or mark the precedent with `overturnedBy: { date: …, reason: … }`.';
  switch (found.kind) {
    case 'decided':
      return found.outcome === outcome
        ? []
        : mismatch(
            `Unexpected outcome \`${outcome}\`, expected \`${found.outcome}\`: ${found.rule} of ${template.id} now decides this case`,
            mend,
          );
    case 'conflict':
      return mismatch(
        `Unexpected outcome \`${outcome}\`: ${found.rules.join(' and ')} of ${template.id} disagree on this case`,
        'Mend the table first.',
      );
    case 'gap':
      return mismatch(`Unexpected outcome \`${outcome}\`: no rule of ${template.id} decides this case`, mend);
    case 'excluded':
      return mismatch(
        `Unexpected facts: ${template.id} says that they cannot occur together (${found.because})`,
        'Correct the facts, or narrow the exclusion.',
      );
    case 'incomplete':
      return factIssues(precedent, template, found);
  }
}

function factIssues(
  precedent: Entry<'precedents'>,
  template: Entry<'decision-templates'>,
  { missing, unknownFacts, unknownValues }: Extract<Replay, { kind: 'incomplete' }>,
): Issue[] {
  const { facts } = template.data;
  const names = Object.keys(facts);
  const rule = 'precedent-facts';
  return [
    ...missing.map((fact) =>
      atField(precedent, ['facts'], {
        rule,
        message: `Unexpected absence, expected a value of \`${fact}\`, which ${template.id} asks for`,
        hint: `Its values are: ${Object.keys(facts[fact]?.values ?? {})
          .map((value) => `\`${value}\``)
          .join(', ')}.`,
      }),
    ),
    ...unknownFacts.map((fact) =>
      atPosition(precedent.file, precedent.keyPositionOf(['facts', fact]), {
        rule,
        message: `Unexpected fact \`${fact}\`, expected one of ${template.id}`,
        hint: didYouMean(fact, names),
      }),
    ),
    ...unknownValues.map(({ fact, value }) =>
      atField(precedent, ['facts', fact], {
        rule,
        message: `Unexpected value \`${value}\` of \`${fact}\`, expected one that ${template.id} knows`,
        hint: didYouMean(value, Object.keys(facts[fact]?.values ?? {})),
      }),
    ),
  ];
}
