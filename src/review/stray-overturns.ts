import { readMessage } from '#history/commit-message.ts';
import type { ChangeRange } from '#playbook/change-range.ts';
import { nearest } from '#playbook/nearest.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { PrecedentReview } from './review-precedents.ts';

/** A trailer `Overturns:` that overturns nothing. */
export interface StrayOverturn {
  /** What it names, as typed. */
  names: string;
  /** Whether such a precedent exists and still falls out as it was decided. */
  stands: boolean;
  /** Ids that may be meant. */
  near: readonly string[];
}

/** The trailers of a range that name no precedent, or one that the range does not overturn. */
export function strayOverturns(
  { commits }: ChangeRange,
  precedents: readonly PrecedentReview[],
  before: Playbook | undefined,
): StrayOverturn[] {
  const needed = new Set(precedents.filter(({ approval }) => approval).map(({ id }) => id));
  const known = (before?.ofType('precedents') ?? []).map(({ id }) => id);
  const named = new Set(commits.flatMap(({ message }) => readMessage(message).overturns));
  return [...named]
    .filter((name) => !needed.has(name))
    .map((names) => {
      const stands = known.includes(names);
      return { names, stands, near: stands ? [] : nearest(names, known) };
    });
}
