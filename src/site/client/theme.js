// Run before anything is drawn, as it stands here: no compiler sees it.
{
  let theme = '';
  try {
    theme = localStorage.getItem('starlight-theme') ?? '';
  } catch {}
  theme ||= matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme === 'light' ? 'light' : 'dark';
}
