import { announce } from './announce.ts';

/** Puts plain text on the clipboard and says so; says as well when the browser refuses. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(done);
  } catch {
    announce('Not copied: the browser refuses access to the clipboard.');
  }
}
