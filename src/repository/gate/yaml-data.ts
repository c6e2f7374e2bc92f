import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap } from 'yaml';
import type { FieldPath } from '#playbook/entry.ts';
import { quote } from './quote.ts';
import { type Reading, readingOf } from './scalar-readings.ts';
import { checkSpelled } from './spelled-characters.ts';
import { type Place, placeAt } from './yaml-places.ts';
import type { Finding } from './yaml-tokens.ts';

/** An unquoted scalar that some version of YAML reads as something other than text. */
export interface AmbiguousScalar {
  path: FieldPath;
  text: string;
  reads: Reading;
  isKey: boolean;
  offset: number;
}

/** What a document holds, and what is noticed while it is read. */
export interface YamlData {
  source: string;
  root: Place;
  ambiguous: AmbiguousScalar[];
  findings: Finding[];
}

/** Keys that mean something to JavaScript or to YAML 1.1 rather than to a schema. */
const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', '<<']);

/** The data of a mapping without prototype, keys as written; fills in places, ambiguous scalars and findings. */
export function readMapping(map: YAMLMap, into: YamlData): Record<string, unknown> {
  return mapping(map, [], into.root, into);
}

function readValue(node: Node | null, path: FieldPath, place: Place, into: YamlData): unknown {
  if (isMap(node)) return mapping(node, path, place, into);
  if (isSeq(node)) {
    return (node.items as (Node | null)[]).map((item, index) => {
      const inner = placeAt(startOf(item) ?? place.value);
      place.inside.set(index, inner);
      return readValue(item, [...path, index], inner, into);
    });
  }
  if (isAlias(node)) return `*${node.source}`;
  if (!isScalar(node)) return null;
  noteReading(node, path, false, into);
  // A tag is refused; what it would make of the text must not reach a schema.
  return node.tag ? (node.source ?? null) : node.value;
}

function mapping(map: YAMLMap, path: FieldPath, place: Place, into: YamlData): Record<string, unknown> {
  const data: Record<string, unknown> = Object.create(null);
  for (const { key, value } of map.items as Pair<Node | null, Node | null>[]) {
    const offset = startOf(key) ?? place.value;
    const name = keyName(key);
    const problem = keyProblem(name, data);
    if (name === undefined || problem) {
      if (problem) into.findings.push({ offset, ...problem });
      continue;
    }
    noteReading(key as Scalar, [...path, name], true, into);
    const inner = placeAt(startOf(value) ?? offset, offset);
    place.inside.set(name, inner);
    data[name] = readValue(value, [...path, name], inner, into);
  }
  return data;
}

/** A key as text: as written where it is plain, so that `007` stays `007`; undefined for what is no name. */
function keyName(key: Node | null): string | undefined {
  if (!isScalar(key)) return undefined;
  const name = key.type === Scalar.PLAIN ? key.source : String(key.value);
  return name || undefined;
}

function keyProblem(name: string | undefined, siblings: object): Omit<Finding, 'offset'> | undefined {
  if (name === undefined) {
    const hint = "Write `name: value`; quote a value that begins with a bracket or a brace: `'[link]'`.";
    return { rule: 'yaml-key', message: 'Unexpected key, expected a plain name', hint };
  }
  if (refusedKeys.has(name)) {
    const hint = name === '<<' ? 'Write the fields out; nothing is merged in.' : 'Choose another name.';
    return { rule: 'yaml-key', message: `Unexpected key ${quote(name)}, expected a field`, hint };
  }
  if (Object.hasOwn(siblings, name)) {
    const message = `Unexpected second ${quote(name)}, expected one in a mapping`;
    return { rule: 'yaml-duplicate-key', message, hint: 'Remove one of the two.' };
  }
  return undefined;
}

function noteReading(node: Scalar, path: FieldPath, isKey: boolean, into: YamlData): void {
  const { ambiguous, findings, source } = into;
  if (node.type === Scalar.QUOTE_DOUBLE && node.range) {
    const [offset, end] = node.range;
    const written = source.slice(offset, end);
    if (written.includes('\\'))
      findings.push(...checkSpelled(String(node.value), written).map((found) => ({ ...found, offset })));
    return;
  }
  const text = node.source ?? '';
  const reads = node.type === Scalar.PLAIN ? readingOf(text) : undefined;
  if (reads) ambiguous.push({ path, text, reads, isKey, offset: startOf(node) ?? 0 });
}

const startOf = (node: Node | null): number | undefined => node?.range?.[0];
