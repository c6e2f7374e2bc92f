import type { GateRule } from '../rule.ts';

/** Rules for the bytes and characters of a text, applied before any parser sees it. */
export const bytesRules = {
  'bytes-utf-8': {
    explains: 'Text is valid UTF-8, because anything else is read differently by different programs.',
    example: 'bytes',
    bad: 'caf\\xE9',
    good: 'café',
  },
  'bytes-byte-order-mark': {
    explains:
      'Text begins with its first character, because an invisible mark before it hides the frontmatter from other tools.',
    example: 'bytes',
    bad: '\\u{FEFF}Text.',
    good: 'Text.',
  },
  'bytes-carriage-return': {
    explains:
      'Lines end with a line feed alone, because a diff of two kinds of line endings shows every line as changed.',
    example: 'bytes',
    bad: 'Text.\\u{D}\n',
    good: 'Text.\n',
  },
  'bytes-control': {
    explains:
      'Text has no control characters, because they are invisible and change what terminals and parsers do.',
    example: 'bytes',
    bad: 'Pay\\u{1B}[8m now',
    good: 'Pay now',
  },
  'bytes-line-separator': {
    explains: 'Lines end with a line feed, because programs disagree on whether U+2028 and U+2029 end one.',
    example: 'bytes',
    bad: 'One\\u{2028}two',
    good: 'One\ntwo',
  },
  'bytes-bidirectional': {
    explains:
      'Text has no direction controls, because they show words in another order than the one that is stored.',
    example: 'bytes',
    bad: 'Do not \\u{202E}yap',
    good: 'Do not pay',
  },
  'bytes-invisible': {
    explains:
      'Text has no invisible characters but the joiners that a script or an emoji needs, because a reader cannot review them.',
    example: 'bytes',
    bad: 'refu\\u{200B}nd',
    good: 'refund',
  },
  'bytes-normal-form': {
    explains: 'Text is in normal form C, because the same word in two encodings is found by no search.',
    example: 'bytes',
    bad: 'cafe\\u{301}',
    good: 'café',
  },
  'bytes-mixed-script': {
    explains: 'A word keeps to one script, because letters that look alike make two words look like one.',
    example: 'bytes',
    bad: 'p\\u{430}ypal',
    good: 'paypal',
  },
  'bytes-line-too-long': {
    explains:
      'A line has at most 20,000 characters, and 4,000 without a space, because nobody can review a longer one.',
    example: 'bytes',
    bad: '«x × 20001»',
    good: '«x  × 10000»',
  },
  'bytes-nested': {
    explains:
      'Brackets, quotes and lists are nested at most 100 deep, because parsers slow down or fail beyond that.',
    example: 'bytes',
    bad: '«[ × 101»',
    good: '«[ × 100»',
  },
} as const satisfies Record<string, GateRule>;
