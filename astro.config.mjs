import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { playbookRoot } from '#repository/playbook-root.ts';
import { playbookSite } from '#site/integrations/playbook-site.ts';
import { siteMap } from '#site/integrations/site-map.ts';
import { openSource } from '#site/open-source.ts';
import { siteSettings } from '#site/settings.ts';

const { siteUrl, basePath, repositoryUrl } = siteSettings(process.env);
const source = await openSource(playbookRoot(), repositoryUrl);

const own = (name) => `./src/site/overrides/${name}.astro`;
const left = (names) => Object.fromEntries(names.map((name) => [name, own('Nothing')]));
const bare = (names) => Object.fromEntries(names.map((name) => [name, own('Bare')]));

export default defineConfig({
  site: siteUrl,
  base: basePath,
  outDir: process.env.REDRESS_OUT_DIR ?? './dist',
  cacheDir: process.env.REDRESS_CACHE_DIR ?? './.cache/astro',
  trailingSlash: 'always',
  // A stylesheet of its own is kept by the browser; within the page it is sent with every macro again.
  build: { inlineStylesheets: 'never' },
  prerenderConflictBehavior: 'error',
  experimental: { incrementalBuild: true },
  vite: {
    // As for stylesheets: a script within the page is sent and stored with every page again.
    build: { assetsInlineLimit: 0 },
    // Found while a page is open, it would make the page reload in the middle of a search.
    optimizeDeps: { include: ['@pagefind/component-ui'] },
  },
  markdown: { processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [
    siteMap(siteUrl),
    starlight({
      title: source.current().playbook.organisation.name,
      customCss: [
        './src/site/styles/tokens.css',
        './src/site/styles/base.css',
        './src/site/styles/frame.css',
      ],
      components: {
        ...Object.fromEntries(
          ['Head', 'ThemeProvider', 'ThemeSelect', 'Header', 'Search', 'Sidebar', 'Footer'].map((name) => [
            name,
            own(name),
          ]),
        ),
        ...bare(['TwoColumnContent', 'ContentPanel', 'MarkdownContent']),
        ...left([
          'PageTitle',
          'PageSidebar',
          'TableOfContents',
          'MobileTableOfContents',
          'Banner',
          'Hero',
          'SocialIcons',
        ]),
        ...left([
          'LanguageSelect',
          'Pagination',
          'EditLink',
          'LastUpdated',
          'FallbackContentNotice',
          'DraftContentNotice',
        ]),
        ...left(['MobileMenuFooter']),
      },
      pagefind: false,
      tableOfContents: false,
      pagination: false,
      expressiveCode: false,
      disable404Route: true,
      markdown: { headingLinks: false },
    }),
    // For the site's own pages alone; entries never meet a compiler.
    mdx(),
    playbookSite(source),
  ],
});
