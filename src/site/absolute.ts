import { href } from './href.ts';

/** The whole address of a page, for whoever reads it elsewhere; undefined where nobody said where the site is published. */
export const absolute = (path: string): string | undefined =>
  import.meta.env.SITE && new URL(href(path), import.meta.env.SITE).href;
