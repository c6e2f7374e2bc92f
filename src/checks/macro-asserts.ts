import { type CompiledRule, compileTable } from '#decisions/compile-table.ts';
import { difference } from '#decisions/difference.ts';
import { type Condition, type FactSpace, type Masks, readWhen } from '#decisions/fact-space.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { didYouMean } from '#playbook/nearest.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { atField } from './at.ts';
import type { Check } from './check.ts';

/** What a macro says about the case is true wherever a rule sends it. */
export const macroAsserts: Check = {
  rules: [
    {
      name: 'macro-asserts-unknown',
      explains: 'A macro asserts facts and values of the templates whose rules lead to it.',
      bad: 'asserts: { authentic: verified }',
      good: 'asserts: { authenticity: verified }',
    },
    {
      name: 'macro-asserts-untrue',
      explains: 'Every combination in which a rule leads to the macro has the facts that it asserts.',
      bad: 'asserts: { authenticity: verified }, where a rule without that condition names the macro',
      good: 'a rule with when: { authenticity: verified }',
    },
  ],
  run: ({ playbook }) => {
    const leading = templatesByMacro(playbook);
    return playbook.ofType('macros').flatMap((macro) => {
      if (Object.keys(macro.data.asserts).length === 0) return [];
      const slug = macro.data.translates?.source ?? macro.slug;
      return (leading.get(slug) ?? []).flatMap((template) => issuesOf(macro, slug, template));
    });
  },
};

/** The templates in force whose rules lead to a macro, by its slug. */
function templatesByMacro(playbook: Playbook): ReadonlyMap<string, readonly Entry<'decision-templates'>[]> {
  const leading = new Map<string, Entry<'decision-templates'>[]>();
  for (const template of playbook.ofType('decision-templates')) {
    if (template.data.status === 'retired') continue;
    for (const slug of new Set(template.data.rules.flatMap(({ macro }) => macro ?? []))) {
      const templates = leading.get(slug) ?? [];
      templates.push(template);
      leading.set(slug, templates);
    }
  }
  return leading;
}

function issuesOf(macro: Entry<'macros'>, slug: string, template: Entry<'decision-templates'>): Issue[] {
  const { space, rules, exclusions, first } = compileTable(template.data);
  return Object.entries(macro.data.asserts).flatMap(([fact, asserted]): Issue[] => {
    const axis = space.find(({ name }) => name === fact);
    const unknown = axis && [asserted].flat().filter((value) => !axis.values.includes(value));
    if (!axis || unknown?.length) {
      return [
        atField(macro, ['asserts', fact], {
          rule: 'macro-asserts-unknown',
          message: axis
            ? `Unexpected value \`${unknown?.join(', ')}\` of \`${fact}\`, expected one of ${axis.values.map((one) => `\`${one}\``).join(', ')}`
            : `Unexpected fact \`${fact}\`, expected one of ${template.id}, whose rules lead here`,
          hint: axis
            ? ''
            : didYouMean(
                fact,
                space.map(({ name }) => name),
              ),
        }),
      ];
    }
    const untrue = readWhen(space, {
      [fact]: axis.values.filter((value) => ![asserted].flat().includes(value)),
    });
    if (!untrue) return [];
    for (const rule of rules.filter((one) => one.rule.macro === slug)) {
      const earlier = first ? rules.filter(({ index }) => index < rule.index) : [];
      const found = counterExample(rule, untrue, [...exclusions, ...earlier]);
      if (found) return [untrueIssue(macro, template, rule, fact, asserted, combination(space, found))];
    }
    return [];
  });
}

/** A box of combinations that the rule decides and in which the assertion does not hold. */
function counterExample(
  { masks }: Condition,
  untrue: Condition,
  without: readonly Condition[],
): Masks | undefined {
  const box = masks.map((mask, fact) => mask & (untrue.masks[fact] ?? 0));
  if (box.includes(0)) return undefined;
  return difference(box, without, { left: 150_000 }).boxes().next().value ?? undefined;
}

/** One combination of a box, as `fact: value` for every fact. */
const combination = (space: FactSpace, box: Masks): string =>
  space
    .map(
      ({ name, values }, fact) =>
        `${name}: ${values.find((_, value) => ((box[fact] ?? 0) >> value) & 1) ?? ''}`,
    )
    .join(', ');

const untrueIssue = (
  macro: Entry<'macros'>,
  template: Entry<'decision-templates'>,
  { rule }: CompiledRule,
  fact: string,
  asserted: string | string[],
  example: string,
): Issue =>
  atField(macro, ['asserts', fact], {
    rule: 'macro-asserts-untrue',
    message: `Unexpected assertion \`${fact}: ${[asserted].flat().join(' or ')}\`, expected one that holds wherever ${rule.id} of ${template.id} sends the macro`,
    hint: `It would be untrue for { ${example} }. Narrow ${rule.id}, name another macro there, or take the assertion and its words out.`,
  });
