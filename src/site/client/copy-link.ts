import { copyText } from './clipboard.ts';

/** A click on a clause's code goes there and copies the address. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-copy-link]')) {
  link.title = `Copy the link to ${link.textContent}`;
  link.addEventListener('click', () => copyText(link.href, `Copied the link to ${link.textContent}.`));
}

/**
 * A click on Cite copies the permalink of the text that is shown, and of the clause at which the reader is: that address
 * shows this text for ever, whatever the page says later.
 */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-cite]')) {
  link.title = 'Copy a permanent link to this text as it reads now';
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const address = new URL(link.href);
    const clause = document.querySelector(':target [data-copy-link]')?.textContent;
    if (clause) address.hash = location.hash;
    copyText(address.href, `Copied the permanent link to ${clause ?? 'this text'}.`);
  });
}
