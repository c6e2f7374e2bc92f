import type { Variable } from '#schemas/macro.ts';
import { mapBlocks, mapLine } from './map-text.ts';
import type { Block, Inline, VariableUse } from './text.ts';

/** What an agent typed, and what the names mean. */
export interface Filling {
  variables: Readonly<Record<string, Pick<Variable, 'type' | 'required' | 'default'>>>;
  /** Name to what was typed; empty is as good as nothing. */
  values: Readonly<Record<string, string>>;
  /** BCP 47 tag that decides how a date reads, such as `en-GB`. */
  locale: string;
}

/** A message with its blanks filled in. */
export interface Filled {
  subject: Inline[];
  text: Block[];
  /** Required variables without a value, in order of reading; the message may not be sent while there are any. */
  missing: string[];
  /** Values that cannot be what their variable asks for, with the reason. */
  invalid: { name: string; reason: string }[];
}

/** Fills every blank in one pass: a value is put in as it is and never read again. */
export function fill(
  message: { subject: readonly Inline[]; text: readonly Block[] },
  filling: Filling,
): Filled {
  const missing = new Set<string>();
  const invalid = new Map<string, string>();
  const fillVariable = (use: VariableUse): VariableUse => {
    const variable = Object.hasOwn(filling.variables, use.name) ? filling.variables[use.name] : undefined;
    const typed = (Object.hasOwn(filling.values, use.name) ? (filling.values[use.name] ?? '') : '')
      .replace(/\r\n?/g, '\n')
      .trim();
    if (typed === '') {
      if (variable && !variable.required) return { ...use, value: variable.default ?? '', origin: 'default' };
      missing.add(use.name);
      return { ...use, origin: 'missing' };
    }
    const read = readValue(typed, variable?.type ?? 'text', filling.locale);
    if (read.reason) invalid.set(use.name, read.reason);
    return { ...use, value: read.text, origin: 'given', ...(read.href ? { href: read.href } : {}) };
  };
  const inline = (node: Inline): Inline[] => [node.type === 'variable' ? fillVariable(node) : node];
  return {
    subject: mapLine(message.subject, inline),
    text: mapBlocks(message.text, { inline }),
    missing: [...missing],
    invalid: [...invalid].map(([name, reason]) => ({ name, reason })),
  };
}

/** What was typed, as it is sent. */
function readValue(
  typed: string,
  type: Variable['type'],
  locale: string,
): { text: string; href?: string; reason?: string } {
  switch (type) {
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? readDay(typed, locale) : { text: typed };
    case 'url': {
      const safe = /^https:\/\/[^\s"'<>\\]+$/.test(typed);
      return safe
        ? { text: typed, href: typed }
        : { text: typed, reason: 'Write a whole address that begins with https://.' };
    }
    case 'list':
      return { text: typed.split(/\s*\n\s*/).join(', ') };
    case 'money':
      return /\d/.test(typed)
        ? { text: typed }
        : { text: typed, reason: 'Write an amount and its currency.' };
    case 'text':
      return { text: typed };
  }
}

function readDay(day: string, locale: string): { text: string; reason?: string } {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    return { text: day, reason: 'There is no such day.' };
  return { text: dayFormat(locale).format(time) };
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Formats are kept, because making one takes longer than filling a message. */
function dayFormat(locale: string): Intl.DateTimeFormat {
  const format =
    dayFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  dayFormats.set(locale, format);
  return format;
}

/** How dates read in a language and region: `en` and `US` give `en-US`, `en` elsewhere `en-GB`. */
export const localeOf = (language: string, region?: string): string =>
  language === 'en' ? (region === 'US' ? 'en-US' : 'en-GB') : language;
