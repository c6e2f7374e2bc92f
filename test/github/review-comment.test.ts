import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '#repository/playbook-root.ts';

/** What the runner of GitHub has and not every machine; zip makes the archive that GitHub would. */
const tools = ['jq', 'unzip', 'zip'].every((tool) => spawnSync(tool, ['-h']).error === undefined);

const { steps } = parse(readFileSync(join(projectRoot, '.github/workflows/review-comment.yml'), 'utf8')).jobs
  .comment as { steps: { id?: string; run: string }[] };

/** Answers as GitHub would, and writes down what is asked; the answers are files in the folder `github`. */
const gh = `#!/usr/bin/env bash
printf '%s\\n' "$*" >> calls
case "$*" in
  *"/zip") cat github/report.zip ;;
  *"artifacts?name=review") cat github/artifacts.json ;;
  *"--method GET repos/"*"/pulls "*) cat github/pulls.json ;;
  *"comments?per_page=100") cat github/comments.json ;;
  *"--input comment.json"*) ;;
  *) exit 64 ;;
esac
`;

const sha = '0123456789abcdef0123456789abcdef01234567';
const marker = '<!-- playbook-review -->';

interface Github {
  report: Record<string, string>;
  pulls: { number: number; head: { sha: string } }[];
  comments?: { id: number; user: { login: string }; body: string }[];
  /** In bytes; that of the archive where left out. */
  size?: number;
}

/** Runs the steps of the workflow as a runner does, as long as their conditions hold; gives the calls and the comment. */
function commented({ report, pulls, comments = [], size }: Github): {
  calls: string[];
  body: string | undefined;
} {
  const root = mkdtempSync(join(tmpdir(), 'redress-comment-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'github'));
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin/gh'), gh, { mode: 0o755 });
  for (const [name, text] of Object.entries(report)) writeFileSync(join(root, name), text);
  execFileSync('zip', ['-q', 'github/report.zip', ...Object.keys(report)], { cwd: root });
  for (const name of Object.keys(report)) rmSync(join(root, name));
  const archive = readFileSync(join(root, 'github/report.zip')).length;
  const artifacts = { artifacts: [{ id: 7, expired: false, size_in_bytes: size ?? archive }] };
  writeFileSync(join(root, 'github/artifacts.json'), JSON.stringify(artifacts));
  writeFileSync(join(root, 'github/pulls.json'), JSON.stringify(pulls));
  writeFileSync(join(root, 'github/comments.json'), JSON.stringify(comments));
  writeFileSync(join(root, 'calls'), '');
  const outputs = new Map<string, string>();
  for (const { run } of steps) {
    writeFileSync(join(root, 'output'), '');
    const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: `${join(root, 'bin')}:${process.env.PATH}`,
        GH_REPO: 'example/playbook',
        RUN_ID: '42',
        RUN_URL: 'https://github.com/example/playbook/actions/runs/42',
        HEAD_SHA: sha,
        HEAD_BRANCH: 'a"b$(touch oops)',
        HEAD_OWNER: 'somebody',
        GITHUB_OUTPUT: 'output',
        NUMBER: outputs.get('number') ?? '',
      },
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const written = readFileSync(join(root, 'output'), 'utf8').trim();
    if (!written) break;
    const [name = '', value = ''] = written.split('=');
    outputs.set(name, value);
  }
  const calls = readFileSync(join(root, 'calls'), 'utf8').trim().split('\n');
  const posted = calls.some((call) => call.includes('--input'));
  return {
    calls,
    body: posted ? JSON.parse(readFileSync(join(root, 'comment.json'), 'utf8')).body : undefined,
  };
}

const open = { number: 12, head: { sha } };
const report = { number: '12\n', 'review.md': 'No decision changes. Thanks, @everyone!\n' };

describe.runIf(tools)('the comment under a pull request', () => {
  test('is written once, under the pull request that ends in the reviewed commit, and calls nobody', () => {
    const { calls, body } = commented({ report, pulls: [open] });
    expect(calls.at(-1)).toBe(
      'api --method POST repos/example/playbook/issues/12/comments --input comment.json --silent',
    );
    expect(calls).toContain(
      'api --method GET repos/example/playbook/pulls -f state=open -f head=somebody:a"b$(touch oops) -F per_page=100',
    );
    expect(body).toBe(
      `${marker}\nNo decision changes. Thanks, @\u200beveryone!\n\n\n<sub>Report of [this run](https://github.com/example/playbook/actions/runs/42) on ${sha}, written by the code of the pull request.</sub>`,
    );
  });

  test('is updated in place, and nobody else’s comment is touched', () => {
    const comments = [
      { id: 1, user: { login: 'somebody' }, body: `${marker}\nmine` },
      { id: 2, user: { login: 'github-actions[bot]' }, body: 'another report' },
      { id: 3, user: { login: 'github-actions[bot]' }, body: `${marker}\nold` },
    ];
    expect(commented({ report, pulls: [open], comments }).calls.at(-1)).toBe(
      'api --method PATCH repos/example/playbook/issues/comments/3 --input comment.json --silent',
    );
  });

  test.each<[claim: string, github: Github]>([
    ['a number that is none', { report: { ...report, number: '12; touch oops' }, pulls: [open] }],
    ['a number of many lines', { report: { ...report, number: '12\nready=true\n13' }, pulls: [open] }],
    ['the number of another pull request', { report: { ...report, number: '13' }, pulls: [open] }],
    [
      'a commit that is no longer the newest',
      { report, pulls: [{ number: 12, head: { sha: 'f'.repeat(40) } }] },
    ],
    ['a pull request that is closed', { report, pulls: [] }],
    ['an archive that is too large', { report, pulls: [open], size: 1_000_001 }],
    ['an archive without a report', { report: { number: '12' }, pulls: [open] }],
    ['a report without text', { report: { number: '12', 'review.md': '' }, pulls: [open] }],
  ])('is not written for %s', (_, github) => {
    const { calls, body } = commented(github);
    expect(body).toBeUndefined();
    expect(calls.some((call) => /POST|PATCH/.test(call))).toBe(false);
  });

  test('stays within what GitHub takes, whatever the report says', () => {
    const long = { number: '12', 'review.md': '@'.repeat(900_000) };
    expect(commented({ report: long, pulls: [open] }).body?.length).toBeLessThan(65_536);
  });
});
