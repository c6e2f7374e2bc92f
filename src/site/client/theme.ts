const storageKey = 'starlight-theme';
const light = matchMedia('(prefers-color-scheme: light)');

/** Lets the reader choose the theme, and follows the system where nothing was chosen. */
export function watchTheme(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-theme-select]');
  if (!select) return;
  try {
    select.value = localStorage.getItem(storageKey) ?? '';
  } catch {
    // Without storage the theme follows the system.
  }
  const show = () => {
    document.documentElement.dataset.theme = select.value || (light.matches ? 'light' : 'dark');
  };
  light.addEventListener('change', show);
  select.addEventListener('change', () => {
    show();
    try {
      localStorage.setItem(storageKey, select.value);
    } catch {
      // The choice lasts as long as the page.
    }
  });
}
