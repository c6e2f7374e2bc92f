/** As far ahead in the source as an escape or the indentation of a line can put the next character. */
const furthest = 80;

const entity = /&(?:#\w+|[A-Za-z]\w*);/y;

/**
 * Where each character of a parsed text stands in its source, as offsets. Parsers drop quotes, escapes, indentation
 * and line breaks but keep the order of characters, so the next one is looked for a little further on.
 */
export function sourceOffsets(text: string, source: string, from: number): number[] {
  const offsets: number[] = [];
  let at = from;
  for (const unit of text.split('')) {
    entity.lastIndex = at;
    const escaped = source[at] === '&' ? entity.exec(source)?.[0].length : undefined;
    const skip = escaped || source[at] === unit ? 0 : source.slice(at, at + furthest).indexOf(unit);
    if (skip > 0) at += skip;
    offsets.push(at);
    if (skip !== -1) at += escaped ?? 1;
  }
  return offsets;
}
