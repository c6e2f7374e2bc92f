import { type Component, componentOf } from '#macros/component.ts';
import { parse } from '#macros/parse.ts';
import { type ConditionKey, conditionKeys } from '#macros/text.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { didYouMean } from '#playbook/nearest.ts';
import { nodesOf } from '#playbook/nodes.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { atPosition, type Finding } from './at.ts';
import type { Check, CheckContext } from './check.ts';

/** What macros and passages say can be sent, and what their components name exists. */
export const macroBodies: Check = {
  rules: [
    {
      name: 'macro-text',
      explains:
        'A message is made of paragraphs, lists, emphasis, links, variables, When, Passage and Covers, which every helpdesk can carry.',
      bad: '## Your next steps',
      good: '**Your next steps.** …',
    },
    {
      name: 'macro-condition',
      explains: 'A condition names keys that exist, and some reader of the message meets it.',
      bad: '<When region="UK">…</When> in a macro with region: EU',
      good: '<When region="UK">…</When> in a macro without a region',
    },
    {
      name: 'macro-passage',
      explains:
        'A passage that a macro includes exists and is written for the language and region of the macro.',
      bad: '<Passage id="redress-de" /> in a macro with language: en',
      good: '<Passage id="redress-eu" />',
    },
    {
      name: 'macro-covers',
      explains: 'What a stretch is marked to cover is a requirement of requirements.yaml.',
      bad: '<Covers requirement="dsa-17">…</Covers>',
      good: '<Covers requirement="dsa-17-3-f">…</Covers>',
    },
  ],
  run: (context) =>
    [...context.playbook.ofType('macros'), ...context.playbook.ofType('passages')].flatMap((entry) => [
      ...parse(entry.tree).problems.map(({ line, column, message, hint }) =>
        atPosition(entry.file, { line, column }, { rule: 'macro-text', message, hint }),
      ),
      ...componentIssues(entry, context),
    ]),
};

type TextEntry = Entry<'macros'> | Entry<'passages'>;

function componentIssues(entry: TextEntry, context: CheckContext): Issue[] {
  const issues: Issue[] = [];
  for (const node of nodesOf(entry.tree)) {
    const component = componentOf(node);
    if (!component) continue;
    const at = node.position?.start ?? { line: 0, column: 0 };
    const found = findingsFor(component, entry, context);
    issues.push(...found.map((finding) => atPosition(entry.file, at, finding)));
  }
  return issues;
}

function findingsFor(component: Component, entry: TextEntry, context: CheckContext): Finding[] {
  switch (component.type) {
    case 'when':
      return conditionKeys.flatMap((key) =>
        (component.on[key] ?? []).length
          ? conditionFindings(key, component.on[key] ?? [], entry, context)
          : [],
      );
    case 'covers': {
      const known = Object.keys(context.playbook.requirements.requirements);
      return component.requirements
        .filter((id) => !known.includes(id))
        .map((id) => ({
          rule: 'macro-covers',
          message: `Unexpected requirement \`${id}\`, expected an id of requirements.yaml`,
          hint: didYouMean(id, known),
        }));
    }
    case 'passage':
      return passageFindings(component.id, entry, context);
    case 'unknown':
      return [];
  }
}

function conditionFindings(
  key: ConditionKey,
  values: readonly string[],
  entry: TextEntry,
  { playbook }: CheckContext,
): Finding[] {
  const known = keysOf(playbook, key);
  const unknown = values.filter((value) => !known.includes(value));
  if (unknown.length)
    return unknown.map((value) => ({
      rule: 'macro-condition',
      message: `Unexpected ${key} \`${value}\`, expected ${known.map((one) => `\`${one}\``).join(', ')}`,
      hint: didYouMean(value, known),
    }));
  const fixed = fixedValue(entry, key);
  if (fixed === undefined || values.includes(fixed)) return [];
  return [
    {
      rule: 'macro-condition',
      message: `Unexpected condition \`${key}="${values.join(', ')}"\`, expected one that can hold: the ${key} is \`${fixed}\` here`,
      hint: 'No reader would see this text: take it out, or mend the condition.',
    },
  ];
}

function passageFindings(id: string, entry: TextEntry, { playbook, unread }: CheckContext): Finding[] {
  const passage = playbook.find('passages', id);
  const finding = (message: string, hint: string): Finding => ({ rule: 'macro-passage', message, hint });
  if (!passage) {
    const slugs = playbook.ofType('passages').map(({ slug }) => slug);
    return unread.ids.has(`passages/${id}`)
      ? []
      : [finding(`Unexpected passage \`${id}\`, expected the slug of a passage`, didYouMean(id, slugs))];
  }
  const { language, region, status } = passage.data;
  const own = entry.data;
  return [
    ...(language === own.language
      ? []
      : [
          finding(
            `Unexpected passage in \`${language}\`, expected one in \`${own.language}\`, the language of the macro`,
            'Include the passage of that language.',
          ),
        ]),
    ...(region && own.region && region !== own.region
      ? [
          finding(
            `Unexpected passage for ${region}, expected one for ${own.region}, the region of the macro`,
            'Include the passage of that region.',
          ),
        ]
      : []),
    ...(status === 'active' || own.status !== 'active'
      ? []
      : [
          finding(
            `Unexpected passage \`${id}\`, which is ${status === 'draft' ? 'a draft' : 'retired'}, expected one in force`,
            'Include one that is active.',
          ),
        ]),
  ];
}

const keysOf = ({ organisation }: Playbook, key: ConditionKey): string[] => {
  switch (key) {
    case 'region':
      return Object.keys(organisation.regions);
    case 'language':
      return Object.keys(organisation.languages);
    case 'outcome':
      return Object.keys(organisation.outcomes);
    case 'audience':
      return ['seller', 'buyer', 'notifier'];
  }
};

/** The one value that a key has for every reader of an entry; undefined where it varies. */
const fixedValue = (entry: TextEntry, key: ConditionKey): string | undefined => {
  if (key === 'region' || key === 'language') return entry.data[key];
  return entry.type === 'macros' ? entry.data[key] : undefined;
};
