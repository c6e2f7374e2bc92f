import type { Change, Items, OutcomeRegion, OutcomeSide, Weight, Words } from '#history/change.ts';
import { describeChange } from '#history/describe-change.ts';
import { isDigest, valueText } from '#history/describe-value.ts';
import { displayText } from '#history/display-text.ts';
import type { Section } from '#history/split-body.ts';
import { diffWords } from '#history/word-diff.ts';
import type { Organisation } from '#schemas/organisation.ts';
import { fromKey, longDate } from '../words.ts';
import { type ChangedWords, wordsInContext } from './changed-words.ts';
import { type OutcomeView, outcomeView } from './outcome.ts';

/** One change as a page shows it; all text in it is plain. */
export type ChangeView = { weight: Weight } & (
  | { form: 'line'; text: string }
  | { form: 'words'; label: string; words: ChangedWords[] }
  | {
      /** Values of a list that came, went or were rewritten; those that stayed are left out. */
      form: 'items';
      label: string;
      items: ChangedWords[][];
    }
  | {
      /** Text that came, went or took another's place and is too long for a line. */
      form: 'folded';
      label: string;
      texts: Words[];
    }
  | {
      form: 'outcomes';
      text: string;
      boxes: OutcomeBox[];
      /** How many further boxes are not spelled out. */
      more: number;
    }
);

/** Combinations of facts that end differently, in words. */
export interface OutcomeBox {
  /** "authenticity verified or unverified"; empty where all combinations moved. */
  when: string[];
  from: OutcomeSideView;
  to: OutcomeSideView;
  count: string;
}

/** What one side decides: an outcome with its colour, or in words that nothing does. */
export interface OutcomeSideView {
  outcome: OutcomeView | undefined;
  /** What stands beside the outcome, or instead of it; '' for nothing. */
  text: string;
}

/** So many boxes are spelled out on a page. */
const mostBoxes = 12;

/** A value longer than this does not stand in a line. */
const longestInLine = 120;

/** The changes of a revision as a page shows them, in their order. */
export const changeViews = (changes: readonly Change[], organisation: Organisation): ChangeView[] =>
  changes.map((change) => ({ weight: change.weight, ...formOf(change, organisation) }));

type Form<V> = V extends unknown ? Omit<V, 'weight'> : never;

function formOf(change: Change, organisation: Organisation): Form<ChangeView> {
  const { label } = change;
  switch (change.what) {
    case 'words':
    case 'source':
      return { form: 'words', label, words: wordsInContext(change.words) };
    case 'items':
      return { form: 'items', label, items: changedItems(change.items) };
    case 'outcomes': {
      const { regions, moreRegions } = change.difference;
      return {
        form: 'outcomes',
        text: describeChange(change),
        boxes: regions.slice(0, mostBoxes).map((region) => boxView(region, organisation)),
        more: Math.max(0, regions.length - mostBoxes) + moreRegions,
      };
    }
    case 'value':
      return lineOrTexts(change, label, [
        ...textOf(change.before, 'before'),
        ...textOf(change.after, 'after'),
      ]);
    case 'added':
      return lineOrTexts(change, describeChange(change), textOf(change.after, 'after'));
    case 'removed':
      return lineOrTexts(change, describeChange(change), textOf(change.before, 'before'));
    default:
      return { form: 'line', text: describeChange(change) };
  }
}

const lineOrTexts = (change: Change, label: string, texts: Words[]): Form<ChangeView> =>
  texts.every(({ text }) => text.length <= longestInLine && !text.includes('\n'))
    ? { form: 'line', text: changeSentence(change) }
    : { form: 'folded', label, texts };

/** A change in one sentence, with days as people write them. */
export const changeSentence = (change: Change): string =>
  describeChange(
    change.what === 'value'
      ? { ...change, before: dayInWords(change.before), after: dayInWords(change.after) }
      : change,
  );

const dayInWords = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? longDate(value)
    : value;

const textOf = (value: unknown, side: 'before' | 'after'): Words[] =>
  value === undefined ? [] : [{ text: fullText(value), in: side }];

/** Values that took the place of as many others are compared word by word. */
function changedItems(items: readonly Items[]): ChangedWords[][] {
  const found: ChangedWords[][] = [];
  for (let at = 0; at < items.length; at++) {
    const [one, next] = [items[at], items[at + 1]];
    if (!one || one.in === 'both') continue;
    if (one.in === 'before' && next?.in === 'after' && one.values.length === next.values.length) {
      found.push(
        ...one.values.map((value, index) => diffWords(fullText(value), fullText(next.values[index]))),
      );
      at++;
    } else {
      const side = one.in;
      found.push(...one.values.map((value) => [{ text: fullText(value), in: side }]));
    }
  }
  return found;
}

/** A value in full: the text of a section, one line for each field of an object. */
function fullText(value: unknown): string {
  if (typeof value === 'string') return displayText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return valueText(value);
  if (isSection(value)) return displayText(value.title ? `${value.title}\n\n${value.text}` : value.text);
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined && !isDigest(inner))
    .map(([key, inner]) =>
      displayText(`${fromKey(key)}: ${typeof inner === 'string' ? inner : valueText(inner)}`),
    )
    .join('\n');
}

const isSection = (value: object): value is Section =>
  Object.keys(value).length === 2 &&
  'title' in value &&
  typeof value.title === 'string' &&
  'text' in value &&
  typeof value.text === 'string';

function boxView({ when, count, from, to }: OutcomeRegion, organisation: Organisation): OutcomeBox {
  return {
    when: Object.entries(when).map(([fact, values]) => `${fact.replaceAll('_', ' ')} ${values.join(' or ')}`),
    from: sideView(from, to, organisation),
    to: sideView(to, from, organisation),
    count: BigInt(count).toLocaleString('en-GB'),
  };
}

/** Who decides and which macro goes out are said where they differ while the outcome is the same. */
function sideView(side: OutcomeSide, other: OutcomeSide, organisation: Organisation): OutcomeSideView {
  if (side.kind === 'gap') return { outcome: undefined, text: 'no rule' };
  if (side.kind === 'outside') return { outcome: undefined, text: 'not a case' };
  if (side.kind === 'conflict') {
    return { outcome: undefined, text: `rules that disagree (${side.rules.join(', ')})` };
  }
  const outcome = outcomeView(organisation, side.outcome);
  if (other.kind !== 'rule' || other.outcome !== side.outcome) return { outcome, text: '' };
  const role = side.authority === undefined ? 'anyone' : roleName(organisation, side.authority);
  const details = [
    side.authority === other.authority ? '' : `decided by ${role}`,
    side.macro === other.macro ? '' : `with ${side.macro ?? 'no macro'}`,
  ];
  return { outcome, text: details.filter(Boolean).join(' ') };
}

const roleName = ({ roles }: Organisation, key: string): string =>
  (Object.hasOwn(roles, key) ? roles[key]?.name : undefined) ?? key;
