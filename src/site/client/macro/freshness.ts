import type { Manifest } from '#macros/manifest.ts';

/** Whether the text on the page is the one that may be sent now. */
export type Freshness =
  | { kind: 'current' }
  /** The playbook could not be asked. */
  | { kind: 'unchecked' }
  | { kind: 'refused'; reason: string };

/** As long as a browser still counts the copy as the answer to a key press. */
const patience = 3000;

/** Asks the manifest whether a macro still has this revision and may be sent. */
export async function freshness(manifest: string, id: string, revision: string): Promise<Freshness> {
  const now = await ask(manifest);
  if (!now) return { kind: 'unchecked' };
  const entry = Object.hasOwn(now, id) ? now[id] : undefined;
  if (!entry) return { kind: 'refused', reason: 'This macro is no longer in the playbook.' };
  if (entry.state !== 'approved')
    return { kind: 'refused', reason: `This macro may no longer be sent: it is ${words[entry.state]} now.` };
  if (entry.revision !== revision)
    return { kind: 'refused', reason: 'The approved text changed after this page was opened.' };
  return { kind: 'current' };
}

const words: Readonly<Record<Manifest[string]['state'], string>> = {
  approved: 'approved',
  changed: 'changed and not approved again',
  stale: 'stale',
  draft: 'not approved',
  retired: 'retired',
};

/** The manifest as it is at this moment; undefined where it cannot be had. */
async function ask(address: string): Promise<Manifest | undefined> {
  try {
    const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(patience) });
    const body: unknown = answer.ok ? await answer.json() : undefined;
    return typeof body === 'object' && body !== null ? (body as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
