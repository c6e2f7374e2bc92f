import type { Root } from 'mdast';
import { lintRule } from 'unified-lint-rule';
import { entryOf, languageOf } from '../file-entry.ts';
import { passagesOf } from '../passages.ts';
import type { ProseContext } from '../prose-context.ts';
import type { ProseRule } from '../prose-rule.ts';
import { report } from '../report.ts';
import { sentencesOf } from '../sentences.ts';

/** Words in a sentence of a message; readers lose the thread of longer ones, most of all on a phone. */
const mostWords = 30;

/** Places in a sentence at which another one is joined on. */
const mostJoints = 2;
const joint = /;|,\s+(?:and|but|or|so|because|while|which|although|though|unless|whereas)\b/gi;

export const longSentence: ProseRule = {
  name: 'long-sentence',
  explains: `A sentence of a message holds one idea, at most ${mostWords} words and ${mostJoints} clauses joined on, because people read it once and upset.`,
  bad: 'We looked at the invoice, but it covers 12 items, so the other 3 have no source, and we cannot count them.',
  good: 'We looked at the invoice. It covers 12 items. The other 3 have no source, so we cannot count them.',
  where: 'macros',
  severity: 'warning',
  plugin: lintRule<Root, ProseContext>('remark-lint:long-sentence', (tree, file) => {
    const entry = entryOf(file);
    if (entry.type !== 'macros' && entry.type !== 'passages') return;
    for (const passage of passagesOf(tree, file)) {
      if (passage.field) continue;
      for (const { text, start, words } of sentencesOf(passage.text, languageOf(entry))) {
        const joints = languageOf(entry) === 'en' ? (text.match(joint) ?? []).length : 0;
        if (words.length > mostWords)
          report(
            file,
            passage.at(start),
            `Unexpected sentence of ${words.length} words, expected at most ${mostWords}`,
            hint,
          );
        else if (joints > mostJoints)
          report(
            file,
            passage.at(start),
            `Unexpected sentence with ${joints} clauses joined on, expected at most ${mostJoints}`,
            hint,
          );
      }
    }
  }),
};

const hint = 'Make it two sentences, each with one idea.';
