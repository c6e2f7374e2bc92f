import type { PagefindModal, PagefindResults } from '@pagefind/component-ui';
import styles from '@pagefind/component-ui/css?inline';
import own from '../styles/search.css?inline';
import { searchResult } from './search-result.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

const note = import.meta.env.DEV ? '<span>Searching the files as they stand.</span>' : '';

/** Fixed text: nothing from content or from the address is written into it. */
const markup = `<pagefind-config bundle-path="${base}/pagefind/" base-url="${base}/" excerpt-length="24" faceted></pagefind-config>
<pagefind-modal>
<pagefind-modal-header><pagefind-input placeholder="Search guidance, macros, codes" debounce="120"></pagefind-input></pagefind-modal-header>
<pagefind-filter-pane sort="alphabetical"></pagefind-filter-pane>
<pagefind-modal-body><pagefind-summary></pagefind-summary><pagefind-results max-results="40"></pagefind-results></pagefind-modal-body>
<pagefind-modal-footer>${note}<pagefind-keyboard-hints></pagefind-keyboard-hints></pagefind-modal-footer>
</pagefind-modal>`;

/** The markup stands before the elements are defined, because the modal moves its parts about while it starts. */
async function make(): Promise<PagefindModal> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${styles}\n${own}`);
  document.adoptedStyleSheets.push(sheet);
  const host = document.createElement('div');
  host.id = 'search';
  host.innerHTML = markup;
  document.body.append(host);
  await import('@pagefind/component-ui');
  const results = host.querySelector<PagefindResults>('pagefind-results');
  if (results) results.resultTemplate = searchResult;
  closeLeftFacets(host);
  return host.querySelector('pagefind-modal') as PagefindModal;
}

/** A facet's values lie over the results: they fold when the focus or a click goes elsewhere. */
function closeLeftFacets(host: HTMLElement): void {
  const closeAllBut = (kept: EventTarget | null) => {
    for (const facet of host.querySelectorAll('details')) {
      if (!(kept instanceof Node && facet.contains(kept))) facet.open = false;
    }
  };
  host.addEventListener('focusin', ({ target }) => closeAllBut(target));
  host.addEventListener('click', ({ target }) => closeAllBut(target));
}

const modal = make();

/** Opens search, which is loaded when somebody first means to use it, with what was typed until then. */
export async function openSearch(typed: () => string): Promise<void> {
  const opened = await modal;
  opened.open();
  const input = opened.querySelector('input');
  input?.focus();
  const words = typed();
  if (!input || words === '') return;
  input.value += words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
