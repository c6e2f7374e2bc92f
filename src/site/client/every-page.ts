import { isTyping, singleKeysOn } from './shortcuts.ts';
import { watchTheme } from './theme.ts';
import { keepTyping } from './typed-ahead.ts';

/** What every page does: search and the list of keys on demand, and the theme. */

const search = () => import('./search-modal.ts');

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-search]')) {
  button.addEventListener('focus', search, { once: true });
  button.addEventListener('click', openSearch);
}
for (const button of document.querySelectorAll('[data-keys]')) button.addEventListener('click', openKeys);

document.addEventListener('keydown', (event) => {
  const modifier = event.ctrlKey || event.metaKey;
  if (modifier && !event.altKey && event.key.toLowerCase() === 'k') act(event, openSearch);
  if (modifier || event.altKey || isTyping(event.target) || !singleKeysOn()) return;
  if (event.key === '/') act(event, openSearch);
  if (event.key === '?') act(event, openKeys);
});

function act(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  action();
}

async function openSearch(): Promise<void> {
  const typed = keepTyping();
  try {
    await (await search()).openSearch(typed);
  } finally {
    typed();
  }
}

async function openKeys(): Promise<void> {
  (await import('./keys-dialog.ts')).openKeys();
}

watchTheme();
