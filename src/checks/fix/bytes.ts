import type { Fixer } from './fixer.ts';

/** Invisible differences: a byte order mark, carriage returns, letters and accents stored apart, a last line that does not end. */
export const bytes: Fixer = {
  mends: ['bytes-byte-order-mark', 'bytes-carriage-return', 'bytes-normal-form', 'yaml-fence'],
  edits: ({ source }) => {
    const text = source
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .normalize('NFC')
      .replace(/\n---$/, '\n---\n');
    return text === source ? [] : [{ start: 0, end: source.length, text }];
  },
};
