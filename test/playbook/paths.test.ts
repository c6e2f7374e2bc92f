import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSitePath } from '#playbook/paths.ts';
import { projectRoot } from '#repository/playbook-root.ts';

const pages = globSync('**/*.{astro,mdx,ts}', { cwd: join(projectRoot, 'src/pages') })
  .map((file) => file.replace(/(?:\/?index)?\.(?:astro|mdx|ts)$/, ''))
  .filter((path) => path !== '' && !/^[^/]*\[|\[[^/]*$|\.json$/.test(path));

test.each(pages)('no entry may have %s, a page of the site, as its old address', (path) => {
  expect(isSitePath(path)).toBe(true);
});

test.each(['exports/zendesk', 'pagefind/pagefind.js', 'index'])('nor %s, which the build writes', (path) => {
  expect(isSitePath(path)).toBe(true);
});

test.each(['policies/fakes', 'fakes', 'policies/fakes/old'])('an entry may once have been at %s', (path) => {
  expect(isSitePath(path)).toBe(false);
});
