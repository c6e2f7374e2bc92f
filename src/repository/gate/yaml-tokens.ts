import { CST, Lexer } from 'yaml';
import { quote } from './quote.ts';
import type { GateRuleName } from './rules.ts';

/** A problem at an offset of a YAML source. */
export interface Finding {
  offset: number;
  rule: GateRuleName;
  message: string;
  hint: string;
}

type Words = Omit<Finding, 'offset'>;

/** Syntax that is refused wherever it stands. */
const refused: Readonly<Record<string, (source: string) => Words>> = {
  anchor: (source) => ({
    rule: 'yaml-alias',
    message: `Unexpected anchor ${quote(source)}, expected a value`,
    hint: `Write the value out where it is used; quote it if ${quote(source)} is text.`,
  }),
  alias: (source) => ({
    rule: 'yaml-alias',
    message: `Unexpected alias ${quote(source)}, expected a value`,
    hint: `Write the value out; quote it if ${quote(source)} is text: ${quote(`'${source}'`)}.`,
  }),
  tag: (source) => ({
    rule: 'yaml-tag',
    message: `Unexpected tag ${quote(source)}, expected a value`,
    hint: `Take it out; quote the value if ${quote(source)} is text.`,
  }),
  'directive-line': (source) => ({
    rule: 'yaml-directive',
    message: `Unexpected directive ${quote(source.split('\n', 1)[0] ?? '')}, expected a field`,
    hint: 'Take it out; quote it if it is text.',
  }),
  'doc-start': () => ({
    rule: 'yaml-several-documents',
    message: 'Unexpected start of a second document, expected fields',
    hint: 'Take the line out. The line that ends the frontmatter is exactly `---`.',
  }),
  'doc-end': () => ({
    rule: 'yaml-several-documents',
    message: 'Unexpected end of the document, expected fields',
    hint: 'Take the line `...` out.',
  }),
  'explicit-key-ind': () => ({
    rule: 'yaml-key',
    message: 'Unexpected `?`, expected a plain key',
    hint: 'Write `key: value`.',
  }),
};

const mostTokens = 40_000;
const mostFindings = 100;

/**
 * What the tokens of a source alone show: syntax that is refused, comments that cut a value off, quotes that are not
 * closed. `tokens` is undefined where parsing would cost more than it tells.
 */
export function checkTokens(source: string): { findings: Finding[]; tokens: readonly string[] | undefined } {
  const findings: Finding[] = [];
  const tokens: string[] = [];
  let offset = 0;
  let before = '';
  let gap = '';
  for (const token of new Lexer().lex(source)) {
    tokens.push(token);
    if (tokens.length > mostTokens) {
      const message = `Unexpected length, expected at most ${mostTokens.toLocaleString('en')} words and signs of YAML`;
      findings.push({ offset, rule: 'yaml-too-large', message, hint: 'Split it into several files.' });
      return { findings, tokens: undefined };
    }
    // The lexer puts marks without a source between the tokens; `scalar` says that the next token is one.
    const type = CST.tokenType(token);
    if (type === 'doc-mode' || type === 'flow-error-end') continue;
    if (type === 'scalar') {
      before = type;
      continue;
    }
    const words = wordsFor(type ?? '', token, before, gap);
    if (words) findings.push({ offset, ...words });
    if (type === 'space') gap = token;
    else {
      gap = '';
      before = type ?? before;
    }
    offset += token.length;
  }
  return { findings, tokens: findings.length <= mostFindings ? tokens : undefined };
}

function wordsFor(type: string, token: string, before: string, gap: string): Words | undefined {
  if (type === 'comment') return cutsOff(before, gap, token) ? commentWords(token, before) : undefined;
  const quoted = /^(?:single|double)-quoted-scalar$/.test(type);
  if (quoted && (token.length < 2 || token.at(-1) !== token[0])) return unclosedQuote(token);
  return Object.hasOwn(refused, type) ? refused[type]?.(token) : undefined;
}

/** Two spaces before `#` and one behind it say that a comment is meant. */
const cutsOff = (before: string, gap: string, comment: string): boolean =>
  ['scalar', 'map-value-ind', 'seq-item-ind'].includes(before) &&
  (gap.length < 2 || !/^#+(?:\s|$)/.test(comment));

const commentWords = (comment: string, before: string): Words => ({
  rule: 'yaml-comment',
  message: `Unexpected ${quote(comment)} behind a ${before === 'scalar' ? 'value' : 'key'}, expected the rest of the value: YAML drops what follows \`#\``,
  hint: 'Quote the whole value if it belongs to it; put two spaces before `#` and one behind it if it is a comment.',
});

const unclosedQuote = (token: string): Words => ({
  rule: 'yaml-syntax',
  message: `Unexpected ${quote(token[0] ?? '')} that is never closed, expected text or a closing quote`,
  hint: `Close the quote; inside of single quotes write an apostrophe as ${quote("''")}.`,
});
