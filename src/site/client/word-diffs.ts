/** Changed text inline, as it is sent, or side by side. */

const storageKey = 'redress-word-diffs';
const choice = document.querySelector<HTMLElement>('.diff-switch');
/** What each pair of sides stands for. */
const inline = new Map<HTMLElement, HTMLElement>();

if (choice && document.querySelector('.changed-words')) {
  choice.hidden = false;
  choice.addEventListener('click', ({ target }) => {
    const shown = target instanceof HTMLElement ? target.dataset.show : undefined;
    if (shown) show(shown);
  });
  // Where there is no room for two columns there is no choice either.
  if (kept() === 'sides' && matchMedia('(min-width: 72rem)').matches) show('sides');
}

function show(shown: string): void {
  for (const button of choice?.querySelectorAll('button') ?? [])
    button.setAttribute('aria-pressed', String(button.dataset.show === shown));
  if (shown === 'sides') {
    for (const words of document.querySelectorAll<HTMLElement>('.changed-words')) setApart(words);
  } else {
    for (const [sides, words] of inline) sides.replaceWith(words);
    inline.clear();
  }
  try {
    localStorage.setItem(storageKey, shown);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function setApart(words: HTMLElement): void {
  if (words.closest('.sides')) return;
  const sides = document.createElement('div');
  sides.className = 'sides';
  sides.append(side(words, 'Before', 'ins'), side(words, 'After', 'del'));
  inline.set(sides, words);
  words.replaceWith(sides);
}

/** One of the two texts, without what only the other one has. */
function side(words: HTMLElement, name: string, without: string): HTMLElement {
  const place = document.createElement('div');
  const text = words.cloneNode(true) as HTMLElement;
  for (const element of text.querySelectorAll(without)) element.remove();
  const label = document.createElement('p');
  label.className = 'key';
  label.textContent = name;
  place.append(label, text);
  return place;
}

function kept(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
