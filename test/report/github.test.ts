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

/** Reads a workflow command as the runner of GitHub does (ActionCommand.TryParseV2 of actions/runner). */
function parsed(line: string) {
  const [, command, list = '', data = ''] = /^::([^ :]+) ?(.*?)::(.*)$/s.exec(line) ?? [];
  const unescaped = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const properties = list.split(',').map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    return [name, unescaped(value).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')];
  });
  return {
    command,
    properties: Object.fromEntries(properties),
    data: unescaped(data).replaceAll('%25', '%'),
  };
}

describe('github', () => {
  test('puts an issue on its line and says the rule', () => {
    expect(
      formats.github({ issues: [issue, { ...issue, severity: 'warning', hint: '' }], entries: 1 }),
    ).toMatchInlineSnapshot(`
      "::error file=content/policies/counterfeit.mdx,line=4,col=8,title=reference-dangling::Unexpected \`polcy\`, expected a key of \`teams\` in organisation.yaml%0ADid you mean \`policy\`?
      ::warning file=content/policies/counterfeit.mdx,line=4,col=8,title=reference-dangling::Unexpected \`polcy\`, expected a key of \`teams\` in organisation.yaml
      1 entry: 1 error, 1 warning"
    `);
  });

  test('leaves a position out that is unknown', () => {
    const [line = ''] = formats
      .github({ issues: [{ ...issue, line: 0, column: 0 }], entries: 1 })
      .split('\n');
    expect(parsed(line).properties).toEqual({ file: issue.file, title: issue.rule });
  });

  test.each([
    ['100% of it', 'a,b:c::d%2C.mdx'],
    ['%0A stays as written', 'x'],
    ['two\nlines\r\nand ::error::more', 'x'],
  ])('says exactly what was meant, whatever the text holds: %j', (message, file) => {
    const [line = '', ...rest] = formats
      .github({ issues: [{ ...issue, message, file, hint: '' }], entries: 1 })
      .split('\n');
    expect(rest).toEqual(['1 entry: 1 error, 0 warnings']);
    expect(parsed(line)).toEqual({
      command: 'error',
      properties: { file, line: '4', col: '8', title: issue.rule },
      data: message,
    });
  });
});
