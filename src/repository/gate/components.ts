import type { ContentType } from '#schemas/index.ts';

/** A component that authors may use. */
export interface ComponentRule {
  /** Attribute to its values: a list of them, or what the text must match. */
  attributes: Readonly<Record<string, readonly string[] | RegExp>>;
  /** Attributes that must be there. */
  requires?: readonly string[];
  /** The component directly inside which it stands. */
  parent?: string;
  /** What it holds, and nothing else: so many of one component. */
  holds?: { component: string; count: number };
  /** Whether it may stand within a line of text; otherwise it stands on lines of its own. */
  inline?: boolean;
  /** Content types in whose entries it may stand; all where left out. */
  where?: readonly ContentType[];
}

/** The components that authors may use, by name. */
export type ComponentTable = Readonly<Record<string, ComponentRule>>;

/** A component as the guide for authors shows it. */
export interface ComponentDoc extends ComponentRule {
  /** One sentence: what it is for. */
  explains: string;
  /** What each attribute says, one sentence each. */
  says: Readonly<Record<string, string>>;
  /** Runs as a test and is shown as it renders; what stands in a parent is shown with it. */
  example?: string;
}

/** One key or several, `EU` or `EU, UK`. */
const keys = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:(?:, ?| )[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*$/;

/** The list; `site/components.ts` says how each is shown. */
export const components: Readonly<Record<string, ComponentDoc>> = {
  BoundaryPair: {
    attributes: { fact: /^[a-zA-Z0-9][a-zA-Z0-9_+-]*$/ },
    holds: { component: 'Case', count: 2 },
    explains: 'Two cases that differ in one fact, side by side, so that a reader sees where the line runs.',
    says: {
      fact: 'The fact in which they differ, by its name in the decision template; its question shows the pair as well.',
    },
    example:
      '<BoundaryPair>\n\n<Case outcome="overturn">\n\nThe invoice names **twelve** units, and ten were sold.\n\n</Case>\n\n<Case outcome="uphold">\n\nThe invoice names **eight** units, and ten were sold.\n\n</Case>\n\n</BoundaryPair>',
  },
  Case: {
    attributes: { outcome: /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/ },
    requires: ['outcome'],
    parent: 'BoundaryPair',
    explains: 'One of the two cases of a pair, with how it ends.',
    says: { outcome: 'A key of `outcomes` in organisation.yaml.' },
  },
  When: {
    attributes: { region: keys, language: keys, outcome: keys, audience: ['seller', 'buyer', 'notifier'] },
    inline: true,
    where: ['macros', 'passages'],
    explains: 'A stretch of a message that only some readers get; several attributes must all hold.',
    says: {
      region: 'Keys of `regions`, separated by commas: any of them.',
      language: 'Keys of `languages`: any of them.',
      outcome: 'Keys of `outcomes`: any of them; for passages, which several macros include.',
      audience: 'Who reads the message.',
    },
    example: '<When region="EU">\n\nYou can also turn to a court in your country.\n\n</When>',
  },
  Passage: {
    attributes: { id: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ },
    requires: ['id'],
    where: ['macros'],
    explains: 'The text of a passage, so that words that many macros share are written once.',
    says: { id: 'The slug of the passage, in the language of the macro.' },
    example: '<Passage id="signature" />',
  },
  Covers: {
    attributes: { requirement: keys },
    requires: ['requirement'],
    inline: true,
    where: ['macros', 'passages'],
    explains: 'Marks the words that meet a requirement of the law; the reader sees the words alone.',
    says: { requirement: 'Ids of content/requirements.yaml, separated by commas.' },
    example:
      '<Covers requirement="dsa-20-5">\n\nYou can also choose a certified out-of-court dispute settlement body, or go to court.\n\n</Covers>',
  },
  Note: {
    attributes: { kind: ['tip', 'caution', 'legal'] },
    requires: ['kind'],
    explains: 'Sets a paragraph apart.',
    says: { kind: 'How it is meant; `legal` asks to check with Legal.' },
    example: '<Note kind="caution">\n\nDo not say which signals showed the link.\n\n</Note>',
  },
};
