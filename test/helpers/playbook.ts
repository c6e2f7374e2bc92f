import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The small valid playbook of the fixtures. */
export const validPlaybook = join(import.meta.dirname, '../fixtures/playbook');

/** A temporary copy of the small playbook, with files put over it (undefined removes); gone when the test ends. */
export function playbookWith(files: Record<string, string | Uint8Array | undefined> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'playbook-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(validPlaybook, root, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text === undefined) rmSync(file, { recursive: true });
    else writeFileSync(file, text);
  }
  return root;
}
