import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { EnvironmentError } from '#repository/environment-error.ts';
import { findChromium } from '#repository/find-chromium.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { command } from './command.ts';

const usage = `npm run ensure-chromium

Finds a Chromium or Chrome for the browser tests, or installs one: Debian's package where apt and root are at hand,
else Playwright's download. Exit 1 where neither works.`;

const quiet = (program: string, args: string[]): boolean => {
  console.log(`Installing a Chromium for the browser tests: ${program} ${args.join(' ')}`);
  const { status, stderr } = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0 && stderr) console.error(stderr.trim().split('\n').slice(-3).join('\n'));
  return status === 0;
};

await command(usage, {}, async () => {
  if (findChromium()) return 0;
  const root = process.getuid?.() === 0;
  const apt = root && spawnSync('apt-get', ['--version']).status === 0;
  if (apt) {
    quiet('apt-get', ['update', '-q']);
    quiet('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  }
  if (findChromium()) return 0;
  quiet(process.execPath, [join(projectRoot, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  if (findChromium()) return 0;
  const { message, remedy } = new EnvironmentError(
    'The browser tests need Chromium or Chrome, and none could be found or installed.',
    'Install one (Debian: apt-get install chromium), or name it with CHROMIUM_PATH.',
  );
  console.error(`${message}\n${remedy}`);
  return 1;
});
