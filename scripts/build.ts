import { playbookRoot } from '#repository/playbook-root.ts';
import { buildSite } from './build-site.ts';
import { command } from './command.ts';

const usage = `npm run build -- [--root <folder>] [--out <folder>]

Checks the playbook, builds its site into a fresh folder, verifies it and then replaces dist/ (or --out).
SITE_URL and BASE_PATH say where it is published. Exit 0: published, 1: content errors, 2: the tool failed.`;

await command(usage, { root: { type: 'string' }, out: { type: 'string' } }, async ({ values }) =>
  buildSite({ root: playbookRoot(values.root), out: values.out }),
);
