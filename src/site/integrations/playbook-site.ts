import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildIndex } from '../search/build-index.ts';
import { searchMiddleware } from '../search/search-middleware.ts';
import type { OpenSource } from '../site-source.ts';

/** Search over the built site, and over the files being edited; pages that follow the files. */
export const playbookSite = (source: OpenSource): AstroIntegration => ({
  name: 'redress',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const { count, files } = await buildIndex(source.current());
      for (const [path, content] of files) {
        const file = join(fileURLToPath(dir), 'pagefind', path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
      logger.info(`Search finds ${count} entries and clauses.`);
    },
    'astro:server:setup': ({ server, refreshContent, logger }) => {
      const content = join(source.root, 'content');
      const search = searchMiddleware(source, server.config.base, logger);
      server.middlewares.use(search.handle);
      server.watcher.add(content);
      server.watcher.on('all', async (_event, path) => {
        if (!path.startsWith(content)) return;
        await source.reload();
        search.forget();
        await refreshContent?.({});
        server.hot.send({ type: 'full-reload' });
      });
    },
  },
});
