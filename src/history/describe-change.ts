import type { Change, OutcomeRegion, OutcomeSide, Words } from './change.ts';
import { displayLine } from './display-text.ts';

/** Longer texts are cut in a sentence; the change itself holds all of it. */
const longest = 120;

/** A change in one sentence, as people would tell it: "Maximum age: 180 days to 365 days". */
export function describeChange(change: Change): string {
  const { label } = change;
  switch (change.what) {
    case 'value':
      if (change.before === undefined) return `${label}: set to ${valueText(change.after, change.unit)}`;
      if (change.after === undefined) return `${label}: ${valueText(change.before, change.unit)} taken out`;
      return `${label}: ${valueText(change.before, change.unit)} to ${valueText(change.after, change.unit)}`;
    case 'added':
      return `${label}: new`;
    case 'removed':
      return `${label}: removed`;
    case 'moved':
      return `${label}: moved`;
    case 'items': {
      const added = change.items.filter(({ in: side }) => side === 'after').flatMap(({ values }) => values);
      const removed = change.items
        .filter(({ in: side }) => side === 'before')
        .flatMap(({ values }) => values);
      const parts = [list('added', added), list('removed', removed)].filter(Boolean);
      return `${label}: ${parts.join('; ')}`;
    }
    case 'words':
    case 'source':
      return `${label}: ${wordsText(change.words)}`;
    case 'formatting':
      return `${label} only`;
    case 'outcomes': {
      const { combinations, changed } = change.difference;
      return `${label}: ${count(changed)} of ${count(combinations)} combinations end differently`;
    }
  }
}

/** One box of combinations that moved, in words: "authenticity verified, provenance any: uphold to overturn (12)". */
export function describeRegion({ when, count: size, from, to }: OutcomeRegion): string {
  const facts = Object.entries(when).map(([fact, values]) => `${fact} ${values.join(' or ')}`);
  return `${facts.join(', ') || 'all combinations'}: ${sideText(from, to)} to ${sideText(to, from)} (${count(size)})`;
}

/** What a side decides; authority and macro where they alone make the difference. */
function sideText(side: OutcomeSide, other: OutcomeSide): string {
  if (side.kind === 'gap') return 'no rule';
  if (side.kind === 'outside') return 'not a case';
  if (side.kind === 'conflict') return `rules that disagree (${side.rules.join(', ')})`;
  const { outcome, authority, macro } = side;
  if (other.kind !== 'rule' || other.outcome !== outcome) return outcome;
  const details = [
    other.authority === authority ? '' : `decided by ${authority ?? 'anyone'}`,
    other.macro === macro ? '' : `with ${macro ?? 'no macro'}`,
  ];
  return [outcome, ...details.filter(Boolean)].join(' ');
}

/** The first words that were replaced, as `“may” to “must”`. */
function wordsText(words: readonly Words[]): string {
  const parts: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [one, next] = [words[at], words[at + 1]];
    if (!one || one.in === 'both') continue;
    if (one.in === 'before' && next?.in === 'after') {
      parts.push(`${quoted(one.text)} to ${quoted(next.text)}`);
      at++;
    } else parts.push(`${quoted(one.text)} ${one.in === 'before' ? 'removed' : 'added'}`);
  }
  const more = parts.length > 3 ? `, and ${parts.length - 3} more` : '';
  return parts.slice(0, 3).join(', ') + more;
}

/** A value as text: lists with commas, objects as `key: value`. */
export function valueText(value: unknown, unit?: string): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((item) => valueText(item)).join(', ') || 'none';
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${valueText(inner)}`)
      .join('; ');
  }
  return cut(displayLine(String(value))) + (unit ? ` ${unit}` : '');
}

const list = (what: string, values: readonly unknown[]): string =>
  values.length === 0 ? '' : `${what} ${cut(values.map((value) => valueText(value)).join(', '))}`;

const quoted = (text: string): string => `“${cut(displayLine(text))}”`;

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);

/** A number with its thousands apart. */
const count = (value: number | string): string => BigInt(value).toLocaleString('en-GB');
