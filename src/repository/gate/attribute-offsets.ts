const nameOf = /[^\s=/>{}"']+/y;
const spaces = /\s*/y;
const string = /"[^"]*"|'[^']*'/y;

/**
 * Positions of the attributes of an opening tag, in order; the parser gives them none. `offset` is that of its `<`.
 * Shorter than the list of attributes where the tag is odder than this reading of it.
 */
export function attributeOffsets(source: string, offset: number): number[] {
  const offsets: number[] = [];
  let at = offset + 1;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    at += found?.[0].length ?? 0;
    return found !== null;
  };
  take(spaces);
  if (!take(nameOf)) return offsets;
  for (;;) {
    take(spaces);
    const start = at;
    if (source[at] === '{') at = afterBraces(source, at);
    else if (!take(nameOf)) return offsets;
    offsets.push(start);
    take(spaces);
    if (source[at] !== '=') continue;
    at++;
    take(spaces);
    if (source[at] === '{') at = afterBraces(source, at);
    else if (!take(string)) return offsets;
  }
}

/** The offset behind the brace that closes the one at `at`. */
function afterBraces(source: string, at: number): number {
  let depth = 0;
  for (let index = at; index < source.length; index++) {
    if (source[index] === '{') depth++;
    else if (source[index] === '}' && --depth === 0) return index + 1;
  }
  return source.length;
}
