import type { Root } from 'mdast';
import { lintRule } from 'unified-lint-rule';
import type { ContentType } from '#schemas/index.ts';
import { entryOf, isEnglish } from '../file-entry.ts';
import { passagesOf } from '../passages.ts';
import { type Advice, phraseFinder } from '../phrases.ts';
import type { ProseContext } from '../prose-context.ts';
import type { ProseRule } from '../prose-rule.ts';
import { report } from '../report.ts';

/** What two reviewers would read differently, and what they would read the same. */
const table: readonly Advice[] = [
  {
    phrases: [
      'generally',
      'usually',
      'normally',
      'typically',
      'ordinarily',
      'mostly',
      'largely',
      'in most cases',
      'as a rule',
    ],
    instead: 'Say when it holds and when it does not, or leave the word out.',
  },
  {
    phrases: [
      'often',
      'frequently',
      'regularly',
      'sometimes',
      'occasionally',
      'rarely',
      'seldom',
      'from time to time',
    ],
    instead: 'Write how many times in how many days, such as "3 times in 90 days".',
  },
  {
    phrases: [
      'soon',
      'shortly',
      'promptly',
      'swiftly',
      'timely',
      'in due course',
      'as soon as possible',
      'without delay',
    ],
    instead: 'Write the time, such as "within 2 business hours".',
  },
  {
    phrases: ['recent', 'recently', 'lately'],
    instead: 'Write how many days, and from which event they are counted.',
  },
  {
    phrases: [
      'appropriate',
      'appropriately',
      'as appropriate',
      'where appropriate',
      'if appropriate',
      'reasonable',
      'reasonably',
      'unreasonable',
      'adequate',
      'adequately',
      'suitable',
      'suitably',
      'satisfactory',
      'acceptable',
      'proper',
      'properly',
    ],
    instead:
      'Write the test that a reviewer applies, or cite the clause or the evidence standard that holds it.',
  },
  {
    phrases: [
      'excessive',
      'excessively',
      'significant',
      'significantly',
      'substantial',
      'substantially',
      'considerable',
      'considerably',
      'unduly',
      'disproportionate',
      'disproportionately',
    ],
    instead: 'Write the number from which it counts.',
  },
  {
    phrases: ['several', 'various', 'numerous', 'a number of', 'a few', 'a lot of', 'plenty of', 'multiple'],
    instead: 'Write the number, such as "two or more".',
  },
  {
    phrases: ['approximately', 'roughly', 'or so', 'in the region of'],
    instead: 'Write the limits, such as "between 10 and 14 days".',
  },
  {
    phrases: ['etc', 'etc.', 'and so on', 'and so forth', 'and the like', 'among others', 'or similar'],
    instead: 'Write the list to its end, or the test that everything on it meets.',
  },
  {
    phrases: [
      'if necessary',
      'as necessary',
      'where necessary',
      'if needed',
      'as needed',
      'where needed',
      'if possible',
      'where possible',
      'as far as possible',
      'where practicable',
    ],
    instead: 'Write who decides that, and by which sign.',
  },
  {
    phrases: ['at our discretion', 'case by case', 'on a case-by-case basis', 'may vary', 'it depends'],
    instead: 'Write the facts that the decision turns on.',
  },
  { phrases: ['and/or'], instead: 'Write "or"; where only both together count, write "and".' },
];

const find = phraseFinder(table, ['as soon as']);

/** What binds or is sent: procedures, precedents and the glossary tell and explain. */
const binding: ReadonlySet<ContentType> = new Set([
  'policies',
  'evidence-standards',
  'decision-templates',
  'macros',
  'passages',
]);

/** Fields that bind nobody: what a law says in its own words, what lists show, what a user is asked for. */
const notBinding: ReadonlySet<string> = new Set(['legalBases', 'title', 'summary', 'request', 'variables']);

export const vagueWord: ProseRule = {
  name: 'vague-word',
  explains:
    'Clauses, rules and messages say how much, how often and by when, because two reviewers read a vague word differently.',
  bad: '## CF-1 Proof\n\nA seller usually has a reasonable time to send the invoice.',
  good: '## CF-1 Proof\n\nA seller has 7 days to send the invoice.',
  where: 'policies',
  severity: 'warning',
  plugin: lintRule<Root, ProseContext>('remark-lint:vague-word', (tree, file) => {
    if (!binding.has(entryOf(file).type) || !isEnglish(file)) return;
    for (const passage of passagesOf(tree, file)) {
      if (passage.field && notBinding.has(String(passage.field[0]))) continue;
      for (const { phrase, index, instead } of find(passage.text))
        report(
          file,
          passage.at(index),
          `Unexpected vague \`${phrase}\`, expected what can be checked`,
          instead,
        );
    }
  }),
};
