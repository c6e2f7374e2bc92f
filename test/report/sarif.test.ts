import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Issue } from '#playbook/issue.ts';
import { formats } from '#report/report.ts';
import { run } from '#test/helpers/cli.ts';
import { playbookWith } from '#test/helpers/playbook.ts';

const issue: Issue = {
  file: 'content/policies/counterfeit.mdx',
  line: 4,
  column: 8,
  severity: 'error',
  rule: 'vague-word',
  message: 'Unexpected `usually`',
  hint: 'Say when.',
};
const rules = [
  { name: 'vague-word', explains: 'Words say how much.', bad: 'usually ```', good: 'in 7 days' },
];

/** The schema of OASIS as published, but for formats: zod reads `uri-reference` as a whole address. */
const schema = z.fromJSONSchema(
  JSON.parse(
    readFileSync(new URL('../fixtures/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
    (key, value: unknown) => (key === 'format' ? undefined : value),
  ),
);

/** The parts of a log that the claims below look at. */
interface Run {
  tool: { driver: { name?: string; rules: { id: string; help?: { text: string; markdown: string } }[] } };
  results: {
    ruleId: string;
    ruleIndex: number;
    level: string;
    message?: { text: string };
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: string };
          region?: { startLine: number; startColumn?: number };
        };
      },
    ];
  }[];
  found?: number;
}

const logOf = (issues: Issue[]): { runs: [Run] } => JSON.parse(formats.sarif({ issues, entries: 1, rules }));

describe('sarif', () => {
  test('is valid for no issue, one, and one without a position or a documented rule', () => {
    for (const issues of [
      [],
      [issue],
      [issue, { ...issue, line: 0, column: 0, rule: 'unheard-of', hint: '' }],
    ])
      expect(schema.safeParse(logOf(issues)).error).toBeUndefined();
  });

  test.each<[string, (run: Run) => unknown]>([
    ['a result without a message', (run) => delete run.results[0]?.message],
    [
      'a line of 0',
      (run) => Object.assign(run.results[0]?.locations[0].physicalLocation.region ?? {}, { startLine: 0 }),
    ],
    ['a field that is not known', (run) => Object.assign(run, { found: 1 })],
    ['a tool without a name', (run) => delete run.tool.driver.name],
  ])('has a schema that refuses %s, so that what it accepts means something', (_, breakIt) => {
    const log = logOf([issue]);
    breakIt(log.runs[0]);
    expect(schema.safeParse(log).success).toBe(false);
  });

  test('carries rules with their examples, and results that point at them', () => {
    const [{ tool, results }] = logOf([issue, { ...issue, rule: 'another', severity: 'warning' }]).runs;
    expect(results.map(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId)).toEqual([
      true,
      true,
    ]);
    expect(results.map(({ level }) => level)).toEqual(['error', 'warning']);
    expect(tool.driver.rules.find(({ id }) => id === 'vague-word')?.help?.markdown).toMatchInlineSnapshot(`
      "Words say how much.

      Not:

      \`\`\`\`
      usually \`\`\`
      \`\`\`\`

      But:

      \`\`\`
      in 7 days
      \`\`\`"
    `);
  });

  test('leaves out a position that is unknown, and writes paths as addresses', () => {
    const [{ results }] = logOf([{ ...issue, file: 'content/a b#c.mdx', line: 0, column: 0 }]).runs;
    const { artifactLocation, region } = results[0]?.locations[0].physicalLocation ?? {};
    expect(artifactLocation?.uri).toBe('content/a%20b%23c.mdx');
    expect(region).toBeUndefined();
  });

  test('is what the command prints, with the documentation of every rule that it reports', () => {
    const body =
      '---\ntitle: Appeal\nsummary: An <b>appeal</b> it is.\nstatus: Active\n---\n\n<b>x</b> {y} [a](/x/)\n';
    const root = playbookWith({ 'content/glossary/appeal.mdx': body });
    const { code, out } = run('check', ['--root', root, '--format', 'sarif']);
    expect(code).toBe(1);
    const log = JSON.parse(out) as { runs: [Run] };
    expect(schema.safeParse(log).error).toBeUndefined();
    const documented = log.runs[0].tool.driver.rules.filter(({ help }) => help).map(({ id }) => id);
    expect(documented).toEqual(expect.arrayContaining(['mdx-html', 'mdx-expression']));
  });
});
