const storageKey = 'redress-single-keys';

/** Whether single-letter keys act; people who dictate or whose hands slip can switch them off. */
export const singleKeysOn = (): boolean => read() !== 'off';

/** Switches single-letter keys on or off, for this browser. */
export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Whether a key goes into a field rather than to the page. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input:not([type="checkbox"]), textarea, select, dialog') !== null);

function read(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
