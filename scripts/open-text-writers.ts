import { textWriters } from '#checks/text-writers.ts';
import { textDigest } from '#macros/text-digest.ts';
import type { Entry } from '#playbook/entry.ts';
import { handleOf } from '#playbook/handle-of.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { readEntry } from '#repository/read-entry.ts';
import { openHistory } from '#site/open-history.ts';

type Macro = Entry<'macros'>;

/** Finds out who wrote texts of macros, as git claims it; to be closed by whoever opened it. */
export interface TextWriters {
  /**
   * Names of whoever first gave a macro the text of a digest; none where git does not know it. With the handle of a person
   * it is looked for only where that person had a hand in the macro.
   */
  of: (macro: Macro, digest: string, suspect?: string) => Promise<string[]>;
  close: () => Promise<void>;
}

/** Opens the history of a playbook for questions about texts. */
export async function openTextWriters(root: string, playbook: Playbook): Promise<TextWriters> {
  const { traces, teller, reader } = await openHistory(root);
  const traceOf = new Map(traces.entries.map((trace) => [trace.id, trace]));
  return {
    of: async (macro, digest, suspect) => {
      const trace = traceOf.get(macro.id);
      const revisions = trace ? teller.revisionsOf(trace) : [];
      const names = new Set(revisions.flatMap(({ author, coAuthors }) => [author, ...coAuthors]));
      if (suspect && ![...names].some((name) => handleOf(playbook.organisation, name) === suspect)) return [];
      const blobs = [...new Set(revisions.flatMap(({ blob, before }) => [blob, before]))].filter(Boolean);
      const found = new Set<string>();
      let next = 0;
      for await (const text of teller.texts(blobs)) {
        const blob = blobs[next++] ?? '';
        if (text !== undefined && digestOf(playbook, macro, text) === digest) found.add(blob);
      }
      return textWriters(revisions, (blob) => found.has(blob));
    },
    close: () => reader.close(),
  };
}

/** Who wrote the text that the approval of a macro covers, by its id; left out where the approver had no hand in it. */
export async function approvedTextWriters(
  root: string,
  playbook: Playbook,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const macros = playbook.ofType('macros').filter(({ data }) => data.approval);
  if (macros.length === 0) return new Map();
  const writers = await openTextWriters(root, playbook);
  try {
    const found = new Map<string, readonly string[]>();
    for (const macro of macros) {
      const { text = '', by } = macro.data.approval ?? {};
      const names = await writers.of(macro, text, by);
      if (names.length > 0) found.set(macro.id, names);
    }
    return found;
  } finally {
    await writers.close();
  }
}

/** The digest that a text of a macro has in the playbook of today; undefined where it no longer fits. */
function digestOf(playbook: Playbook, { file }: Macro, text: string): string | undefined {
  const { entry } = readEntry(new TextEncoder().encode(text), file, playbook.organisation);
  return entry?.type === 'macros' ? textDigest(playbook, entry) : undefined;
}
