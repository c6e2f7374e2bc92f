import type { DecisionData, PrecedentData } from '../../views/decision-data.ts';
import type { Case } from './case-fragment.ts';

/** Decided cases beside a case that is settled. */
export interface NearPrecedents {
  /** Every answer is the same. */
  sameFacts: PrecedentData[];
  /** Another case that one of the rules which may decide this one decides. */
  sameRule: PrecedentData[];
  /** One answer differs, and the outcome; with the fact that differs. */
  oneApart: { precedent: PrecedentData; fact: string }[];
  /** Overturned cases with the same answers or rule. */
  history: PrecedentData[];
}

/** Sorts the precedents of a template by how they stand to a case. */
export function nearPrecedents(
  { precedents }: Pick<DecisionData, 'precedents'>,
  answers: Case,
  outcome: string,
  rules: readonly { id: string }[],
): NearPrecedents {
  const near: NearPrecedents = { sameFacts: [], sameRule: [], oneApart: [], history: [] };
  for (const precedent of precedents) {
    const differing = [...answers]
      .filter(([fact, value]) => precedent.facts[fact] !== value)
      .map(([fact]) => fact);
    const ruled = rules.some(({ id }) => id === precedent.rule);
    const [fact] = differing;
    if (precedent.overturned) {
      if (fact === undefined || ruled) near.history.push(precedent);
    } else if (fact === undefined) near.sameFacts.push(precedent);
    else if (ruled) near.sameRule.push(precedent);
    else if (differing.length === 1 && precedent.outcome !== outcome) near.oneApart.push({ precedent, fact });
  }
  return near;
}

/** Pairs of precedents that differ in one fact and in their outcome: where that fact turns a case. */
export function boundaryPairs(
  { precedents }: Pick<DecisionData, 'precedents'>,
  fact: string,
): [PrecedentData, PrecedentData][] {
  const inForce = precedents.filter(({ overturned }) => !overturned);
  return inForce.flatMap((a, index) =>
    inForce
      .slice(index + 1)
      .filter(
        (b) => a.outcome !== b.outcome && a.facts[fact] !== b.facts[fact] && sameBut(a.facts, b.facts, fact),
      )
      .map((b): [PrecedentData, PrecedentData] => [a, b]),
  );
}

const sameBut = (a: PrecedentData['facts'], b: PrecedentData['facts'], fact: string): boolean =>
  Object.entries(a).every(([name, value]) => name === fact || b[name] === value);
