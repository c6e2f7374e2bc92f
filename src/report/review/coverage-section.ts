import type { Review } from '#review/review-change.ts';
import type { CoverageChange } from '#review/review-coverage.ts';
import type { Item, Section } from './document.ts';
import { count, listed } from './words.ts';

/** Who gets other words or none, rule by rule; undefined where nobody does. */
export function coverageSection({ coverage: { before, after, gained, lost } }: Review): Section | undefined {
  if (gained.length + lost.length === 0) return undefined;
  const parts = [
    ...(lost.length > 0 ? [`${count(lost.length)} lost`] : []),
    ...(gained.length > 0 ? [`${count(gained.length)} gained`] : []),
  ];
  const totals = `${count(after.covered)} of ${count(after.places)} places covered, before ${count(before.covered)} of ${count(before.places)}`;
  return {
    title: 'Coverage',
    summary: [`${listed(parts)}; ${totals}`],
    items: [...placeItems('Lost', lost), ...placeItems('Gained', gained)],
  };
}

/** The places of one rule in one line: "counterfeit R4 uphold: covered → unapproved for EU en, EU de". */
function placeItems(what: string, changes: readonly CoverageChange[]): Item[] {
  const groups = Map.groupBy(changes, ({ template, rule, from, to }) =>
    [template, rule, from, to].join('\0'),
  );
  return [...groups.values()].flatMap((group): Item[] => {
    const [first] = group;
    if (!first) return [];
    const { template, rule, outcome, from, to, macro } = first;
    const where = group.map(({ region, language }) => `${region} ${language}`).join(', ');
    const sends = macro ? [' (', { code: macro }, ')'] : [];
    return [
      {
        line: [
          `${what}: ${template} ${rule} ${outcome}`,
          ...sends,
          `: ${from ?? 'new'} → ${to} for ${where}`,
        ],
      },
    ];
  });
}
