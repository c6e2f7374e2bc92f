import type { Rule } from '#schemas/decision-template.ts';
import { sizeOf } from './difference.ts';
import type { FactSpace, Masks } from './fact-space.ts';
import { exampleOf, type Region } from './region.ts';

/** The most facts that are named one by one where none of them is decisive. */
const FEW_ANY = 4;
const FEW_EXAMPLE = 12;

/** "1,234 combinations". */
export const combinations = (count: bigint): string =>
  `${count.toLocaleString('en-GB')} ${count === 1n ? 'combination' : 'combinations'}`;

/** "a, b and c", with at most `most` of them named and the others counted. */
export function listed(items: readonly string[], most = 8): string {
  const shown =
    items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last;
}

/** "authenticity unverified, provenance partial or none (any claim; 18 combinations), for example authenticity …". */
export function describeBox(space: FactSpace, masks: Masks): string {
  const size = sizeOf(masks);
  const fixed = space.flatMap(({ name, values, all }, fact) => {
    const mask = masks[fact] ?? 0;
    return mask === all
      ? []
      : [`${words(name)} ${values.filter((_, value) => (mask >> value) & 1).join(' or ')}`];
  });
  const free = space.filter(({ all }, fact) => masks[fact] === all).map(({ name }) => `any ${words(name)}`);
  const rest =
    free.length > FEW_ANY
      ? [...free.slice(0, FEW_ANY - 1), `any of ${free.length - FEW_ANY + 1} other facts`]
      : free;
  const any = fixed.length === 0 || free.length === 0 ? '' : `${rest.join(', ')}; `;
  const box = `${fixed.join(', ') || 'every case'} (${any}${combinations(size)})`;
  return size === 1n ? box : `${box}, for example ${exampleText(space, masks)}`;
}

/** The rest of a region after its first box: " and 2 further boxes, 40 combinations in all"; '' where there is none. */
export function describeRest({ boxes, count, unlisted }: Region): string {
  const further = boxes.length - 1;
  if (unlisted === undefined) return `; and more than can be listed, at least ${combinations(count)} in all`;
  if (further === 0 && unlisted === 0n) return '';
  const boxesMore = unlisted > 0n ? `more than ${further}` : `${further}`;
  return `; and ${boxesMore} further ${further === 1 ? 'box' : 'boxes'}, ${combinations(count)} in all`;
}

/** "outcome overturn (R4) or uphold (R6), authority frontline (R4) or none (R6)"; '' where the results agree. */
export const differences = (a: Rule, b: Rule): string =>
  (['outcome', 'authority', 'macro', 'escalation'] as const)
    .filter((field) => a[field] !== b[field])
    .map((field) => `${field} ${a[field] ?? 'none'} (${a.id}) or ${b[field] ?? 'none'} (${b.id})`)
    .join(', ');

/** One combination of a box, in words. */
function exampleText(space: FactSpace, masks: Masks): string {
  const parts = Object.entries(exampleOf(space, masks)).map(([name, value]) => `${words(name)} ${value}`);
  const decisive = parts.filter((_, fact) => masks[fact] !== space[fact]?.all);
  if (parts.length <= FEW_EXAMPLE) return parts.join(', ');
  return `${decisive.join(', ') || parts[0]}, and each other fact at its first value`;
}

/** The name of a fact as it is read: `listing_claim` as "listing claim". */
const words = (name: string): string => name.replace(/[_-]+/g, ' ');
