import { textDigest } from '#macros/text-digest.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { atField } from './at.ts';
import type { Check, CheckContext } from './check.ts';

/** A translation stands beside its source, says the same about the same case, and is as new. */
export const macroTranslations: Check = {
  rules: [
    {
      name: 'macro-translation',
      explains:
        'A translation `<slug>.de.mdx` names its source, has the language of its file name, and agrees with the source on policy, clauses, outcome, audience, channel and region.',
      bad: 'counterfeit-upheld.de.mdx with outcome: modify, where the source has outcome: uphold',
      good: 'counterfeit-upheld.de.mdx with outcome: uphold',
    },
    {
      name: 'macro-translation-stale',
      explains: 'A translation pins the text that it translates, and is stale once that text moved.',
      bad: 'translates: { source: counterfeit-upheld, text: <digest of an older text> }',
      good: 'translates: { source: counterfeit-upheld, text: <digest of the text today> }',
    },
  ],
  run: (context) => context.playbook.ofType('macros').flatMap((macro) => issuesOf(macro, context)),
};

/** What both say about the case; a translation may be written for one region of a source that serves all. */
const shared = ['policy', 'outcome', 'audience', 'channel', 'region'] as const;

function issuesOf(macro: Entry<'macros'>, { playbook, unread }: CheckContext): Issue[] {
  const [stem = '', language] = macro.slug.split('.');
  const { translates } = macro.data;
  const wrong = (path: string[], message: string, hint: string) =>
    atField(macro, path, { rule: 'macro-translation', message, hint });
  if (!language)
    return translates
      ? [
          wrong(
            ['translates'],
            `Unexpected \`translates\` in ${macro.file}, expected a file name that ends in the language`,
            `Rename the file to \`${translates.source}.${macro.data.language}.mdx\`.`,
          ),
        ]
      : [];
  const issues: Issue[] = [];
  if (macro.data.language !== language)
    issues.push(
      wrong(
        ['language'],
        `Unexpected language \`${macro.data.language}\`, expected \`${language}\`, as the file name says`,
        'Mend the field or the name of the file.',
      ),
    );
  const source = playbook.find('macros', stem);
  if (!source) {
    if (unread.ids.has(`macros/${stem}`)) return issues;
    issues.push(
      wrong(
        [],
        `Unexpected translation without a source, expected \`content/macros/${stem}.mdx\``,
        'Write the source first.',
      ),
    );
    return issues;
  }
  if (translates?.source !== stem)
    issues.push(
      wrong(
        translates ? ['translates', 'source'] : [],
        translates
          ? `Unexpected source \`${translates.source}\`, expected \`${stem}\`, as the file name says`
          : 'Unexpected end of frontmatter, expected the field `translates`',
        `Write \`translates: { source: ${stem}, text: ${textDigest(playbook, source)} }\`.`,
      ),
    );
  for (const field of shared)
    if (macro.data[field] !== source.data[field] && !(field === 'region' && source.data.region === undefined))
      issues.push(
        wrong(
          [field],
          `Unexpected ${field} \`${macro.data[field] ?? 'none'}\`, expected \`${source.data[field] ?? 'none'}\`, as in ${source.file}`,
          'A translation says the same about the same case.',
        ),
      );
  if ([...macro.data.reflects].sort().join() !== [...source.data.reflects].sort().join())
    issues.push(
      wrong(
        ['reflects'],
        `Unexpected clauses ${macro.data.reflects.join(', ')}, expected ${source.data.reflects.join(', ')}, as in ${source.file}`,
        'A translation reflects the clauses of its source.',
      ),
    );
  const now = textDigest(playbook, source);
  if (translates && translates.text !== now && macro.data.status !== 'retired')
    issues.push(
      atField(macro, ['translates', 'text'], {
        severity: 'warning',
        rule: 'macro-translation-stale',
        message: `Unexpected digest of an older text, expected that of ${source.file} today: the text changed since it was translated`,
        hint: `Bring the translation up to date, then write \`text: ${now}\` and have it approved.`,
      }),
    );
  return issues;
}
