import { didYouMean } from '#playbook/nearest.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { type Reference, referencesIn, referencesOf } from '#playbook/references.ts';
import type { OrganisationSection } from '#schemas/fields.ts';
import { type ContentType, contentTypes } from '#schemas/index.ts';
import { organisation as organisationSchema } from '#schemas/organisation.ts';
import { requirements as requirementsSchema } from '#schemas/requirements.ts';
import { atField, atPosition, type Finding } from './at.ts';
import type { Check, CheckContext } from './check.ts';

/** Every typed field that names something else names something that exists. */
export const references: Check = {
  rules: [
    {
      name: 'reference-dangling',
      explains: 'A field that names an entry, a clause or a key of organisation.yaml names one that exists.',
      bad: 'policy: counterfeits',
      good: 'policy: counterfeit',
    },
    {
      name: 'reference-retired',
      explains:
        'An active entry does not rest on a retired one, because a reader would follow it to a rule that no longer holds.',
      bad: 'evidence: [fax-confirmation]',
      good: 'evidence: [bank-letter]',
    },
  ],
  run: (context) => [
    ...context.playbook.entries.flatMap((entry) =>
      referencesOf(entry).flatMap((reference) => {
        const finding =
          problemWith(reference, context) ??
          (entry.data.status === 'active' && retired(reference, context.playbook));
        return finding ? [atField(entry, reference.path, finding)] : [];
      }),
    ),
    ...yamlReferences(context),
  ],
};

/** organisation.yaml and requirements.yaml refer to keys of organisation.yaml. */
function yamlReferences(context: CheckContext) {
  const { playbook, organisationPosition, requirementsPosition } = context;
  const files = [
    ['content/organisation.yaml', organisationSchema, playbook.organisation, organisationPosition],
    ['content/requirements.yaml', requirementsSchema, playbook.requirements, requirementsPosition],
  ] as const;
  return files.flatMap(([file, schema, data, positionOf]) =>
    referencesIn(schema, data).flatMap((reference) => {
      const finding = problemWith(reference, context);
      return finding ? [atPosition(file, positionOf(reference.path), finding)] : [];
    }),
  );
}

function problemWith(reference: Reference, { playbook, unread }: CheckContext): Finding | undefined {
  const { target, value } = reference;
  if (target.startsWith('organisation.')) {
    const section = target.slice('organisation.'.length) as OrganisationSection;
    const keys = Object.keys(playbook.organisation[section]);
    return keys.includes(value)
      ? undefined
      : dangling(value, `a key of \`${section}\` in organisation.yaml`, keys);
  }
  if (target === 'clause') {
    if (playbook.clause(value) || unread.clauses.has(value)) return undefined;
    const codes = playbook.ofType('policies').flatMap(({ clauses }) => clauses.map(({ code }) => code));
    return dangling(value, 'the code of a clause', codes);
  }
  if (target === 'entry') {
    if (playbook.get(value) || unread.ids.has(value)) return undefined;
    return dangling(
      value,
      'the `<folder>/<slug>` of an entry',
      playbook.entries.map(({ id }) => id),
    );
  }
  const type = target as ContentType;
  if (playbook.find(type, value) || unread.ids.has(`${type}/${value}`)) return undefined;
  return dangling(
    value,
    `the slug of ${withArticle(contentTypes[type].singular)}`,
    playbook.ofType(type).map(({ slug }) => slug),
  );
}

const dangling = (value: string, expected: string, existing: readonly string[]): Finding => ({
  rule: 'reference-dangling',
  message: `Unexpected \`${value}\`, expected ${expected}`,
  hint: didYouMean(value, existing),
});

function retired({ target, value, path }: Reference, playbook: Playbook): Finding | undefined {
  const entry =
    target === 'entry'
      ? playbook.get(value)
      : target in contentTypes
        ? playbook.find(target as ContentType, value)
        : undefined;
  if (entry?.data.status !== 'retired' || path[0] === 'seeAlso') return undefined;
  const instead = entry.data.replacedBy;
  return {
    severity: 'warning',
    rule: 'reference-retired',
    message: `Unexpected reference to \`${entry.id}\`, which is retired, expected an entry in force`,
    hint: instead ? `It was replaced by \`${instead}\`.` : 'It names no replacement; ask its owner.',
  };
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
