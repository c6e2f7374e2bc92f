/** A stretch of a line: plain words, a name that is shown as such, or words that one side alone has. */
export type Span = string | { code: string } | { removed: string } | { added: string } | { strong: string };

/** A line with what belongs below it. */
export interface Item {
  line: readonly Span[];
  below?: readonly Item[];
  /** Lines that can be pasted as they stand. */
  paste?: readonly string[];
}

/** One part of a review: what it comes to, and all of it. */
export interface Section {
  title: string;
  summary: readonly Span[];
  items: readonly Item[];
}

/** A review as people read it, before it becomes text or Markdown. */
export interface ReviewDocument {
  /** One line. */
  verdict: readonly Span[];
  /** What was compared. */
  range: readonly Span[];
  /** What has to be mended before anything else. */
  urgent: readonly Item[];
  sections: readonly Section[];
}
