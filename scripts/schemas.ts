import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '#report/json-schema.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { command } from './command.ts';

await command('npm run schemas\n\nWrites the JSON Schemas for editors into schemas/json/.', {}, async () => {
  const folder = join(projectRoot, 'schemas/json');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(jsonSchemas())) await writeFile(join(folder, name), text);
  return 0;
});
