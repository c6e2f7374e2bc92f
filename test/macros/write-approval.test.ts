import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { writeApproval } from '#macros/write-approval.ts';

const approval = {
  by: 'policy-lead',
  on: '2026-11-22',
  text: 'sha256:0123456789abcdef',
  clauses: { 'CF-1': 'sha256:1111111111111111', 'CF-2': 'sha256:2222222222222222' },
};

const before = `---
# why it is written so
title:   "Odd spacing: kept"
reflects: [ CF-1,CF-2 ]
language: en
---

Text.
`;

const dataOf = (file: string): Record<string, unknown> =>
  parseDocument(/^---\n([\s\S]*?)\n---/.exec(file)?.[1] ?? '').toJS();

describe('writeApproval', () => {
  test('adds the approval at the end and touches nothing else', () => {
    expect(writeApproval(before, approval)).toMatchInlineSnapshot(`
      "---
      # why it is written so
      title:   "Odd spacing: kept"
      reflects: [ CF-1,CF-2 ]
      language: en
      approval:
        by: policy-lead
        on: 2026-11-22
        text: sha256:0123456789abcdef
        clauses:
          CF-1: sha256:1111111111111111
          CF-2: sha256:2222222222222222
      ---

      Text.
      "
    `);
  });

  test('replaces an approval where it stands, with its comments and what follows it', () => {
    const old = before.replace(
      'language: en\n',
      'approval:\n  # asked Legal twice\n  by: legal-counsel\n  on: 2026-01-15\n  text: sha256:ffffffffffffffff\n  clauses:\n    CF-1: sha256:ffffffffffffffff\n# about the language\nlanguage: en\n',
    );
    expect(writeApproval(old, approval)).toMatchInlineSnapshot(`
      "---
      # why it is written so
      title:   "Odd spacing: kept"
      reflects: [ CF-1,CF-2 ]
      approval:
        # asked Legal twice
        by: policy-lead
        on: 2026-11-22
        text: sha256:0123456789abcdef
        clauses:
          CF-1: sha256:1111111111111111
          CF-2: sha256:2222222222222222
      # about the language
      language: en
      ---

      Text.
      "
    `);
  });

  test('replaces an approval that is written in one line', () => {
    const old = before.replace(
      'language: en',
      'approval: { by: x, on: 2026-01-15, text: "", clauses: {} }\nlanguage: en',
    );
    expect(dataOf(writeApproval(old, approval))).toEqual({ ...dataOf(before), approval });
  });

  test('gives the same file when it writes the same approval again', () => {
    const once = writeApproval(before, approval);
    expect(writeApproval(once, approval)).toBe(once);
    expect(dataOf(once)).toEqual({ ...dataOf(before), approval });
  });

  test('keeps a body that holds a rule of dashes or the word approval', () => {
    const body = `${before}\napproval: none\n`;
    expect(writeApproval(body, approval).endsWith('\nText.\n\napproval: none\n')).toBe(true);
  });
});
