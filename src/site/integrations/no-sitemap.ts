import type { AstroIntegration } from 'astro';

/**
 * Stands where Starlight looks for a sitemap integration before it adds its own, which warns at every build
 * that a site without an address cannot have one.
 */
export const noSitemap = (): AstroIntegration => ({ name: '@astrojs/sitemap', hooks: {} });
