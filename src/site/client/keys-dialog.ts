import { setSingleKeys, singleKeysOn } from './shortcuts.ts';

const keys: readonly [string, string][] = [
  ['/', 'Search'],
  ['Ctrl or Cmd + K', 'Search, from anywhere'],
  ['Arrow keys', 'Move through results and lists'],
  ['Enter', 'Open'],
  ['1 to 9', 'Choose an answer, where a case is decided'],
  ['Backspace', 'Take the last answer back'],
  ['Ctrl or Cmd + Enter', 'Copy the macro'],
  ['x', 'Clear the values filled into a macro'],
  ['?', 'This list'],
  ['Esc', 'Close'],
];

/** Opens the list of keys; it is made when it is first asked for. */
export function openKeys(): void {
  dialog ??= make();
  dialog.showModal();
}

let dialog: HTMLDialogElement | undefined;

function make(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'keys';
  made.setAttribute('aria-labelledby', 'keys-title');
  const title = Object.assign(document.createElement('h2'), { id: 'keys-title', textContent: 'Keys' });
  const list = document.createElement('dl');
  for (const [key, meaning] of keys) {
    const term = document.createElement('dt');
    term.append(Object.assign(document.createElement('kbd'), { textContent: key }));
    list.append(term, Object.assign(document.createElement('dd'), { textContent: meaning }));
  }
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: 'Close',
    autofocus: true,
  });
  close.addEventListener('click', () => made.close());
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  made.append(title, list, toggle(), close);
  document.body.append(made);
  return made;
}

function toggle(): HTMLElement {
  const label = document.createElement('label');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: singleKeysOn() });
  box.addEventListener('change', () => setSingleKeys(box.checked));
  label.append(box, ' Single keys act where no field has the focus');
  return label;
}
