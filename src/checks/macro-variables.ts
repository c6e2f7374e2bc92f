import { parse } from '#macros/parse.ts';
import { parseSubject } from '#macros/subject.ts';
import { variablesIn } from '#macros/text.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { didYouMean } from '#playbook/nearest.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { atField, atPosition } from './at.ts';
import type { Check } from './check.ts';

/** The variable that greets a person; people sign up without a name. */
const greeting = 'first_name';

/** Every blank of a macro is declared once, used, and can be filled. */
export const macroVariables: Check = {
  rules: [
    {
      name: 'macro-variable-undeclared',
      explains: 'A subject line uses variables that the macro or organisation.yaml declares.',
      bad: 'subject: "Case {case}"',
      good: 'subject: "Case {case_id}"',
    },
    {
      name: 'macro-variable-unused',
      explains:
        'A variable that a macro declares stands in its text or subject, because agents are asked for it.',
      bad: 'variables: { item: … } without {item} in the text',
      good: 'We looked at your appeal about {item}.',
    },
    {
      name: 'macro-variable-shadowing',
      explains:
        'A macro does not declare a variable of organisation.yaml again, because one name has one meaning.',
      bad: 'variables: { case_id: … }',
      good: 'variables: { second_case_id: … }',
    },
    {
      name: 'macro-variable-blank',
      explains:
        'A variable that need not be filled in has a default, and so has the name in the greeting: nobody is greeted with a blank.',
      bad: 'first_name: { required: false } without a default',
      good: 'first_name: { required: false, default: there }',
    },
  ],
  run: ({ playbook, organisationPosition }) => [
    ...playbook.ofType('macros').flatMap((macro) => macroIssues(playbook, macro)),
    ...Object.entries(playbook.organisation.variables).flatMap(([name, variable]) => {
      const blank = blankFinding(name, variable);
      return blank
        ? [atPosition('content/organisation.yaml', organisationPosition(['variables', name]), blank)]
        : [];
    }),
  ],
};

function macroIssues(playbook: Playbook, macro: Entry<'macros'>): Issue[] {
  const common = playbook.organisation.variables;
  const own = macro.data.variables;
  const inSubject = variablesIn(parseSubject(macro.data.subject ?? ''));
  const used = new Set([...inSubject, ...variablesIn(parse(macro.tree).text)]);
  const known = [...new Set([...Object.keys(own), ...Object.keys(common)])];
  return [
    ...inSubject
      .filter((name) => !known.includes(name))
      .map((name) =>
        atField(macro, ['subject'], {
          rule: 'macro-variable-undeclared',
          message: `Unexpected variable \`{${name}}\` in the subject, expected one that the macro or organisation.yaml declares`,
          hint: didYouMean(name, known),
        }),
      ),
    ...Object.entries(own).flatMap(([name, variable]) => {
      const path = ['variables', name];
      const blank = blankFinding(name, variable);
      return [
        ...(blank ? [atField(macro, path, blank)] : []),
        ...(used.has(name)
          ? []
          : [
              atField(macro, path, {
                rule: 'macro-variable-unused',
                message: `Unexpected variable \`${name}\`, expected one that the text or the subject uses`,
                hint: `Write \`{${name}}\` where it belongs, or take it out.`,
              }),
            ]),
        ...(Object.hasOwn(common, name)
          ? [
              atField(macro, path, {
                rule: 'macro-variable-shadowing',
                message: `Unexpected variable \`${name}\`, expected a name that organisation.yaml does not declare`,
                hint: 'Take it out to use the common one, or choose another name.',
              }),
            ]
          : []),
      ];
    }),
  ];
}

function blankFinding(name: string, variable: { required: boolean; default?: string | undefined }) {
  const mayBeBlank = variable.default === undefined && (!variable.required || name === greeting);
  return mayBeBlank
    ? {
        rule: 'macro-variable-blank',
        message: `Unexpected variable \`${name}\` that could come out blank, expected a default`,
        hint:
          name === greeting
            ? 'Set `required: false` and `default: there`, so that "Hi there" stands where no name is known.'
            : 'Give it a default that is true in every case, or set `required: true`.',
      }
    : undefined;
}
