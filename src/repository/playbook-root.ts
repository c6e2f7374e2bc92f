import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from './environment-error.ts';

/** The checkout that this code belongs to. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The playbook's folder: `--root`, else PLAYBOOK_ROOT, else this repository; throws where it has no content/. */
export function playbookRoot(flag?: string, environment: NodeJS.ProcessEnv = process.env): string {
  const root = resolve(flag ?? (environment.PLAYBOOK_ROOT || projectRoot));
  if (!existsSync(`${root}/content`)) {
    throw new EnvironmentError(
      `No content/ folder in ${root}.`,
      'Name the folder that holds content/ with --root or PLAYBOOK_ROOT.',
    );
  }
  return root;
}
