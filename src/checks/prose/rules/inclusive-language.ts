import type { Root } from 'mdast';
import { lintRule } from 'unified-lint-rule';
import { isEnglish } from '../file-entry.ts';
import { passagesOf } from '../passages.ts';
import { type Advice, phraseFinder } from '../phrases.ts';
import type { ProseContext } from '../prose-context.ts';
import type { ProseRule } from '../prose-rule.ts';
import { report } from '../report.ts';

/** Words that shut somebody out, with the plain word instead; kept to what a playbook of appeals could come to say. */
const table: readonly Advice[] = [
  {
    phrases: [
      'he',
      'she',
      'him',
      'his',
      'her',
      'hers',
      'himself',
      'herself',
      'he or she',
      'his or her',
      'him or her',
      'he/she',
      's/he',
      'his/her',
    ],
    instead: 'Write "they" and "their", or name the role: "the seller".',
  },
  { phrases: ['chairman', 'chairwoman'], instead: 'Write "chair".' },
  { phrases: ['spokesman', 'spokeswoman'], instead: 'Write "spokesperson".' },
  {
    phrases: ['businessman', 'businesswoman', 'businessmen'],
    instead: 'Write "business owner" or "trader".',
  },
  { phrases: ['salesman', 'salesmen', 'saleswoman'], instead: 'Write "seller".' },
  { phrases: ['policeman', 'policemen', 'policewoman'], instead: 'Write "police officer".' },
  { phrases: ['middleman', 'middlemen'], instead: 'Write "intermediary".' },
  { phrases: ['manpower', 'man-hours', 'man hours'], instead: 'Write "staff" or "hours of work".' },
  {
    phrases: ['mankind', 'man-made', 'manned', 'guys'],
    instead: 'Write "people", "made by people", "staffed".',
  },
  { phrases: ['housewife', 'housewives'], instead: 'Write what the person does, where it matters.' },
  { phrases: ['maiden name'], instead: 'Write "name before marriage" or "former name".' },
  { phrases: ['christian name', 'christian names'], instead: 'Write "first name".' },
  {
    phrases: ['blacklist', 'blacklists', 'blacklisted', 'black list'],
    instead: 'Write "blocklist" or "blocked".',
  },
  {
    phrases: ['whitelist', 'whitelists', 'whitelisted', 'white list'],
    instead: 'Write "allowlist" or "allowed".',
  },
  { phrases: ['slave', 'slaves', 'master/slave'], instead: 'Write "replica", "copy" or "secondary".' },
  {
    phrases: ['grandfathered', 'grandfathering', 'grandfather clause'],
    instead: 'Write "kept under the old rule".',
  },
  {
    phrases: ['native speaker', 'native speakers'],
    instead: 'Write "fluent speaker", or name the language level.',
  },
  { phrases: ['third world', 'third-world', 'first-world'], instead: 'Name the countries.' },
  {
    phrases: ['illegal alien', 'illegal aliens', 'illegal immigrant', 'illegal immigrants'],
    instead: 'Write "person without a residence permit".',
  },
  {
    phrases: ['gypped', 'gyp', 'gypsy', 'jewed', 'indian giver'],
    instead: 'Write what was done: "cheated", "took it back".',
  },
  { phrases: ['oriental', 'orientals'], instead: 'Name the country or the people.' },
  {
    phrases: [
      'crazy',
      'insane',
      'lunatic',
      'psycho',
      'schizophrenic',
      'nuts',
      'moron',
      'idiot',
      'retarded',
      'dumb',
      'lame',
      'crippled',
      'cripple',
    ],
    instead: 'Write what is wrong, not what somebody is.',
  },
  { phrases: ['sanity check', 'sanity-check', 'sanity checks'], instead: 'Write "quick check".' },
  { phrases: ['dummy', 'dummies'], instead: 'Write "placeholder" or "example".' },
  {
    phrases: ['turn a blind eye', 'turns a blind eye', 'blind to', 'tone-deaf', 'tone deaf', 'deaf ears'],
    instead: 'Write "ignore".',
  },
  {
    phrases: [
      'handicapped',
      'the disabled',
      'wheelchair-bound',
      'confined to a wheelchair',
      'suffers from',
      'able-bodied',
    ],
    instead: 'Write "disabled person", "uses a wheelchair", "has".',
  },
  { phrases: ['the elderly', 'old people', 'senile'], instead: 'Write "older people".' },
  {
    phrases: ['sexual preference', 'transgendered', 'opposite sex'],
    instead: 'Write "sexual orientation", "transgender", "another sex".',
  },
];

const find = phraseFinder(table);

export const inclusiveLanguage: ProseRule = {
  name: 'inclusive-language',
  explains: 'Words shut nobody out, because the playbook and its messages speak to and about everybody.',
  bad: 'A middleman is blacklisted if he cannot show the invoice.',
  good: 'An intermediary is blocked if they cannot show the invoice.',
  where: 'glossary',
  severity: 'warning',
  plugin: lintRule<Root, ProseContext>('remark-lint:inclusive-language', (tree, file) => {
    if (!isEnglish(file)) return;
    for (const passage of passagesOf(tree, file))
      for (const { phrase, index, instead } of find(passage.text))
        report(
          file,
          passage.at(index),
          `Unexpected \`${phrase}\`, expected a word that shuts nobody out`,
          instead,
        );
  }),
};
