import { clauseDigest, clauseMeaning } from '#playbook/digest.ts';
import type { Entry } from '#playbook/entry.ts';
import { readEntry } from './read-entry.ts';

/** What a clause said when it had a digest, found among the texts that its policy had; undefined where none has it. */
export async function clauseAsApproved(
  texts: Iterable<string> | AsyncIterable<string>,
  policy: Entry<'policies'>,
  code: string,
  digest: string,
): Promise<string | undefined> {
  const bytes = new TextEncoder();
  for await (const text of texts) {
    const { entry } = readEntry(bytes.encode(text), policy.file, undefined);
    const clause = entry?.type === 'policies' && entry.clauses.find((one) => one.code === code);
    if (entry?.type === 'policies' && clause && clauseDigest(entry, clause) === digest)
      return clauseMeaning(entry, clause);
  }
  return undefined;
}
