import type { Locator, Page } from 'playwright-core';

/** The words of what a selector finds, each as one line. */
export const lines = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((one) => one.textContent.replace(/\s+/g, ' ').trim()));

/** The same, of what is to be seen alone. */
export const seenLines = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.textContent.replace(/\s+/g, ' ').trim()),
    );

/** The words of one element as one line. */
export const line = async (element: Locator): Promise<string> =>
  ((await element.textContent()) ?? '').replace(/\s+/g, ' ').trim();

/** Unfolds everything, as somebody might who reads it all. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
