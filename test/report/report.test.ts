import { describe, expect, test } from 'vitest';
import type { Issue } from '#playbook/issue.ts';
import { formats } from '#report/report.ts';

const issue: Issue = {
  file: 'content/policies/counterfeit.mdx',
  line: 4,
  column: 8,
  severity: 'error',
  rule: 'reference-dangling',
  message: 'Unexpected `polcy`, expected a key of `teams` in organisation.yaml',
  hint: 'Did you mean `policy`?',
};

describe('text', () => {
  test('gives the position, the message, the rule and the hint', () => {
    expect(
      formats.text({ issues: [issue, { ...issue, severity: 'warning', hint: '' }], entries: 1 }),
    ).toMatchInlineSnapshot(`
      "content/policies/counterfeit.mdx:4:8  error  Unexpected \`polcy\`, expected a key of \`teams\` in organisation.yaml  reference-dangling
          Did you mean \`policy\`?
      content/policies/counterfeit.mdx:4:8  warning  Unexpected \`polcy\`, expected a key of \`teams\` in organisation.yaml  reference-dangling

      1 entry: 1 error, 1 warning"
    `);
  });

  test('says so when there is nothing', () => {
    expect(formats.text({ issues: [], entries: 12 })).toBe('12 entries: no issues');
  });
});

describe('json', () => {
  test('has the fields that other tools read', () => {
    expect(JSON.parse(formats.json({ issues: [issue], entries: 3 }))).toEqual({
      issues: [issue],
      entries: 3,
      errors: 1,
      warnings: 0,
    });
  });
});
