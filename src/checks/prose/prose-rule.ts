import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { ContentType } from '#schemas/index.ts';
import type { RuleDoc } from '../check.ts';
import type { ProseContext } from './prose-context.ts';

/** A rule for the prose of one entry: a remark-lint rule with its documentation; the examples run as tests. */
export interface ProseRule extends RuleDoc {
  /** Whether it stops a build: an error does, a question of style does not. */
  severity: 'error' | 'warning';
  /** The type of entry in whose body the examples stand. */
  where: ContentType;
  plugin: Plugin<[[severity: 1 | 2, context: ProseContext]], Root>;
}
