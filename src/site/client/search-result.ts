/** What Pagefind knows of a result, as far as it is shown. */
interface Found {
  url: string;
  /** What the record gave: title, type and summary. */
  meta: Readonly<Record<string, string>>;
  excerpt: string;
}

/** One result: its type, its title as the link, its summary, and the words found where those do not show them. */
export function searchResult({ url, meta, excerpt }: Found): Element {
  const { title = '', type = '', summary = '' } = meta;
  const link = Object.assign(document.createElement('a'), { href: url, textContent: title });
  const item = document.createElement('li');
  item.className = 'hit';
  item.append(
    element('p', 'hit-title', link, ' ', element('span', 'kind', type)),
    element('p', 'hit-summary', summary),
  );
  const found = marked(excerpt);
  const shown = `${title}. ${summary}`;
  if (found.querySelector('mark') && !shown.includes(found.textContent.slice(0, 30).trim())) {
    item.append(element('p', 'hit-excerpt', found));
  }
  return item;
}

function element(tag: 'p' | 'span', className: string, ...parts: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...parts);
  return made;
}

/** Pagefind gives text with `<mark>` in it and every other tag escaped: rebuilt here as text and marks alone. */
function marked(excerpt: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  const fragment = document.createDocumentFragment();
  for (const node of parsed.body.childNodes) {
    if (node instanceof Element)
      fragment.append(Object.assign(document.createElement('mark'), { textContent: node.textContent }));
    else fragment.append(node.textContent ?? '');
  }
  return fragment;
}
