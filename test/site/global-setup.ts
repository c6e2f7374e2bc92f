import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from '#repository/find-chromium.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { serveFolder } from '#site/static-server.ts';
import { run } from '#test/helpers/cli.ts';
import { deskPlaybook } from '#test/helpers/desk-playbook.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built site of this repository's own playbook, ends with a slash. */
    site: string;
    /** Address of the site of a small playbook whose macros are approved, stale and not approved; see desk-playbook.ts. */
    deskSite: string;
    chromium: string;
  }
}

/**
 * Builds the real site once for all browser tests, as `npm run build` does, and a small one on which every state of a
 * macro is sure to occur; serves both.
 */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const chromium = findChromium();
  if (!chromium) throw new Error('The browser tests need Chromium: run `npm run ensure-chromium`.');
  provide('chromium', chromium);
  const real = await buildAndServe('test-site', []);
  provide('site', real.address);
  const desk = deskPlaybook();
  const small = await buildAndServe('desk-site', ['--root', desk.root]);
  provide('deskSite', small.address);
  return () => {
    real.server.close();
    small.server.close();
    desk.delete();
  };
}

function buildAndServe(name: string, args: readonly string[]): ReturnType<typeof serveFolder> {
  const cache = join(projectRoot, '.cache');
  const out = join(cache, name);
  // A cache of its own: what one playbook renders is of no use to the other.
  const environment = args.length > 0 ? { REDRESS_CACHE_DIR: join(cache, `astro-${name}`) } : {};
  const built = run('build', ['--out', out, ...args], environment);
  if (built.code !== 0) throw new Error(`The site did not build:\n${built.out}\n${built.err}`);
  return serveFolder(out, '/', 0);
}
