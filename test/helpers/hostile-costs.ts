/** What would take a parser, or a reader, too long. */
export const costs: readonly string[] = [
  '['.repeat(101),
  '('.repeat(101),
  '{'.repeat(101),
  '{'.repeat(100_000),
  '> '.repeat(101),
  `${'- '.repeat(101)}x`,
  'x'.repeat(4001),
  'x '.repeat(10_001),
  '<A a={'.repeat(26),
  `${'*a '.repeat(300)}${'a* '.repeat(300)}`,
  'x {a}\n'.repeat(1001),
  'x <A/>\n'.repeat(2001),
  '&amp;\n'.repeat(2001),
  'One more line of text.\n'.repeat(12_000),
];
