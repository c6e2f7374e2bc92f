import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from '#repository/find-chromium.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { serveFolder } from '#site/static-server.ts';
import { run } from '#test/helpers/cli.ts';
import { deskPlaybook } from '#test/helpers/desk-playbook.ts';
import { type HistoryPlaybook, historyPlaybook } from '#test/helpers/history-playbook.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built site of this repository's own playbook, ends with a slash. */
    site: string;
    /** Address of the site of a small playbook whose macros are approved, stale and not approved; see desk-playbook.ts. */
    deskSite: string;
    /** Address of the site of a small playbook with a past of every sort, published as `historySiteUrl`; see history-playbook.ts. */
    historySite: string;
    historySiteUrl: string;
    historyCommits: HistoryPlaybook['commits'];
    chromium: string;
  }
}

/**
 * Builds the real site once for all browser tests, as `npm run build` does, a small one on which every state of a
 * macro is sure to occur, and one with a past; serves them.
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
  const history = historyPlaybook();
  const historySiteUrl = 'https://playbook.example';
  const told = await buildAndServe('history-site', ['--root', history.repository.root], {
    SITE_URL: historySiteUrl,
  });
  provide('historySite', told.address);
  provide('historySiteUrl', historySiteUrl);
  provide('historyCommits', history.commits);
  return () => {
    real.server.close();
    small.server.close();
    told.server.close();
    desk.delete();
    history.repository.delete();
  };
}

function buildAndServe(
  name: string,
  args: readonly string[],
  more: NodeJS.ProcessEnv = {},
): ReturnType<typeof serveFolder> {
  const cache = join(projectRoot, '.cache');
  const out = join(cache, name);
  // A cache of its own: what one playbook renders is of no use to the other.
  const environment = args.length > 0 ? { ...more, REDRESS_CACHE_DIR: join(cache, `astro-${name}`) } : more;
  const built = run('build', ['--out', out, ...args], environment);
  if (built.code !== 0) throw new Error(`The site did not build:\n${built.out}\n${built.err}`);
  return serveFolder(out, '/', 0);
}
