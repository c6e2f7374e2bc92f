import type { $ZodType } from 'zod/v4/core';
import type { FieldPath } from '#playbook/entry.ts';
import type { Issue, Position } from '#playbook/issue.ts';
import { kindsAt } from './field-kinds.ts';
import { linesOf } from './lines.ts';
import { capped, problem } from './problem.ts';
import { quote } from './quote.ts';
import type { Reading } from './scalar-readings.ts';
import { parseYaml } from './yaml-document.ts';

/** An unquoted scalar that some version of YAML reads as something other than text. */
export interface Ambiguous extends Position {
  path: FieldPath;
  /** As written. */
  text: string;
  reads: Reading;
  /** Whether it is the key at the path, rather than the value. */
  isKey: boolean;
}

/** One YAML document: its data, where everything stands, and what is wrong with it. */
export interface YamlDocument {
  /** Undefined where it could not be read at all. */
  data: unknown;
  /** Position of a value: of the nearest ancestor where the path itself is not there. */
  positionOf: (path: FieldPath) => Position;
  /** Position of a key: of the nearest ancestor's where the path itself is not there. */
  keyPositionOf: (path: FieldPath) => Position;
  ambiguous: readonly Ambiguous[];
  issues: Issue[];
}

/** The frontmatter of an entry, and the body behind it. */
export interface Frontmatter extends YamlDocument {
  body: string;
  /** 1-based line in which the body begins. */
  bodyLine: number;
}

/** Reads a YAML file, or the YAML of a frontmatter that begins in line `firstLine` of its file. */
export function readYaml(source: string, file: string, firstLine = 1): YamlDocument {
  const { data, ambiguous, findings, offsetOf, keyOffsetOf } = parseYaml(source);
  const lines = linesOf(source);
  const at = (offset: number): Position => {
    const { line, column } = lines.positionOf(offset);
    return { line: line + firstLine - 1, column };
  };
  return {
    data,
    positionOf: (path) => at(offsetOf(path)),
    keyPositionOf: (path) => at(keyOffsetOf(path)),
    ambiguous: ambiguous.map(({ offset, ...scalar }) => ({ ...scalar, ...at(offset) })),
    issues: capped(
      findings.map(({ offset, rule, message, hint }) => problem(file, at(offset), rule, message, hint)),
    ),
  };
}

/** Parts an entry into frontmatter, between `---` in the first line and the next line that is `---`, and body. */
export function readFrontmatter(text: string, file: string): Frontmatter {
  const unread = (line: number, message: string, hint: string): Frontmatter => ({
    data: undefined,
    body: '',
    bodyLine: 1,
    positionOf: () => ({ line: 1, column: 1 }),
    keyPositionOf: () => ({ line: 1, column: 1 }),
    ambiguous: [],
    issues: [problem(file, { line, column: 1 }, 'yaml-fence', message, hint)],
  });
  if (!text.startsWith('---\n')) {
    const first = text.split('\n', 1)[0] ?? '';
    const found = text.trim() === '' ? 'empty file' : first === '' ? 'empty line' : quote(first);
    return unread(
      1,
      `Unexpected ${found}, expected a first line that is exactly \`---\``,
      'Begin the file with the line `---`, the fields, and another line `---`.',
    );
  }
  const lastLine = text.endsWith('\n---');
  const end = lastLine ? text.length - 4 : text.indexOf('\n---\n', 3);
  const close = text.indexOf('\n---\n', 3);
  if (close === -1 && !lastLine) {
    const lines = text.split('\n');
    const near = lines.findIndex((line, index) => index > 0 && /^\s*(?:---|\+\+\+|\.\.\.)/.test(line));
    const hint = 'Put a line `---` behind the last field, without anything before or behind it.';
    return near === -1
      ? unread(
          1,
          'Unexpected frontmatter that never ends, expected a second line that is exactly `---`',
          hint,
        )
      : unread(
          near + 1,
          `Unexpected ${quote(lines[near] ?? '')}, expected a line that is exactly \`---\``,
          hint,
        );
  }
  const stop = close === -1 ? end : close;
  const yaml = readYaml(text.slice(4, stop + 1), file, 2);
  const bodyLine = text.slice(0, stop + 1).split('\n').length + 1;
  if (close === -1) {
    const at = { line: bodyLine - 1, column: 4 };
    yaml.issues.push(
      problem(
        file,
        at,
        'yaml-fence',
        'Unexpected end of the file, expected a line break behind `---`',
        'End the file with a line break.',
      ),
    );
  }
  return { ...yaml, body: text.slice(stop + 5), bodyLine };
}

/** Ambiguous scalars that stand where the schema means text, and numbers that are not written as decimals. */
export function checkAmbiguous(ambiguous: readonly Ambiguous[], schema: $ZodType, file: string): Issue[] {
  const issues = ambiguous.flatMap((scalar) => {
    const kinds = kindsAt(schema, scalar.path, scalar.isKey);
    const { text, reads } = scalar;
    if (kinds.includes('text') || kinds.includes('record-key')) {
      const message = `Unexpected ${quote(text)} without quotes, expected text: YAML may read it as ${readingNames[reads]}`;
      return [problem(file, scalar, 'yaml-ambiguous', message, `Write ${quote(`'${text}'`)}.`)];
    }
    if (kinds.includes('number') && reads === 'number' && !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) {
      const message = `Unexpected ${quote(text)}, expected a number in plain decimals: versions of YAML differ on its value`;
      return [problem(file, scalar, 'yaml-ambiguous', message, 'Write it like `30` or `0.5`.')];
    }
    return [];
  });
  return capped(issues);
}

const readingNames: Readonly<Record<Reading, string>> = {
  boolean: 'true or false',
  null: 'nothing',
  number: 'a number',
  date: 'a date',
};
