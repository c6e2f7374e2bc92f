import type { Root } from 'mdast';
import { lintRule } from 'unified-lint-rule';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { passagesOf } from '../passages.ts';
import type { ProseContext } from '../prose-context.ts';
import type { ProseRule } from '../prose-rule.ts';
import { report } from '../report.ts';

/** One kind of personal data: how it is written, and which of it belongs to nobody. */
interface Kind {
  name: string;
  /** A character without which there is none, so that most texts need not be searched. */
  sign?: string;
  pattern: RegExp;
  /** Whether what the pattern finds is the real thing. */
  isReal: (found: string) => boolean;
  instead: string;
}

const kinds: readonly Kind[] = [
  {
    name: 'e-mail address',
    sign: '@',
    pattern: /(?<![\w.+-])[\w.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
    isReal: (found) => !reserved.test(found),
    instead: 'Write "the e-mail address of the seller", or an address at example.com.',
  },
  {
    name: 'payment card number',
    pattern: /(?<![\d.-])[2-6]\d{3}(?:[ -]?\d{2,7}){2,4}(?![\d-])/g,
    isReal: (found) => passesLuhn(found.replace(/\D/g, '')),
    instead: 'Write "the card", or its last two digits where they matter.',
  },
  {
    name: 'phone number',
    pattern:
      /(?<![\w.+/-])(?:\+\d{1,3}[ .-]?(?:\(0?\d{1,5}\)[ .-]?)?\d(?:[ ./-]?\d){6,12}|\(?0\d{2,5}\)?[ /-]\d{2,4}(?:[ -]?\d{2,4}){1,3})(?![\w-])/g,
    isReal: (found) => !fictional.test(found.replace(/\D/g, '')),
    instead: 'Write "a phone number", or one that is kept for fiction, such as 01632 960 001.',
  },
  {
    name: 'order number',
    pattern:
      /\b[A-Z]{1,3}-(?:20\d{2}-)?\d{6,12}\b|(?<=\b(?:order|case|listing|ticket|lot|transaction|payout)(?: number| no\.?| id)?[ #:]{1,2})\d{6,16}\b/gi,
    isReal: () => true,
    instead: 'Write "the order", or put the number into a variable such as {order_id}.',
  },
  {
    name: 'handle',
    sign: '@',
    pattern: /(?<![\p{L}\p{N}_./@+-])@[A-Za-z0-9_](?:[\w.-]*\w)?/gu,
    isReal: (found) => !/^@(?:example|handle|username|seller|buyer)\w*$/i.test(found),
    instead: 'Write "the seller" or "the buyer", or @example.',
  },
];

/** Domains that RFC 2606 and RFC 6761 keep for examples. */
const reserved = /[@.](?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/i;

/** Numbers that Ofcom and the North American plan keep for fiction. */
const fictional = /^(?:44|0)0?(?:1632960|7700900|8081570|9098790|2079460|1134960)\d{3}$|^1?\d{3}55501\d\d$/;

/** The check digit of a card number of 13 to 19 digits, ISO/IEC 7812. */
function passesLuhn(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Something in a text that is somebody's. */
interface Found {
  kind: Kind;
  text: string;
  index: number;
}

/** Digests of approvals, one in thousands of which would pass for the number of a card. */
const digest = /sha256:[0-9a-f]+/g;

/** Personal data in the text of a whole file, comments and addresses included; each place is told once. */
function personalDataIn(file: string): Found[] {
  const source = file.replace(digest, (hex) => 'x'.repeat(hex.length));
  const found: Found[] = [];
  const told = new Uint8Array(source.length);
  for (const kind of kinds) {
    if (kind.sign && !source.includes(kind.sign)) continue;
    for (const { 0: text, index } of source.matchAll(kind.pattern)) {
      const end = index + text.length;
      if (told[index] || told[end - 1] || !kind.isReal(text)) continue;
      told.fill(1, index, end);
      found.push({ kind, text, index });
    }
  }
  return found;
}

/** Lines of the values that only show the form of a variable. */
function exampleLines(tree: Root, file: VFile): ReadonlySet<number> {
  const examples = passagesOf(tree, file).filter(({ field }) => field?.at(-1) === 'example');
  return new Set(examples.map((passage) => passage.at(0).line));
}

export const personalData: ProseRule = {
  name: 'personal-data',
  explains:
    'Content holds no data of real people, because the playbook is read by many and kept for ever: no e-mail addresses, phone, card or order numbers, no handles.',
  bad: '## The case\n\nThe seller wrote from jo.miller@mailbox.org about order 55190342.\n\n## Why it was decided so\n\nThe order was paid.',
  good: '## The case\n\nThe seller wrote about one order.\n\n## Why it was decided so\n\nThe order was paid.',
  where: 'precedents',
  severity: 'error',
  plugin: lintRule<Root, ProseContext>('remark-lint:personal-data', (tree, file) => {
    const found = personalDataIn(String(file));
    if (found.length === 0) return;
    const places = location(file);
    const examples = exampleLines(tree, file);
    for (const { kind, text, index } of found) {
      const place = { line: 1, column: 1, ...places.toPoint(index), offset: index };
      if (kind.name === 'order number' && examples.has(place.line)) continue;
      report(
        file,
        place,
        `Unexpected ${kind.name} \`${text}\`, expected no data of a real person`,
        kind.instead,
      );
    }
  }),
};
