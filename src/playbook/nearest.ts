import { distance } from 'fastest-levenshtein';

/** The candidates closest to a name that does not exist, best first; only those near enough to be a slip. */
export function nearest(name: string, candidates: Iterable<string>, most = 3): string[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(2, Math.floor(name.length / 3));
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, cost: cost(wanted, candidate.toLowerCase()) }))
    .filter(({ cost }) => cost <= limit)
    .sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** A name that contains the other is nearer than its length difference says: `invoice` for `supplier-invoice`. */
function cost(wanted: string, candidate: string): number {
  const contains = wanted.length > 3 && (candidate.includes(wanted) || wanted.includes(candidate));
  return contains ? 1 : distance(wanted, candidate);
}

/** A hint sentence: "Did you mean `a` or `b`?", or what exists where nothing is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const all = [...candidates];
  const near = nearest(name, all);
  if (near.length) return `Did you mean ${either(near)}?`;
  if (all.length === 0) return 'There is none yet.';
  const shown = all.slice(0, 8).map((name) => `\`${name}\``);
  return `There ${all.length === 1 ? 'is' : 'are'}: ${shown.join(', ')}${all.length > 8 ? `, and ${all.length - 8} more` : ''}.`;
}

const either = (names: string[]): string => names.map((name) => `\`${name}\``).join(' or ');
