import { isMap, parseDocument } from 'yaml';
import type { FieldPath } from '#playbook/entry.ts';
import type { Issue, Position } from '#playbook/issue.ts';
import { type DecisionTable, decisionTable } from '#schemas/decision-template.ts';
import { linesOf } from './gate/lines.ts';
import { problem } from './gate/problem.ts';
import { readMapping, type YamlData } from './gate/yaml-data.ts';
import { keyOffsetIn, offsetIn, placeAt } from './gate/yaml-places.ts';
import { readDocument } from './read-document.ts';

/** The table of one file, where its own fields are sound; nothing else in the file is looked at. */
export interface ReadTable {
  table: DecisionTable | undefined;
  issues: Issue[];
  /** Position of the value at a path, or of its key. */
  positionOf: (path: FieldPath, isKey?: boolean) => Position;
}

/**
 * Reads a decision table from the frontmatter of an .mdx or .md file, or from a YAML or JSON file, wherever it lies.
 * It is not published, so that the gate's limits on size do not hold: generated tables have hundreds of rules.
 */
export function readDecisionTable(bytes: Uint8Array, file: string): ReadTable {
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  const [, front] = /\.mdx?$/.test(file) ? (/^---\n(.*?)^---$/ms.exec(text) ?? []) : [undefined, text];
  const lines = linesOf(text);
  const start = front === undefined || front === text ? 0 : 4;
  const at = (offset: number) => lines.positionOf(offset + start);
  const into: YamlData = { source: front ?? '', root: placeAt(0), ambiguous: [], findings: [] };
  const keyPositionOf = (path: FieldPath) => at(keyOffsetIn(into.root, path));
  const positionOf = (path: FieldPath, isKey = false) =>
    isKey ? keyPositionOf(path) : at(offsetIn(into.root, path));

  const document = parseDocument(front ?? '', {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [error] = document.errors;
  const { contents } = document;
  if (error || !isMap(contents)) {
    const message = error
      ? `Unexpected YAML, expected the fields of a decision table: ${error.message.replace(/\s+/g, ' ')}`
      : 'Unexpected content, expected the fields of a decision table';
    const hint = 'A table has `facts` and `rules`; compare the line with one that works.';
    return {
      table: undefined,
      issues: [problem(file, at(error?.pos[0] ?? 0), 'yaml-syntax', message, hint)],
      positionOf,
    };
  }
  into.root.value = contents.range?.[0] ?? 0;
  const data = readMapping(contents, into);
  const issues = into.findings.map(({ offset, rule, message, hint }) =>
    problem(file, at(offset), rule, message, hint),
  );
  const read = readDocument(decisionTable, { data, issues, ambiguous: [], positionOf, keyPositionOf }, file);
  return { table: read.data, issues: read.issues, positionOf };
}
