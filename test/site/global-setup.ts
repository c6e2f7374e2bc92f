import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from '#repository/find-chromium.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { serveFolder } from '#site/static-server.ts';
import { run } from '#test/helpers/cli.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built site of this repository's own playbook, ends with a slash. */
    site: string;
    chromium: string;
  }
}

/** Builds the real site once for all browser tests, as `npm run build` does, and serves it. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const chromium = findChromium();
  if (!chromium) throw new Error('The browser tests need Chromium: run `npm run ensure-chromium`.');
  const out = join(projectRoot, '.cache/test-site');
  const built = run('build', ['--out', out]);
  if (built.code !== 0) throw new Error(`The site did not build:\n${built.out}\n${built.err}`);
  const { server, address } = await serveFolder(out, '/', 0);
  provide('site', address);
  provide('chromium', chromium);
  return () => {
    server.close();
  };
}
