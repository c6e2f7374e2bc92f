import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { playbookRoot, projectRoot } from '#repository/playbook-root.ts';
import { command } from './command.ts';

const usage = `npm run dev -- [--root <folder>] [--port <number>]

Serves the playbook while it is edited; a saved entry shows at once.
Search answers from an index made of the files as they stand.`;

await command(
  usage,
  { root: { type: 'string' }, port: { type: 'string', default: '4321' } },
  async ({ values }) => {
    const astro = join(projectRoot, 'node_modules/astro/bin/astro.mjs');
    const child = spawn(process.execPath, [astro, 'dev', '--root', projectRoot, '--port', values.port], {
      env: {
        ...process.env,
        PLAYBOOK_ROOT: playbookRoot(values.root),
        ASTRO_TELEMETRY_DISABLED: '1',
        ASTRO_DEV_BACKGROUND: '0',
      },
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    return new Promise((done) => child.once('close', (code) => done(code ?? 0)));
  },
);
