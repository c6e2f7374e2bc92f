import { createHash } from 'node:crypto';

/** A digest of everything that a page shows: a build restores the page while it stays the same. */
export const pageKey = (...shown: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex');
