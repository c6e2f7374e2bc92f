import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#repository/playbook-root.ts';

/** What a command printed and how it ended. */
export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** What vitest adds to the environment would turn a build into one for tests, drafts included. */
const added = /^(?:NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL|VITEST.*)$/;
const outsideOfVitest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !added.test(name)));

/** Runs one of scripts/ as a process of its own, as npm would, on a fixed day; `input` is what is typed. */
export function run(
  script: string,
  args: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
  input = '',
): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'scripts', `${script}.ts`), ...args],
    {
      encoding: 'utf8',
      input,
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...outsideOfVitest,
        REDRESS_TODAY: '2026-11-22',
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        ...environment,
      },
    },
  );
  return { code: status, out: stdout.trimEnd(), err: stderr.trimEnd() };
}
