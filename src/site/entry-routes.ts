import { type CollectionEntry, getCollection } from 'astro:content';
import type { AnyEntry, Entry } from '#playbook/entry.ts';
import type { ContentType } from '#schemas/index.ts';
import { pageKey } from './page-key.ts';
import { readPast } from './past.ts';
import { type SiteSource, siteSource } from './site-source.ts';
import { type EntryFrame, frameOf } from './views/frame.ts';

/** What the page of an entry is given: its rendered body, its frame and what its own design shows. */
export interface EntryProps<T extends ContentType, V> {
  content: CollectionEntry<T>;
  frame: EntryFrame;
  view: V;
}

/** One route for each entry of a type. A page shows nothing but its props, so their digest is its cache key. */
export async function entryRoutes<T extends ContentType, V>(
  type: T,
  viewOf: (source: SiteSource, entry: Entry<T>) => V,
): Promise<{ params: { id: string }; props: EntryProps<T, V>; cacheKey: string }[]> {
  const source = siteSource();
  const entries = source.playbook.ofType(type);
  if (entries.length === 0) return [];
  const past = await readPast();
  const contents = new Map((await getCollection(type)).map((content) => [content.id, content]));
  return entries.flatMap((entry) => {
    const content = contents.get(entry.slug) as CollectionEntry<T> | undefined;
    if (!content) return [];
    const frame = frameOf(source, past, entry as AnyEntry);
    const view = viewOf(source, entry);
    return [
      {
        params: { id: entry.slug },
        props: { content, frame, view },
        cacheKey: pageKey(content.digest, frame, view),
      },
    ];
  });
}
