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
  const findings = { issues: await issuesOf(read, day, root), entries: read.files.length };
  if (key) await keepFindings(key, findings);
  return findings;
}

/**
 * Everything that is wrong with a playbook that was read: files, fields, references, messages and prose; with the folder
 * in whose history it stands, also who approved what they wrote.
 */
export async function issuesOf(read: ReadResult, day: string, root?: string): Promise<Issue[]> {
  const { checkPlaybook } = await import('#checks/check-playbook.ts');
  const { approvedTextWriters } = await import('./open-text-writers.ts');
  const writers = root !== undefined && read.playbook && (await approvedTextWriters(root, read.playbook));
  const known = writers ? { ...read, approvedTextWriters: writers } : read;
  return [...checkPlaybook(known, day), ...(await proseIssues(read))].sort(byPosition);
}

async function proseIssues({ playbook, textOf }: ReadResult): Promise<Issue[]> {
  if (!playbook) return [];
  const { checkProse } = await import('#checks/prose/check-prose.ts');
  const { loadSpellingDictionary } = await import('#repository/spelling-dictionary.ts');
  const dictionary = await loadSpellingDictionary();
  const entries = [];
  for (const entry of playbook.entries) entries.push({ entry, source: await textOf(entry.file) });
  return checkProse(entries, { organisation: playbook.organisation, dictionary });
}
