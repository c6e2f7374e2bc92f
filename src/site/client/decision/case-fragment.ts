/** The answers of a case, fact to value, in the order in which they were given. */
export type Case = ReadonlyMap<string, string>;

/** The facts of a table with their possible values. */
export type FactValues = Readonly<Record<string, { values: Readonly<Record<string, string>> }>>;

/** A case as it was read from the fragment of an address. */
export interface ReadCase {
  answers: Case;
  /** What was left out, and why, as the reader is told: `"colour=red" (no such fact)`. */
  ignored: string[];
}

/** How many answers a fragment may hold; what stands behind them is not looked at. */
const MOST_PARTS = 100;

/**
 * Reads `authenticity=verified&units=10%2B`; what the table does not know is left out and named. A fragment
 * without = is the name of a place on the page.
 */
export function readCase(fragment: string, facts: FactValues): ReadCase {
  const answers = new Map<string, string>();
  const ignored: string[] = [];
  if (!fragment.includes('=')) return { answers, ignored };
  for (const part of fragment.split('&', MOST_PARTS)) {
    const [fact = '', value = ''] = part.split(/=(.*)/s).map(decode);
    const known = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (!known) ignored.push(`${shown(part)} (no such fact)`);
    else if (!Object.hasOwn(known.values, value)) ignored.push(`${shown(part)} (no such value)`);
    else if (answers.has(fact)) ignored.push(`${shown(part)} (answered before)`);
    else answers.set(fact, value);
  }
  return { answers, ignored };
}

/** The fragment that stands for a case, without its #; '' where nothing is answered. */
export const writeCase = (answers: Case): string =>
  [...answers].map((pair) => pair.map(encodeURIComponent).join('=')).join('&');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** At most 40 characters of a part, so that a hostile address cannot fill the page. */
const shown = (part: string): string => {
  const text = decode(part);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
};
