import type { z } from 'zod';
import type { Issue } from '#playbook/issue.ts';
import { checkAmbiguous, type Frontmatter } from './gate/frontmatter.ts';
import { schemaIssues } from './schema-issues.ts';

/** Validated data of one YAML document, or undefined, with everything that is wrong with it. */
export function readDocument<S extends z.ZodType>(
  schema: S,
  yaml: Omit<Frontmatter, 'body' | 'bodyLine'>,
  file: string,
): { data: z.infer<S> | undefined; issues: Issue[] } {
  if (yaml.data === undefined) return { data: undefined, issues: yaml.issues };
  const ambiguous = checkAmbiguous(yaml.ambiguous, schema, file);
  const issues = [...yaml.issues, ...ambiguous];
  const result = schema.safeParse(yaml.data, { reportInput: true });
  // What quoting mends is told once: `title: 007` is not also "a number where a text is meant".
  const told = new Set(ambiguous.map(({ line, column }) => `${line}:${column}`));
  const found = result.success ? [] : schemaIssues(file, schema, result.error, yaml);
  issues.push(...found.filter(({ line, column }) => !told.has(`${line}:${column}`)));
  return { data: result.success && issues.length === 0 ? result.data : undefined, issues };
}
