import { expect, test } from 'vitest';
import { jsonForScript } from '#site/json-for-script.ts';

test('JSON in a script element cannot end it, and reads back the same', () => {
  const hostile = { because: '</script><script>alert(1)</script><!-- <![CDATA[' };
  const text = jsonForScript(hostile);
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual(hostile);
});
