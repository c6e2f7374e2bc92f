import type { Change, OutcomeRegion, OutcomeSide } from './change.ts';
import { isDigest, listText, phrase, valueText } from './describe-value.ts';
import { cut, describeWords, quoted } from './describe-words.ts';
import type { Section } from './split-body.ts';
import { members } from './weights.ts';
import { diffWords } from './word-diff.ts';

/** A change in one sentence, as people would tell it: "Maximum age: 180 days to 365 days". */
export function describeChange(change: Change): string {
  const { label } = change;
  switch (change.what) {
    case 'value':
      return `${label}: ${replacement(change)}`;
    case 'added':
      return `${label}: ${['new', newText(change)].filter(Boolean).join(', ')}`;
    case 'removed':
      return `${label}: removed`;
    case 'moved':
      return `${label}: moved`;
    case 'items':
      return `${label}: ${itemsText(change.items)}`;
    case 'words':
    case 'source':
      return `${label}: ${describeWords(change.words)}`;
    case 'formatting':
      return `${label} only`;
    case 'outcomes': {
      const { combinations, changed } = change.difference;
      const end = Number(changed) === 1 ? 'ends' : 'end';
      return `${label}: ${count(changed)} of ${count(combinations)} combinations ${end} differently`;
    }
  }
}

function replacement({ before, after, unit }: Extract<Change, { what: 'value' }>): string {
  if (isDigest(before) && isDigest(after)) return 'pinned anew';
  if (before === undefined)
    return isRecord(after) ? `set, ${valueText(after)}` : `set to ${phrase(after, unit)}`;
  if (after === undefined)
    return isRecord(before) ? `taken out, ${valueText(before)}` : `${phrase(before, unit)} taken out`;
  return `${phrase(before, unit)} to ${phrase(after, unit)}`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is new, in few words; '' where its key says it. */
function newText({ path: [field = '', key], after }: Extract<Change, { what: 'added' }>): string {
  if (field === 'body') {
    const { title } = after as Section;
    return title === '' || title === key ? '' : quoted(title);
  }
  if (isDigest(after)) return '';
  if (!isRecord(after)) return listText([after].flat());
  const inLabel = members[field]?.by ?? [];
  return cut(
    valueText(Object.fromEntries(Object.entries(after).filter(([name]) => !inLabel.includes(name)))),
  );
}

/** Values of a list that came, went, or were rewritten in their place. */
function itemsText(items: Extract<Change, { what: 'items' }>['items']): string {
  const parts: string[] = [];
  for (let at = 0; at < items.length; at++) {
    const [one, next] = [items[at], items[at + 1]];
    if (!one || one.in === 'both') continue;
    if (one.in === 'before' && next?.in === 'after') {
      parts.push(...rewrittenText(one.values, next.values));
      at++;
    } else parts.push(`${one.in === 'before' ? 'removed' : 'added'} ${listText(one.values)}`);
  }
  return parts.join('; ');
}

/** Sentences of which most words stand again are told as rewritten, one by one. */
function rewrittenText(before: readonly unknown[], after: readonly unknown[]): string[] {
  const words = before.map((value, index) => {
    const other = after[index];
    return typeof value === 'string' && typeof other === 'string' ? diffWords(value, other) : [];
  });
  const kept = (index: number) =>
    (words[index] ?? []).reduce((sum, one) => sum + (one.in === 'both' ? one.text.length : 0), 0);
  const alike = words.every((_, index) => 2 * kept(index) > String(before[index]).length);
  if (before.length === after.length && alike) return words.map(describeWords);
  return [`removed ${listText(before)}`, `added ${listText(after)}`];
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

/** A number with its thousands apart. */
const count = (value: number | string): string => BigInt(value).toLocaleString('en-GB');
