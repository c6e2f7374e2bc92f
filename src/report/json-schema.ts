import { z } from 'zod';
import { contentTypes } from '#schemas/index.ts';
import { organisation } from '#schemas/organisation.ts';
import { requirements } from '#schemas/requirements.ts';

/** The JSON Schema of each content type, of organisation.yaml and of requirements.yaml, for editors: file name -> text. */
export function jsonSchemas(): Record<string, string> {
  const types = Object.entries(contentTypes).map(
    ([type, { schema, singular }]) => [type, schema, `Frontmatter of a ${singular}`] as const,
  );
  return Object.fromEntries(
    [
      ...types,
      ['organisation', organisation, 'The facts of the team'] as const,
      ['requirements', requirements, 'What messages must and must not say'] as const,
    ].map(([name, schema, title]) => {
      const converted = z.toJSONSchema(schema, { io: 'input' });
      return [`${name}.json`, `${JSON.stringify({ ...converted, title }, null, 2)}\n`];
    }),
  );
}
