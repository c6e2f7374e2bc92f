import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { type ContentType, contentTypeNames, contentTypes } from '#schemas/index.ts';
import { entriesLoader } from '#site/entries-loader.ts';

const entries = <T extends ContentType>(type: T) =>
  defineCollection({ loader: entriesLoader(type), schema: contentTypes[type].schema });

export const collections = {
  ...(Object.fromEntries(contentTypeNames.map((type) => [type, entries(type)])) as {
    [T in ContentType]: ReturnType<typeof entries<T>>;
  }),
  // Starlight reads these two in any case, and Astro warns about every empty collection that is read.
  docs: defineCollection({
    loader: () => [{ id: '404', title: 'Not found', draft: true }],
    schema: docsSchema(),
  }),
  i18n: defineCollection({
    loader: () => [{ id: 'en', 'sidebarNav.accessibleLabel': 'Sections' }],
    schema: i18nSchema(),
  }),
};
