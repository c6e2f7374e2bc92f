/** A word with each character that nobody sees, or that turns the text round. */
export const characters: readonly string[] = [
  ...[0x00, 0x01, 0x07, 0x08, 0x0b, 0x0c, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0x9f],
  ...[0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180e],
  ...[0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e],
  ...[0x2060, 0x2061, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x3164, 0xfe0f, 0xfeff, 0xffa0],
  ...[0xfff9, 0xe0001, 0xe0061, 0xe007f, 0xe0100, 0x1d173],
].map((code) => `re${String.fromCodePoint(code)}fund`);

/** The same, written as references that only the reader of Markdown resolves. */
export const characterReferences: readonly string[] = [
  ...['&#x202E;', '&#8238;', '&#x200B;', '&ZeroWidthSpace;', '&NoBreak;', '&rlm;', '&lrm;', '&shy;'],
  ...['&#27;[8m', '&#x7;', '&#x80;', '&#x85;', '&#x9b;', '&#x2028;', '&#xFEFF;', '&#xE0061;'],
].map((text) => `re${text}fund`);

/** Letters that look like others, or that are not composed. */
export const lookAlikes: readonly string[] = [
  'p\u0430ypal',
  '\u0440aypal',
  'pay\u03C1al',
  '\u0405eller',
  'cafe\u0301',
  'A\u030Angstrom',
  '\u212B',
  'x\u0344',
  'p&#x430;ypal',
  'p&acy;ypal',
  'cafe&#x301;',
];
