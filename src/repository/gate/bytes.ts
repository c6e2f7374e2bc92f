import type { Issue } from '#playbook/issue.ts';
import { checkCharacters } from './characters.ts';
import { maximumTextBytes } from './file-names.ts';
import { linesOf } from './lines.ts';
import { checkNesting } from './nesting.ts';
import { capped, problem, wholeFile } from './problem.ts';

/**
 * Turns the bytes of a file into text that parsers may see. `text` is undefined where nothing may be parsed;
 * where it is not, positions in it are those of the file (a byte order mark and carriage returns are dropped).
 */
export function checkBytes(bytes: Uint8Array, file: string): { text: string | undefined; issues: Issue[] } {
  if (bytes.length > maximumTextBytes) {
    const message = `Unexpected size of ${Math.ceil(bytes.length / 1024).toLocaleString('en')} KiB, expected at most ${maximumTextBytes / 1024} KiB`;
    const issue = problem(file, wholeFile, 'file-too-large', message, 'Split it into several files.');
    return { text: undefined, issues: [issue] };
  }
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const bad = firstBadByte(bytes, decoded);
  if (bad) {
    const value = (bytes[bad.byte] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const message = `Unexpected byte 0x${value}, expected UTF-8`;
    const hint = 'Save the file as UTF-8; the character before it was the last that could be read.';
    const issue = problem(file, linesOf(decoded).positionOf(bad.offset), 'bytes-utf-8', message, hint);
    return { text: undefined, issues: [issue] };
  }
  const characters = checkCharacters(decoded);
  const { positionOf } = linesOf(decoded);
  const nesting = checkNesting(decoded, file);
  const issues = capped([
    ...characters.findings.map(({ offset, rule, message, hint }) =>
      problem(file, positionOf(offset), rule, message, hint),
    ),
    ...nesting,
  ]);
  const text =
    characters.parsable && nesting.length === 0
      ? decoded.replace(/^\uFEFF/, '').replace(/\r/g, '')
      : undefined;
  return { text, issues };
}

/** Where decoding first put a replacement character that the bytes do not hold; undefined for valid UTF-8. */
function firstBadByte(bytes: Uint8Array, decoded: string): { byte: number; offset: number } | undefined {
  let byte = 0;
  let from = 0;
  for (let at = decoded.indexOf('\uFFFD'); at !== -1; at = decoded.indexOf('\uFFFD', at + 1)) {
    byte += new TextEncoder().encode(decoded.slice(from, at)).length;
    from = at;
    const stored = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd;
    if (!stored) return { byte, offset: at };
  }
  return undefined;
}
