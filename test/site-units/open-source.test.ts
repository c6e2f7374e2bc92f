import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openSource } from '#site/open-source.ts';
import { playbookWith } from '#test/helpers/playbook.ts';

const file = 'content/macros/counterfeit-overturned.mdx';

test.each([
  ['a field that is not known', 'status: active', 'statu: active', 'schema-unknown-field', true],
  [
    'a reference that leads nowhere',
    'policy: counterfeit',
    'policy: conterfeit',
    'reference-dangling',
    false,
  ],
])('who edits is told of %s', async (_what, from, to, rule, keepsTheLastGood) => {
  const root = playbookWith({});
  const source = await openSource(root, undefined);
  const before = source.current().playbook.get('macros/counterfeit-overturned')?.data;
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace(from, to));
  await source.reload();
  expect(told.mock.calls.join('\n')).toMatch(new RegExp(`${file}:\\d+:\\d+  error  .*  ${rule}`));
  told.mockRestore();
  const after = source.current().playbook.get('macros/counterfeit-overturned')?.data;
  expect(after).toBeDefined();
  expect(after === before).toBe(keepsTheLastGood);
});
