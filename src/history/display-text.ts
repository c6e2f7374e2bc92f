/**
 * Text that somebody typed into git, fit to be shown: control characters, bidirectional controls and invisible
 * characters, which can make a line read as something else, become U+FFFD. Markup is left to whoever writes markup.
 */
export const displayText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unseen, '\uFFFD');

/** The same on one line. */
export const displayLine = (text: string): string => displayText(text.replace(/\s+/g, ' ').trim());

/** Joiners stay: some scripts and emoji need them. */
const unseen = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
