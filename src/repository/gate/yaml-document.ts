import { Composer, type CST, type Document, isMap, isScalar, Parser, type YAMLError } from 'yaml';
import type { FieldPath } from '#playbook/entry.ts';
import { readMapping, type YamlData } from './yaml-data.ts';
import { explainYamlError } from './yaml-errors.ts';
import { keyOffsetIn, offsetIn, placeAt } from './yaml-places.ts';
import { checkTokens, type Finding } from './yaml-tokens.ts';

/** A YAML source, read; offsets count in the source. */
export interface ParsedYaml extends Pick<YamlData, 'ambiguous' | 'findings'> {
  /** Undefined where the source is not a mapping. */
  data: Record<string, unknown> | undefined;
  offsetOf: (path: FieldPath) => number;
  keyOffsetOf: (path: FieldPath) => number;
}

/** Reads a YAML 1.2 source in the core schema; never throws. */
export function parseYaml(source: string): ParsedYaml {
  const { findings, tokens } = checkTokens(source);
  const into: YamlData = { source, root: placeAt(0), ambiguous: [], findings };
  return {
    data: tokens && readDocument(source, tokens, into),
    offsetOf: (path) => offsetIn(into.root, path),
    keyOffsetOf: (path) => keyOffsetIn(into.root, path),
    ambiguous: into.ambiguous,
    findings,
  };
}

function readDocument(
  source: string,
  tokens: readonly string[],
  into: YamlData,
): Record<string, unknown> | undefined {
  const document = parse(tokens, source.length);
  if (document === undefined) {
    const hint = 'Split the value into several fields.';
    into.findings.push({
      offset: 0,
      rule: 'yaml-syntax',
      message: 'Unexpected nesting, expected fewer levels',
      hint,
    });
    return undefined;
  }
  if (document.errors.length > 0) {
    into.findings.push(...syntaxFindings(source, document.errors, into.findings));
    return undefined;
  }
  const { contents } = document;
  if (isMap(contents)) {
    into.root.value = contents.range?.[0] ?? 0;
    return readMapping(contents, into);
  }
  const empty = contents === null || (isScalar(contents) && contents.value === null);
  into.findings.push({
    offset: contents?.range?.[0] ?? 0,
    rule: 'yaml-not-a-mapping',
    message: `Unexpected ${empty ? 'end' : 'text'}, expected fields`,
    hint: 'Write `title: …` and the other fields, one a line.',
  });
  return undefined;
}

/** The first document in the tokens of a source of some length, or undefined where the parser ran out of stack. */
function parse(tokens: readonly string[], length: number): Document.Parsed | undefined {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    strict: true,
    // The parser compares every key with every other; `readMapping` finds duplicates in one pass.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  try {
    const [document] = composer.compose(parsed(tokens), true, length);
    return document as Document.Parsed;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Tokens as the parts of a document; the lexer that checked them need not run again. */
function* parsed(tokens: readonly string[]): Generator<CST.Token> {
  const parser = new Parser();
  for (const token of tokens) yield* parser.next(token);
  yield* parser.end();
}

/** The parser's findings: the first of each line, as others follow from it, and none behind a quote that is not closed. */
function syntaxFindings(source: string, errors: readonly YAMLError[], known: readonly Finding[]): Finding[] {
  const lineOf = (offset: number): number => source.lastIndexOf('\n', offset - 1) + 1;
  const lines = new Set(known.map(({ offset }) => lineOf(offset)));
  const openQuote = known.find(({ rule }) => rule === 'yaml-syntax')?.offset ?? source.length + 1;
  return errors.flatMap((error) => {
    const offset = error.pos[0];
    const line = lineOf(offset);
    if (lines.has(line) || offset >= openQuote) return [];
    lines.add(line);
    const rest = source.slice(offset).split('\n', 1)[0] ?? '';
    return [{ offset, rule: 'yaml-syntax' as const, ...explainYamlError(error, rest) }];
  });
}
