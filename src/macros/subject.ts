import type { Inline } from './text.ts';
import { tidyInlines } from './tidy.ts';

const variable = /\{([a-z][a-z0-9_]*)\}/;

/** A subject line, `Case {case_id}`, as text and variables; the rest of it is literal. */
export const parseSubject = (subject: string): Inline[] =>
  tidyInlines(
    subject
      .split(variable)
      .map(
        (part, index): Inline =>
          index % 2 ? { type: 'variable', name: part } : { type: 'text', value: part },
      ),
  );
