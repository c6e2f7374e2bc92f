import { combinations } from '#decisions/sentences.ts';
import type { DecisionReview } from '#review/review-decisions.ts';
import type { Item, Section, Span } from './document.ts';
import {
  boxText,
  caseText,
  mainMove,
  reasonText,
  sideText,
  spaceSentences,
  templateSentence,
} from './outcome-sentences.ts';
import { count } from './words.ts';

/** What every template that is touched decides differently, box by box; `proof` is said where nothing moves. */
export function outcomeSection(decisions: readonly DecisionReview[], proof: string): Section {
  const touched = decisions.filter(({ state }) => state !== 'unchanged');
  const items = touched.map((decision): Item => {
    const { id, formerId } = decision;
    const regions = 'diff' in decision ? decision.diff.regions : [];
    return {
      line: [
        { strong: id.replace(/^decision-templates\//, '') },
        ...(formerId === undefined ? [] : [', formerly ', { code: formerId }]),
        `: ${templateSentence(decision)}.`,
      ],
      below: [
        ...spaceSentences(decision).map((sentence) => ({ line: [sentence] })),
        ...regions.map(({ when, count: size, from, to, example }): Item => {
          const [was, now] = [reasonText(from), reasonText(to)];
          const reasons: [string, string][] =
            was === now
              ? [['Because, as before', now]]
              : [
                  ['Was', was],
                  ['Now', now],
                ];
          return {
            line: [
              { strong: boxText(when) },
              `: ${sideText(from, to)} → ${sideText(to, from)}, ${combinations(size)}`,
            ],
            below: [
              ...reasons.flatMap(([when, text]) => (text === '' ? [] : [{ line: [`${when}: ${text}`] }])),
              { line: [`For example: ${caseText(example)}.`] },
            ],
          };
        }),
      ],
    };
  });
  const moved = touched.flatMap((decision): Span[][] => {
    if (!('diff' in decision) || decision.diff.changed === 0n) return [];
    const name = decision.id.replace(/^decision-templates\//, '');
    const { changed, regions } = decision.diff;
    const move = decision.state === 'changed' ? mainMove(regions) : decision.state;
    return [[{ strong: name }, ` ${count(changed)} of ${count(decision.diff.combinations)}, ${move}`]];
  });
  const few = moved.slice(0, 3).flatMap((spans, index) => (index === 0 ? spans : ['; ', ...spans]));
  const more = moved.length > 3 ? [`; and ${moved.length - 3} more`] : [];
  return { title: 'Outcomes', summary: moved.length === 0 ? [proof] : [...few, ...more], items };
}
