import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from '#report/json-schema.ts';

test.each(Object.entries(jsonSchemas()))('schemas/json/%s is up to date (npm run schemas)', (name, text) => {
  expect(readFileSync(new URL(`../../schemas/json/${name}`, import.meta.url), 'utf8')).toBe(text);
});
