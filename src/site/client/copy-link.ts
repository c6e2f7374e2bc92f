import { copyText } from './clipboard.ts';

/** A click on a clause's code goes there and copies the address. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-copy-link]')) {
  link.title = `Copy the link to ${link.textContent}`;
  link.addEventListener('click', () => copyText(link.href, `Copied the link to ${link.textContent}.`));
}
