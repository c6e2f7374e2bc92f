import { join } from 'node:path';
import { playbookRoot, projectRoot } from '#repository/playbook-root.ts';
import { siteSettings } from '#site/settings.ts';
import { serveFolder } from '#site/static-server.ts';
import { buildSite } from './build-site.ts';
import { command } from './command.ts';

const usage = `npm start -- [--root <folder>] [--port <number>]

Checks and builds the playbook where something changed, serves it, and prints the address.
PORT does the same as --port; the default is 4321.`;

await command(usage, { root: { type: 'string' }, port: { type: 'string' } }, async ({ values }) => {
  const port = Number(values.port ?? process.env.PORT ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(
      `Unexpected port \`${values.port ?? process.env.PORT}\`, expected a number from 0 to 65535`,
    );
    return 2;
  }
  const code = await buildSite({ root: playbookRoot(values.root), out: undefined, onlyIfChanged: true });
  if (code !== 0) return code;
  const { address } = await serveFolder(join(projectRoot, 'dist'), siteSettings(process.env).basePath, port);
  console.log(`The playbook is at ${address}  (Ctrl+C ends it)`);
  return 0;
});
