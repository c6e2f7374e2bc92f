type Content = Node | string | undefined | false | readonly Content[];

/** An element with its class or attributes and what it holds; text is always text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: string | Readonly<Record<string, string>>,
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(
    typeof attributes === 'string' ? { class: attributes } : attributes,
  )) {
    if (value !== '' || name !== 'class') made.setAttribute(name, value);
  }
  made.append(
    ...((content.flat(9) as Content[]).filter((part) => part !== undefined && part !== false) as (
      | Node
      | string
    )[]),
  );
  return made;
}

/** A button that does something. */
export function button(
  attributes: string | Readonly<Record<string, string>>,
  act: () => void,
  ...content: Content[]
): HTMLButtonElement {
  const made = make('button', attributes, ...content);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
