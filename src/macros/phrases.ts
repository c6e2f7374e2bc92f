const patterns = new Map<string, RegExp>();

/** Index of a phrase as whole words in a text, or -1; capitals count only for a phrase that is all capitals. */
export const indexOfPhrase = (text: string, phrase: string): number => text.search(patternOf(phrase));

/** Patterns are kept, because one phrase is looked for in every text of a playbook. */
function patternOf(phrase: string): RegExp {
  let pattern = patterns.get(phrase);
  if (!pattern) {
    const words = phrase.trim().split(/\s+/).map(literal).join('\\s+');
    const flags = phrase === phrase.toUpperCase() && /\p{Lu}/u.test(phrase) ? 'u' : 'iu';
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, flags);
    patterns.set(phrase, pattern);
  }
  return pattern;
}

/** Whether a text names one of the alternatives of `court | judge`. */
export const namesOneOf = (text: string, alternatives: string): boolean =>
  alternatives.split('|').some((phrase) => indexOfPhrase(text, phrase) >= 0);

/** Whether an address leads to a host, or to a host and path: `example.org/odr` covers `https://www.example.org/odr/x`. */
export function leadsTo(address: string, host: string): boolean {
  const plain = address
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '');
  const [wanted = '', ...path] = host.toLowerCase().split('/');
  const [found = '', ...rest] = plain.split(/[/?#]/);
  const sameHost = found === wanted || found.endsWith(`.${wanted}`);
  return sameHost && path.every((part, index) => rest[index] === part);
}

/** A law in force on an ISO day: not before it begins, not after it ended. */
export const inForce = (
  { effectiveFrom, effectiveTo }: { effectiveFrom?: string | undefined; effectiveTo?: string | undefined },
  day: string,
): boolean =>
  (effectiveFrom === undefined || effectiveFrom <= day) && (effectiveTo === undefined || day <= effectiveTo);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
