import type { YAMLError } from 'yaml';
import { quote } from './quote.ts';

interface Words {
  message: string;
  hint: string;
}

/** What the YAML parser's finding means to someone who fills in a form; `rest` is the line from where it points. */
export function explainYamlError({ code, message }: YAMLError, rest: string): Words {
  for (const [codes, pattern, explain] of explanations) {
    if (codes.includes(code) && pattern.test(message)) return explain(rest);
  }
  const found = message.replace(/\s+/g, ' ').slice(0, 120);
  return {
    message: `Unexpected YAML, expected fields: ${found}`,
    hint: 'Quote the value, or compare the line with one that works.',
  };
}

/** A value in single quotes, ready to be pasted. */
const quoted = (value: string): string => quote(`'${value.trim().replaceAll("'", "''")}'`);

const indentation: Words = {
  message: 'Unexpected indentation, expected that of the neighbours',
  hint: 'Fields of one mapping begin in the same column, two spaces further in than what they belong to.',
};

/** The parser's codes, what its message says, and our words; the first that fits. */
const explanations: readonly (readonly [readonly YAMLError['code'][], RegExp, (rest: string) => Words])[] = [
  [
    ['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'],
    /^/,
    (rest) =>
      /:(?:\s|$)/.test(rest)
        ? {
            message: 'Unexpected second `: ` in a line, expected one',
            hint: `Quote the value: ${quoted(rest)}.`,
          }
        : indentation,
  ],
  [
    ['BAD_SCALAR_START'],
    /^/,
    (rest) => ({
      message: `Unexpected ${quote(rest[0] ?? '')}, expected a letter, a digit or a quote`,
      hint: `Quote the value: ${quoted(rest)}.`,
    }),
  ],
  [
    ['BAD_DQ_ESCAPE'],
    /^/,
    (rest) => ({
      message: `Unexpected ${quote(rest.slice(0, 2))}, expected an escape that YAML knows`,
      hint: 'Use single quotes, in which a backslash is a backslash.',
    }),
  ],
  [
    ['TAB_AS_INDENT'],
    /^/,
    () => ({
      message: 'Unexpected tab, expected spaces',
      hint: 'Indent with two spaces; tabs do not count in YAML.',
    }),
  ],
  [
    ['BAD_INDENT', 'MISSING_CHAR'],
    /flow (?:map|sequence)|^Flow (?:map|sequence)/i,
    () => ({
      message: 'Unexpected end of a list or a mapping, expected its closing bracket or brace',
      hint: 'Close `[` with `]` and `{` with `}`; indent every line between them.',
    }),
  ],
  [
    ['MISSING_CHAR'],
    /map values/,
    (rest) => ({
      message: `Unexpected ${quote(rest)}, expected a field and \`: \``,
      hint: 'Write `field: value`; indent the line if it goes on with the value above.',
    }),
  ],
  [['BAD_INDENT'], /^/, () => indentation],
  [
    ['UNEXPECTED_TOKEN'],
    /^/,
    (rest) => ({
      message: `Unexpected ${quote(rest)}, expected the end of the value`,
      hint: "Quote the whole value; inside of single quotes write an apostrophe as `''`.",
    }),
  ],
];
