import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Runs something with a `git` first on the path that writes down how it was called and then is the real one.
 * Gives the commands of git in the order in which they were started, or the whole lines.
 */
export async function countGit(work: () => unknown, { lines = false } = {}): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-path-'));
  const log = join(folder, 'log');
  const path = process.env.PATH ?? '';
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  writeFileSync(join(folder, 'git'), `#!/bin/sh\necho "git $*" >> '${log}'\nexec '${real}' "$@"\n`);
  chmodSync(join(folder, 'git'), 0o755);
  process.env.PATH = `${folder}${delimiter}${path}`;
  try {
    await work();
  } finally {
    process.env.PATH = path;
  }
  const asked = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  rmSync(folder, { recursive: true });
  if (lines) return asked;
  return asked.map((line) => line.split(' ').find((word) => commands.includes(word)) ?? line);
}

const commands = ['rev-parse', 'log', 'cat-file', 'merge-base'];
