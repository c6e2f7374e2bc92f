/** A replacement of part of a text; offsets count UTF-16 units. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with the edits made, and how many they were; of edits that overlap the first is made, the rest wait. */
export function applyEdits(source: string, edits: readonly Edit[]): { text: string; made: number } {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let text = '';
  let at = 0;
  let made = 0;
  for (const edit of sorted) {
    if (edit.start < at) continue;
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
    made++;
  }
  return { text: text + source.slice(at), made };
}
