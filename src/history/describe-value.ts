import { cut, quoted } from './describe-words.ts';
import { displayLine } from './display-text.ts';

/** A value as text: lists with commas, objects as `key: value`, without digests, which say nothing to people. */
export function valueText(value: unknown, unit?: string): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((item) => valueText(item)).join(', ') || 'none';
  if (typeof value === 'object') {
    const parts = Object.entries(value).filter(([, inner]) => saysSomething(inner));
    return parts.map(([key, inner]) => `${displayLine(key)}: ${innerText(inner)}`).join('; ') || 'empty';
  }
  return cut(displayLine(String(value))) + (unit ? ` ${unit}` : '');
}

/** A value within a sentence: text of several words in quotation marks, but for an amount such as `5 days`. */
export const phrase = (value: unknown, unit?: string): string =>
  typeof value === 'string' && /^\D.*\s/.test(value) ? quoted(value) : valueText(value, unit);

/** So many members of a list are named. */
const mostNamed = 6;

/** The members of a list in a sentence. */
export function listText(values: readonly unknown[]): string {
  const named = values.slice(0, mostNamed).map((value) => phrase(value));
  const more = values.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

/** Whether a value is the digest of a text. */
export const isDigest = (value: unknown): boolean =>
  typeof value === 'string' && /^sha256:[0-9a-f]{16}$/.test(value);

const innerText = (value: unknown): string =>
  typeof value === 'object' && !Array.isArray(value) ? `(${valueText(value)})` : valueText(value);

function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null || isDigest(value)) return false;
  return typeof value !== 'object' || Object.values(value).some(saysSomething);
}
