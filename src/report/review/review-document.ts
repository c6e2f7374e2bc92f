import type { Review } from '#review/review-change.ts';
import { isUnapproved } from '#review/verdict.ts';
import { coverageSection } from './coverage-section.ts';
import type { Item, ReviewDocument, Span } from './document.ts';
import { inForceSection } from './in-force-section.ts';
import { issueItem, issueSection } from './issue-section.ts';
import { macroSection } from './macro-section.ts';
import { outcomeSection } from './outcome-section.ts';
import { decisionSentence } from './outcome-sentences.ts';
import { precedentSection } from './precedent-section.ts';
import { precedentSentence, whatIsMissing } from './precedent-sentences.ts';
import { retiredSection } from './retired-section.ts';
import { textSection } from './text-section.ts';
import { whoSection } from './who-section.ts';
import { counted, listed } from './words.ts';

/** So many reasons make the line of the verdict; the sections tell the others. */
const mostReasons = 3;

/** A review as a document: the verdict, what to mend first, and a section for everything that is not empty. */
export function reviewDocument(review: Review): ReviewDocument {
  const { verdict, decisions } = review;
  const proof = decisionSentence(decisions);
  const said = { clean: 'Clean', attention: 'Attention', blocked: 'Blocked' }[verdict.level];
  const [few, rest] = [verdict.because.slice(0, mostReasons), verdict.because.length - mostReasons];
  const because = listed(rest > 0 ? [...few, `${rest} more`] : few);
  return {
    verdict: [{ strong: said }, verdict.level === 'clean' ? `. ${proof}.` : `: ${because}.`],
    range: rangeLine(review),
    urgent: urgentItems(review),
    sections: [
      outcomeSection(decisions, proof),
      precedentSection(review),
      macroSection(review),
      coverageSection(review),
      retiredSection(review),
      textSection(review.entries),
      issueSection(review),
      inForceSection(review),
      whoSection(review),
    ].filter((section) => section !== undefined),
  };
}

function rangeLine({ base, head, worktree, commits, who }: Review): Span[] {
  const names = who.authors.map(({ name }) => name);
  const by = names.length > 0 ? `, by ${listed(names)} as git claims` : '';
  return [
    { code: base.slice(0, 10) },
    ' to ',
    ...(worktree
      ? ['the folder as it stands, on ', { code: head.slice(0, 10) }]
      : [{ code: head.slice(0, 10) }]),
    `: ${counted(commits, 'commit', 'commits')}${by}`,
  ];
}

function urgentItems(review: Review): Item[] {
  const { readable, precedents, issues } = review;
  const organisation = { code: 'content/organisation.yaml' };
  const unreadable = readable.after
    ? []
    : [{ line: [organisation, ' cannot be read, so little else can be said.'] }];
  const unapproved = precedents.filter(isUnapproved);
  const missing = unapproved.map((precedent): Item => {
    const below = whatIsMissing(precedent, review).map(({ says, paste }) => ({ line: [says], paste }));
    return { line: [{ code: precedent.id }, `: ${precedentSentence(precedent)}.`], below };
  });
  const told = new Set(unapproved.map(({ id }) => `content/${id}.mdx`));
  const errors = issues.filter(
    ({ severity, rule, file }) => severity === 'error' && !(rule === 'precedent-mismatch' && told.has(file)),
  );
  return [...unreadable, ...missing, ...errors.map((issue) => issueItem(issue, review))];
}
