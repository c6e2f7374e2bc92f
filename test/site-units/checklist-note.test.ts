import { expect, test } from 'vitest';
import { checklistNote } from '#site/checklist-note.ts';

test('the note marks what was done and keeps what was not', () => {
  const checks = [
    { done: true, text: 'Call the supplier on a number that you found yourself.' },
    { done: false, text: 'Compare quantities.' },
  ];
  expect(checklistNote('E06 Supplier invoice', checks)).toMatchInlineSnapshot(`
    "E06 Supplier invoice: 1 of 2 checks done
    [x] Call the supplier on a number that you found yourself.
    [ ] Compare quantities."
  `);
});
