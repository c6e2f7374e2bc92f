import type { BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { useBrowser, type Visit } from './browser.ts';
import { lines } from './page-text.ts';

/** The address of a path on the site of the small playbook with a past. */
export const historyAddress = (path: string): string => inject('historySite') + path.replace(/^\//, '');

/** One Chromium for a test file; `visit` opens a path of that site, `open` the history of an entry. */
export function useHistoryPages(): Record<
  'visit' | 'open',
  (of: string, options?: BrowserContextOptions) => Promise<Visit>
> {
  const visit = useBrowser();
  return {
    visit: (path, options) => visit(historyAddress(path), options),
    open: (id, options) => visit(historyAddress(`/${id}/history/`), options),
  };
}

/** The words of elements, each as one line, without the ids of commits. */
export const linesWithoutIds = async (page: Page, selector: string): Promise<string[]> =>
  (await lines(page, selector)).map((line) => line.replace(/\b[0-9a-f]{12}\b/g, '#'));
