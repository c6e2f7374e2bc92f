import { coverageOf, languagesOf } from '#macros/coverage.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import type { Rule } from '#schemas/decision-template.ts';
import { atField } from './at.ts';
import type { Check, CheckContext } from './check.ts';

/** Every rule leads to words for its outcome in each region and language, or says why there are none. */
export const macroCoverage: Check = {
  rules: [
    {
      name: 'coverage-hole',
      explains: 'A rule names a macro, or says in `noMacro` why nothing is sent.',
      bad: 'a rule without macro and noMacro',
      good: 'noMacro: The specialist writes to the person.',
    },
    {
      name: 'coverage-outcome',
      explains: 'The macro of a rule tells the outcome of the rule.',
      bad: 'outcome: uphold, macro: counterfeit-overturned',
      good: 'outcome: uphold, macro: counterfeit-upheld',
    },
    {
      name: 'coverage-region',
      explains:
        'The macro of a rule, or one with the same policy, outcome and audience, serves every region of the template.',
      bad: 'a template for EU and US whose macro has region: EU, and no other for US',
      good: 'a macro without a region, or one for each',
    },
    {
      name: 'coverage-language',
      explains: 'People are answered in every language of their region.',
      bad: 'regionLanguages: { EU: [en, de] } and no counterfeit-upheld.de.mdx',
      good: 'counterfeit-upheld.mdx and counterfeit-upheld.de.mdx',
    },
  ],
  run: (context) => [...holes(context), ...wrongOutcomes(context)],
};

function holes({ playbook, unread }: CheckContext): Issue[] {
  const cells = coverageOf(playbook).filter(
    ({ state, rule }) => state === 'hole' && !(rule.macro && unread.ids.has(`macros/${rule.macro}`)),
  );
  const byRule = Map.groupBy(cells, ({ template, index }) => `${template.id} ${index}`);
  return [...byRule.values()].flatMap((group): Issue[] => {
    const [first] = group;
    if (!first) return [];
    const { template, index, rule } = first;
    if (!rule.macro) {
      return [
        atField(template, ['rules', index], {
          rule: 'coverage-hole',
          message: `Unexpected rule ${rule.id} without a macro, expected \`macro\` or a reason in \`noMacro\``,
          hint: 'Name the macro for the outcome, or write `noMacro:` and one sentence that says why nothing is sent.',
        }),
      ];
    }
    // A macro that does not exist is reported as a dangling reference.
    if (!playbook.find('macros', rule.macro)) return [];
    const without = (region: string) =>
      languagesOf(playbook, region).every((language) =>
        group.some((cell) => cell.region === region && cell.language === language),
      );
    const regions = [...new Set(group.map(({ region }) => region))];
    const uncovered = regions.filter(without);
    const partly = regions.filter((region) => !without(region));
    return [
      ...(uncovered.length ? [regionIssue(template, index, rule, uncovered)] : []),
      ...(partly.length
        ? [
            languageIssue(
              template,
              index,
              rule,
              group.filter(({ region }) => partly.includes(region)),
            ),
          ]
        : []),
    ];
  });
}

type Template = Entry<'decision-templates'>;

const regionIssue = (template: Template, index: number, rule: Rule, regions: readonly string[]): Issue =>
  atField(template, ['rules', index, 'macro'], {
    rule: 'coverage-region',
    message: `Unexpected macro \`${rule.macro}\` of ${rule.id}, expected one that is in force for ${regions.join(', ')}`,
    hint: `Write a macro for ${regions.join(', ')} with the same policy, outcome and audience, or take the region out of the macro.`,
  });

const languageIssue = (
  template: Template,
  index: number,
  rule: Rule,
  cells: readonly { region: string; language: string }[],
): Issue => {
  const missing = cells.map(({ region, language }) => `\`${language}\` in ${region}`).join(', ');
  const [first] = cells;
  return atField(template, ['rules', index, 'macro'], {
    severity: 'warning',
    rule: 'coverage-language',
    message: `Unexpected macro \`${rule.macro}\` of ${rule.id} without a translation, expected one for ${missing}`,
    hint: `Write \`content/macros/${rule.macro}.${first?.language ?? 'de'}.mdx\`.`,
  });
};

function wrongOutcomes({ playbook }: CheckContext): Issue[] {
  return playbook.ofType('decision-templates').flatMap((template) =>
    template.data.rules.flatMap((rule, index) => {
      const macro = rule.macro ? playbook.find('macros', rule.macro) : undefined;
      if (!macro || macro.data.outcome === rule.outcome) return [];
      // An outcome that does not exist is reported as a dangling reference.
      const outcomes = Object.keys(playbook.organisation.outcomes);
      if (!outcomes.includes(rule.outcome) || !outcomes.includes(macro.data.outcome)) return [];
      return [
        atField(template, ['rules', index, 'macro'], {
          rule: 'coverage-outcome',
          message: `Unexpected macro \`${macro.slug}\`, which tells \`${macro.data.outcome}\`, expected one that tells \`${rule.outcome}\``,
          hint: `Name a macro with outcome \`${rule.outcome}\`, or mend the outcome of ${rule.id}.`,
        }),
      ];
    }),
  );
}
