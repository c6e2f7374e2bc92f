/** Where the test of a rule puts its examples. */
export type ExampleKind = 'path' | 'bytes' | 'yaml' | 'frontmatter' | 'body' | 'macro';

/**
 * One rule of the gate, as the rule table shows it; its examples run as tests. In an example `\u{202E}` and `\xE9`
 * stand for a character and a byte, and `«x × 3»` for `xxx`.
 */
export interface GateRule {
  /** One sentence: what it refuses, and why. */
  explains: string;
  example: ExampleKind;
  bad: string;
  good: string;
}
