import type { Loader } from 'astro/loaders';
import type { ContentType } from '#schemas/index.ts';
import { bodyContexts, renderBody } from './render/body.ts';
import { siteSource } from './site-source.ts';

/** Fills the collection of one content type from the playbook that the site was opened with. */
export const entriesLoader = (type: ContentType): Loader => ({
  name: `redress-${type}`,
  load: async ({ store, config, generateDigest }) => {
    const source = siteSource();
    const entries = source.playbook.entries.filter((entry) => entry.type === type);
    const contextOf = bodyContexts(source, config.base);
    const gone = new Set(store.keys());
    for (const entry of entries) {
      gone.delete(entry.slug);
      const html = renderBody(entry, contextOf(entry));
      const data = entry.data as Record<string, unknown>;
      store.set({
        id: entry.slug,
        data,
        body: entry.body,
        digest: generateDigest({ data, html }),
        filePath: entry.file,
        rendered: {
          html,
          metadata: { headings: entry.headings.map(({ depth, slug, text }) => ({ depth, slug, text })) },
        },
      });
    }
    for (const id of gone) store.delete(id);
  },
});
