import type { Root } from 'mdast';
import { lintRule } from 'unified-lint-rule';
import { domainWords } from '../domain-words.ts';
import { isEnglish } from '../file-entry.ts';
import { passagesOf } from '../passages.ts';
import type { Dictionary, ProseContext } from '../prose-context.ts';
import type { ProseRule } from '../prose-rule.ts';
import { report } from '../report.ts';

const words: ReadonlySet<string> = new Set(domainWords);

/** Letters with an apostrophe inside; words joined by hyphens are looked up one by one. */
const word = /(?<![\p{L}\p{N}_])\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*(?![\p{L}\p{N}_])/gu;

/** Codes and abbreviations are no words: `SKU`, `IDs`. */
const abbreviation = /^\p{Lu}{1,6}s?$/u;

export const spelling: ProseRule = {
  name: 'spelling',
  explains:
    'Words are spelled as British English spells them, because what is misspelled is found by no search and trusted by no reader. Words of the field stand in src/checks/prose/domain-words.ts.',
  bad: 'The recieved invoice has another color.',
  good: 'The received invoice has another colour.',
  where: 'glossary',
  severity: 'warning',
  plugin: lintRule<Root, ProseContext>('remark-lint:spelling', (tree, file, { dictionary }) => {
    if (!isEnglish(file)) return;
    for (const passage of passagesOf(tree, file)) {
      for (const { 0: written, index } of passage.text.matchAll(word)) {
        const meant = mend(written.replaceAll('’', "'"), dictionary);
        if (!meant) continue;
        const others = meant.filter((name) => name !== written);
        const hint = others.length
          ? `Did you mean ${others
              .slice(0, 3)
              .map((name) => `\`${name}\``)
              .join(' or ')}? `
          : '';
        report(
          file,
          passage.at(index),
          `Unexpected spelling \`${written}\`, expected a word of British English or of the field`,
          `${hint}A word of the field goes into src/checks/prose/domain-words.ts.`,
        );
      }
    }
  }),
};

/** Words looked up in one dictionary. */
interface Judged {
  /** What may be meant by a word; undefined where it is right. */
  mends: Map<string, readonly string[] | undefined>;
  /** How many more words are worth the search for what may be meant. */
  searches: number;
}

const judged = new WeakMap<Dictionary, Judged>();

/** A search takes a tenth of a second, and a file may be nothing but mistakes. */
const mostSearches = 30;

/** What may be meant by a word that is misspelled; undefined where it is right. */
function mend(written: string, dictionary: Dictionary): readonly string[] | undefined {
  const known = judged.get(dictionary) ?? { mends: new Map(), searches: mostSearches };
  judged.set(dictionary, known);
  if (!known.mends.has(written)) known.mends.set(written, judge(written, dictionary, known));
  return known.mends.get(written);
}

function judge(written: string, dictionary: Dictionary, known: Judged): readonly string[] | undefined {
  const bare = written.replace(/'s?$/, '');
  const lower = bare.toLowerCase();
  const british = lower.replace(/z(?=(?:e[drs]?|ers|ing|ations?)$)/, 's');
  if (written === lower && british !== lower && !alwaysWithZ.test(lower) && dictionary.has(british))
    return [british];
  const right =
    abbreviation.test(bare) ||
    words.has(lower) ||
    words.has(bare) ||
    [written, written.toLowerCase(), bare, lower].some((form) => dictionary.has(form));
  if (right) return undefined;
  return known.searches-- > 0 ? dictionary.suggest(bare) : [];
}

/** The dictionary has both `-ise` and `-ize`; these are spelled with z in any English. */
const alwaysWithZ =
  /(?:^|re|down|over|mid)(?:siz|priz|seiz|capsiz|gaz|graz|blaz|maiz|doz|haz|las?z|froz|breez|freez|sneez|squeez|wheez|bronz|glaz|craz|amaz|ooz|booz|snooz|quiz+|buzz|fizz)/;
