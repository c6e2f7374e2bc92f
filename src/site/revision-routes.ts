import { shortCommit } from '#playbook/paths.ts';
import { pageKey } from './page-key.ts';
import { readPast } from './past.ts';
import type { PastText } from './past-texts.ts';
import { imagesOf } from './render/images.ts';
import { siteSource } from './site-source.ts';
import { type RevisionView, revisionViews } from './views/revision.ts';

/** What the page of a revision is given; it reads the text itself, so that a page that is restored costs nothing. */
export interface RevisionProps {
  id: string;
  text: Pick<PastText, 'blob' | 'file'>;
  /** Addresses of the images that the site shows; none where the text has no image. */
  images: readonly string[];
  view: RevisionView;
  siteTitle: string;
}

/** One route for each text that an entry has or had. */
export async function revisionRoutes() {
  const { playbook } = siteSource();
  const siteTitle = playbook.organisation.name;
  const images = imagesOf(playbook).map(({ path }) => path);
  const past = await readPast();
  return [...past.entries].flatMap(([id, entry]) => {
    const [type, slug] = id.split('/');
    if (slug === undefined) return [];
    return revisionViews(past, entry).map(({ text: { blob, file, commit }, view }) => {
      const words = entry.textOf(blob);
      const props: RevisionProps = {
        id,
        text: { blob, file },
        images: words?.includes('![') ? images : [],
        view,
        siteTitle,
      };
      return {
        params: { type, id: slug, commit: shortCommit(commit) },
        props,
        cacheKey: pageKey(props, words === undefined),
      };
    });
  });
}
