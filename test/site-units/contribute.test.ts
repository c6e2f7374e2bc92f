import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { referenceTo } from '#schemas/fields.ts';
import { contentTypeNames } from '#schemas/index.ts';
import { componentsFor } from '#site/views/component-guide.ts';
import { sharedFieldRows, typeGuide } from '#site/views/contribute.ts';
import { formOf } from '#site/views/field-form.ts';

const { playbook } = await readPlaybook(projectRoot);
if (!playbook) throw new Error('The playbook cannot be read');

describe('the form of a field', () => {
  test.each([
    [z.iso.date(), 'a date'],
    [z.string(), 'text'],
    [z.string().max(60), 'text of at most 60 characters'],
    [z.enum(['a', 'b']).optional(), 'one of `a`, `b`'],
    [z.boolean().default(true), '`true` or `false`'],
    [z.int().meta({ unit: 'days' }), 'a whole number of days'],
    [z.array(referenceTo('policies')).default([]), 'a list, each the slug of a policy'],
    [referenceTo('evidence-standards').meta({ title: 'x' }), 'the slug of an evidence standard'],
    [referenceTo('clause'), 'the code of a clause'],
    [referenceTo('organisation.teams'), 'a key of `teams` in organisation.yaml'],
    [z.record(z.string(), z.strictObject({})), 'a group of fields for each name'],
    [
      z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      'a name to text, or a list, each text',
    ],
    [z.url({ protocol: /^https$/ }), 'an https address'],
    [z.array(z.strictObject({})), 'a list'],
  ])('%# reads in words', (schema, words) => {
    expect(formOf(schema)).toBe(words);
  });
});

describe('the guide to a content type', () => {
  test.each(contentTypeNames)('has for every field of %s a sentence and a form', (type) => {
    const { fields, example } = typeGuide(playbook, type);
    for (const { name, description, form } of [...sharedFieldRows(playbook), ...fields]) {
      expect(description, name).not.toBe('');
      expect(form, name).not.toBe('');
    }
    expect(example?.body).not.toBe('');
  });

  test('goes into groups, lists of groups and groups by name', () => {
    const names = typeGuide(playbook, 'decision-templates').fields.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['facts', 'facts.<name>.ask', 'rules[].because', 'exclusions[].when']),
    );
    const rows = typeGuide(playbook, 'policies').fields;
    expect(rows.find(({ name }) => name === 'dsa')).toMatchObject({
      form: 'a group of fields',
      example: undefined,
    });
    expect(rows.find(({ name }) => name === 'dsa.category')?.example).toMatch(/^[A-Z_]+$/);
  });

  test('leaves out of a message what no helpdesk can send', () => {
    expect(componentsFor('macros')).toEqual(['When', 'Passage', 'Covers']);
    expect(componentsFor('passages')).toEqual(['When', 'Covers']);
    expect(componentsFor('policies')).toEqual(['BoundaryPair', 'Case', 'Note']);
  });
});
