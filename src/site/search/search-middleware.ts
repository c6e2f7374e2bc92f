import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegrationLogger } from 'astro';
import type { OpenSource } from '../site-source.ts';
import { buildIndex, type SearchIndex } from './build-index.ts';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

/** Answers search while files are being edited, from an index made of them at the first question after a change. */
export function searchMiddleware(source: OpenSource, base: string, logger: AstroIntegrationLogger) {
  const prefix = `${base.replace(/\/$/, '')}/pagefind/`;
  let index: Promise<SearchIndex> | undefined;
  const make = async () => {
    const made = await buildIndex(source.current());
    logger.info(
      `Search answers from an index made just now, of ${made.count} entries and clauses as they stand.`,
    );
    return made;
  };
  return {
    /** Makes the next question build a new index. */
    forget: () => {
      index = undefined;
    },
    handle: async (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (!pathname.startsWith(prefix)) return next();
      try {
        index ??= make();
        const file = (await index).files.get(decodeURIComponent(pathname.slice(prefix.length)));
        if (!file) return next();
        const type = types[pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(file);
      } catch (error) {
        index = undefined;
        next(error);
      }
    },
  };
}
