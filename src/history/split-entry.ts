/** The text of an entry in its two parts. */
export interface EntryParts {
  /** The frontmatter between its fences; '' where there is none, undefined where it is not closed. */
  front: string | undefined;
  /** What follows the frontmatter, or all of the text. */
  body: string;
}

/** Takes the text of an entry apart, without parsing it. */
export function splitEntry(text: string): EntryParts {
  if (!text.startsWith('---')) return { front: '', body: text };
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1;
  const closed = end < 0 && text.startsWith('---\n') && text.endsWith('\n---') ? text.length - 4 : end;
  if (closed < 0) return { front: undefined, body: text };
  return { front: text.slice(4, closed + 1), body: text.slice(closed + 5) };
}

/**
 * Takes a YAML mapping apart: key -> its lines, the key included; undefined where it cannot be done. Comments belong to the
 * field that follows them. Most fields of two revisions are the same letter for letter and are never parsed.
 */
export function splitFields(yaml: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  let key: string | undefined;
  let start = 0;
  /** Where the comments and blank lines before the next field begin. */
  let loose = 0;
  for (let at = 0; at < yaml.length; ) {
    const next = endOfLine(yaml, at);
    const first = yaml[at];
    if (first === '\n' || first === '#') {
      at = next;
      continue;
    }
    const continues = first === ' ' || first === '\t' || /^-[ \n]/.test(yaml.slice(at, at + 2));
    if (continues && key === undefined) return undefined;
    if (!continues) {
      const found = /^([A-Za-z_][\w-]*)[ \t]*:(?=[ \t\n]|$)/.exec(yaml.slice(at, next));
      if (!found) return undefined;
      if (key !== undefined) fields.set(key, yaml.slice(start, loose));
      key = found[1] as string;
      if (fields.has(key)) return undefined;
      start = loose;
    }
    loose = next;
    at = next;
  }
  if (key !== undefined) fields.set(key, yaml.slice(start));
  return fields;
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
};
