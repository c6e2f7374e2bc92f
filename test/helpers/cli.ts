import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#repository/playbook-root.ts';

/** What a command printed and how it ended. */
export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs one of scripts/ as a process of its own, as npm would, on a fixed day. */
export function run(script: string, args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'scripts', `${script}.ts`), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        REDRESS_TODAY: '2026-11-22',
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        ...environment,
      },
    },
  );
  return { code: status, out: stdout.trimEnd(), err: stderr.trimEnd() };
}
