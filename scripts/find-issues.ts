import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { byPosition, type Issue } from '#playbook/issue.ts';
import { type Findings, findingsKey, keepFindings, readKeptFindings } from '#repository/kept-findings.ts';
import type { ReadResult } from '#repository/read-playbook.ts';

/**
 * Everything that is wrong with the playbook in a folder, which is read unless it was; what is still true of the last
 * check is not done again.
 */
export async function findIssues(root: string, day: string, known?: ReadResult): Promise<Findings> {
  // A file that goes while it is read leaves nothing that could be compared.
  const key = await findingsKey(root, day).catch(() => undefined);
  const kept = key && (await readKeptFindings(key));
  if (kept) return kept;
  // Loaded here, so that a check with nothing new to look at starts at once.
  const { readPlaybook } = await import('#repository/read-playbook.ts');
  const read = known ?? (await readPlaybook(root));
  const findings = { issues: await issuesOf(read, root, day), entries: read.files.length };
  if (key) await keepFindings(key, findings);
  return findings;
}

/** Everything that is wrong with a playbook that was read: files, fields, references, messages and prose. */
export async function issuesOf(read: ReadResult, root: string, day: string): Promise<Issue[]> {
  const { checkPlaybook } = await import('#checks/check-playbook.ts');
  return [...checkPlaybook(read, day), ...(await proseIssues(read, root))].sort(byPosition);
}

async function proseIssues({ playbook }: ReadResult, root: string): Promise<Issue[]> {
  if (!playbook) return [];
  const { checkProse } = await import('#checks/prose/check-prose.ts');
  const { loadSpellingDictionary } = await import('#repository/spelling-dictionary.ts');
  const dictionary = await loadSpellingDictionary();
  const entries = [];
  for (const entry of playbook.entries)
    entries.push({ entry, source: await readFile(join(root, entry.file), 'utf8') });
  return checkProse(entries, { organisation: playbook.organisation, dictionary });
}
