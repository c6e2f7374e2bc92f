import type { Review } from '#review/review-change.ts';
import { isUnapproved } from '#review/verdict.ts';
import type { Item, Section } from './document.ts';
import { precedentSentence } from './precedent-sentences.ts';
import { counted, listed } from './words.ts';

/** The precedents that the change does something to; undefined where there are none. */
export function precedentSection(review: Review): Section | undefined {
  const { precedents, strayOverturns } = review;
  if (precedents.length + strayOverturns.length === 0) return undefined;
  const unapproved = precedents.filter(isUnapproved);
  const items = precedents.map((precedent): Item => {
    const { approval, was } = precedent;
    const approved = approval?.kind === 'approved' ? approval : undefined;
    return {
      line: [{ code: precedent.id }, ` ${precedent.title}. ${precedentSentence(precedent)}.`],
      below: [
        ...(was.because ? [{ line: [`Was: ${was.because}`] }] : []),
        ...(precedent.now.kind === 'decided' ? [{ line: [`Now: ${precedent.now.because}`] }] : []),
        ...(approved
          ? [
              {
                line: [
                  `${review.who.names.get(approved.by) ?? approved.by} approved it, as `,
                  { code: approved.commit.slice(0, 10) },
                  ' claims.',
                ],
              },
            ]
          : []),
      ],
    };
  });
  const strays = strayOverturns.map(({ names, stands, near }): Item => {
    const why = stands ? 'a precedent that still falls out as it was decided' : 'no precedent';
    const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
    return { line: [`A trailer overturns `, { code: names }, `, which is ${why}.${hint}`] };
  });
  const byEffect = Map.groupBy(precedents, ({ effect }) => effect);
  const parts = [...byEffect].map(([effect, some]) => `${some.length} ${effect}`);
  const lacking = unapproved.length > 0 ? `; ${unapproved.length} without approval` : '';
  return {
    title: 'Precedents',
    summary: [
      listed([
        ...parts,
        ...(strays.length > 0 ? [counted(strays.length, 'stray trailer', 'stray trailers')] : []),
      ]) + lacking,
    ],
    items: [...items, ...strays],
  };
}
