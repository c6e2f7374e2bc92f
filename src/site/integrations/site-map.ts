import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/**
 * The list of pages for search engines, without those that are only cited: revisions, and what happened to an entry.
 * Starlight, which would add its own, takes this one by its name; a site without an address has none.
 */
export const siteMap = (siteUrl: string | undefined): AstroIntegration =>
  siteUrl === undefined
    ? { name: '@astrojs/sitemap', hooks: {} }
    : sitemap({ filter: (page) => !/\/(?:at\/[0-9a-f]+|history)\/$/.test(page) });
