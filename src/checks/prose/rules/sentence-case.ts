import type { Root } from 'mdast';
import { lintRule } from 'unified-lint-rule';
import type { Organisation } from '#schemas/organisation.ts';
import { isEnglish } from '../file-entry.ts';
import { passagesOf } from '../passages.ts';
import type { ProseContext } from '../prose-context.ts';
import type { ProseRule } from '../prose-rule.ts';
import { report } from '../report.ts';

/** A word with a capital that neither begins the text nor a sentence, a quotation or what follows a colon. */
const capital = /(?<=[^\s.?!:"“][^\S\n]+)\p{Lu}\p{Ll}+/gu;

const clauseCode = /^[A-Z]{2,4}-\d+\s+/;

export const sentenceCase: ProseRule = {
  name: 'sentence-case',
  explains: 'Titles and headings have capitals where a sentence would, because names then stand out.',
  bad: '## Who May Open The Parcel',
  good: '## Who may open the parcel',
  where: 'glossary',
  severity: 'warning',
  plugin: lintRule<Root, ProseContext>(
    'remark-lint:sentence-case',
    (tree, file, { organisation, dictionary }) => {
      if (!isEnglish(file)) return;
      const names = namesIn(organisation);
      for (const passage of passagesOf(tree, file)) {
        if (passage.kind !== 'heading') continue;
        const code = clauseCode.exec(passage.text)?.[0].length ?? 0;
        for (const { 0: word, index } of passage.text.slice(code).matchAll(capital)) {
          const lower = word.toLowerCase();
          // What the dictionary has with a capital alone is a name: `Berlin`.
          if (names.has(word) || !dictionary.has(lower)) continue;
          report(
            file,
            passage.at(code + index),
            `Unexpected capital in \`${word}\`, expected \`${lower}\``,
            'A name of the team goes into organisation.yaml; titles have capitals where a sentence would.',
          );
        }
      }
    },
  ),
};

const read = new WeakMap<Organisation, ReadonlySet<string>>();

/** The words of the names that the organisation gives to teams, roles, regions and languages. */
function namesIn(organisation: Organisation): ReadonlySet<string> {
  const known = read.get(organisation);
  if (known) return known;
  const { teams, regions, languages } = organisation;
  const names = [
    ...Object.values(teams).map(({ name }) => name),
    ...Object.values(regions),
    ...Object.values(languages),
  ].flatMap((name) => name.match(/\p{Lu}\p{Ll}+/gu) ?? []);
  const found = new Set(names);
  read.set(organisation, found);
  return found;
}
