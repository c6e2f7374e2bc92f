import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { diffOutcomes } from '#decisions/diff-outcomes.ts';
import type { Change } from '#history/change.ts';
import { compareEntries, readEntryText } from '#history/compare-entries.ts';
import { describeChange } from '#history/describe-change.ts';
import { playbookFiles } from '#history/entry-files.ts';
import { type EntryKind, isDocument } from '#history/weights.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { Random } from '#test/helpers/random.ts';
import { randomEdit } from '#test/helpers/random-edit.ts';
import { type EntryModel, modelOf, reapply } from '#test/helpers/reapply.ts';

const files = playbookFiles('');
const shipped = globSync('content/{*/*.mdx,*.yaml}', { cwd: projectRoot })
  .sort()
  .map((path) => ({
    kind: files.kindOf(files.idOf(path) ?? ''),
    text: readFileSync(join(projectRoot, path), 'utf8'),
    path,
  }));

/** What an entry says, as far as changes tell it: order of fields, comments, wrapping and marks are formatting. */
function said(kind: EntryKind | undefined, { fields, front, sections }: EntryModel): unknown {
  const bare = (text: string) => text.replace(/[\s\p{P}\p{S}]+/gu, '');
  return {
    fields: fields
      ? Object.fromEntries(
          [...fields].map(([key, { text, read }]) => [
            key,
            read ? inOrder(`${kind}.${key}`, read.value) : text || undefined,
          ]),
        )
      : front,
    sections: [...sections].map(([key, { title, text }]) => [key, title, bare(text)]),
  };
}

/** The order of a record counts where people go through it: the facts of a table. */
function inOrder(key: string, value: unknown): unknown {
  return key === 'decision-templates.facts' && typeof value === 'object' && value !== null
    ? Object.entries(value)
    : value;
}

/** Changes the old side by what was told and compares it with the new one. */
function check(kind: EntryKind | undefined, before: string, after: string): Change[] {
  const changes = compareEntries(readEntryText(kind, before), readEntryText(kind, after), diffOutcomes);
  const old = modelOf(kind, before);
  const wanted = modelOf(kind, after);
  const [found, expected] = [said(kind, reapply(kind, old, changes)), said(kind, wanted)];
  // Comparing plainly first takes a fraction of the time.
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
  const described = changes.map(describeChange).join('  ');
  if (/undefined|\[object|\n/.test(described)) expect.fail(described);
  expect(changes.length === 0).toBe(before === after);
  return changes;
}

describe('changes, done to the old side, give the new side', () => {
  test('for random edits of shipped entries of every kind', { timeout: 120_000 }, () => {
    const random = new Random(5);
    const seen = new Map<string, number>();
    for (const [kind, entries] of Map.groupBy(shipped, ({ kind }) => kind)) {
      for (let times = 0; times < (isDocument(kind) ? 12 : 30); times++) {
        const { text, path } = random.pick(entries);
        const edited = randomEdit(random, text);
        const [before, after] = random.chance(0.5) ? [text, edited] : [edited, text];
        try {
          for (const { what } of check(kind, before, after)) seen.set(what, (seen.get(what) ?? 0) + 1);
        } catch (error) {
          throw new Error(`${path}, edit ${times}`, { cause: error });
        }
      }
    }
    expect([...seen.keys()].sort()).toEqual(
      ['value', 'added', 'removed', 'moved', 'items', 'words', 'source', 'formatting', 'outcomes'].sort(),
    );
  });

  test('between any two entries of a kind, and of different kinds', { timeout: 120_000 }, () => {
    const random = new Random(6);
    for (let pairs = 0; pairs < 250; pairs++) {
      const one = random.pick(shipped);
      const alike = shipped.filter(({ kind }) => kind === one.kind);
      const other = random.pick(random.chance(0.8) ? alike : shipped);
      check(one.kind, one.text, other.text);
    }
  });
});
