import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { schemaIssues } from '#repository/schema-issues.ts';

const schema = z.strictObject({
  title: z.string().meta({ description: 'What it is called.' }),
  grade: z.enum(['A', 'B', 'C']).optional(),
  checks: z.array(z.string()).min(2).optional(),
  values: z
    .record(
      z.string().regex(/^[a-z]+$/, { error: 'Unexpected value name, expected small letters' }),
      z.string(),
    )
    .optional(),
});

const messages = (data: unknown): string[] => {
  const result = schema.safeParse(data, { reportInput: true });
  const nowhere = () => ({ line: 0, column: 0 });
  return result.success
    ? []
    : schemaIssues('x.mdx', schema, result.error, { positionOf: nowhere, keyPositionOf: nowhere }).map(
        ({ rule, message, hint }) => `${rule}: ${message} / ${hint}`,
      );
};

describe('schema issues', () => {
  test('say what was found, what was expected, and the sentence of the field', () => {
    expect(messages({ titel: 'x', grade: 'D', checks: ['one'], values: { A: 'x' } })).toMatchInlineSnapshot(`
      [
        "schema-invalid: Unexpected \`D\`, expected \`A\` or another of \`A\`, \`B\`, \`C\`, at \`grade\` / ",
        "schema-invalid: Unexpected list, expected at least 2, at \`checks\` / ",
        "schema-invalid: Unexpected value name, expected small letters, at \`values.A\` / ",
        "schema-unknown-field: Unexpected field \`titel\`, expected \`title\` / Did you mean \`title\`?",
      ]
    `);
    expect(messages({ title: 7, checks: 'one' })).toMatchInlineSnapshot(`
      [
        "schema-invalid: Unexpected number \`7\`, expected a text, at \`title\` / What it is called.",
        "schema-invalid: Unexpected text \`one\`, expected a list, at \`checks\` / ",
      ]
    `);
  });
});
