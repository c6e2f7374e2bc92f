import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formats } from '#report/report.ts';
import { today } from '#repository/clock.ts';
import { EnvironmentError } from '#repository/environment-error.ts';
import { inspectRepository } from '#repository/git/inspect-repository.ts';
import { inputDigest } from '#repository/input-digest.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { publish } from '#site/publish.ts';
import { missingPages } from '#site/verify-output.ts';
import { findIssues } from './find-issues.ts';

/** Where the site of a playbook is put, and how eagerly. */
export interface BuildOptions {
  root: string;
  /** Folder to replace; `dist` of this project unless told. */
  out: string | undefined;
  /** Leave a build that is still right as it is. */
  onlyIfChanged?: boolean;
}

/** Checks, builds into a fresh folder, verifies and only then replaces the site; the exit code. */
export async function buildSite({ root, out, onlyIfChanged = false }: BuildOptions): Promise<number> {
  const place = resolve(out ?? join(projectRoot, 'dist'));
  const cache = join(projectRoot, '.cache');
  const stamp = join(cache, 'built-site');
  const read = await readPlaybook(root);
  const day = today(read.playbook?.organisation.timeZone);
  const { issues } = await findIssues(root, day, read);
  const errors = issues.some(({ severity }) => severity === 'error');
  if (errors) console.log(formats.text({ issues, entries: read.files.length }));
  else if (issues.length > 0) console.log(`Warnings: ${issues.length}. \`npm run check\` tells them.`);
  if (errors || !read.playbook) {
    console.error('Nothing was published: mend the errors above first.');
    return 1;
  }

  const { SITE_URL = '', BASE_PATH = '', REPOSITORY_URL = '' } = process.env;
  // A commit, or history that was fetched or lost, changes what pages say without a change of content.
  const git = JSON.stringify(await inspectRepository(root));
  const digest = await inputDigest(projectRoot, root, [root, day, SITE_URL, BASE_PATH, REPOSITORY_URL, git]);
  const built = `${place} ${digest}`;
  if (
    onlyIfChanged &&
    existsSync(join(place, 'index.html')) &&
    (await readFile(stamp, 'utf8').catch(() => '')) === built
  )
    return 0;

  const fresh = `${place}.next`;
  await rm(fresh, { recursive: true, force: true });
  console.log(`Building the site of ${countOfEntries(read.files.length)} …`);
  const { code, log } = await astroBuild({ PLAYBOOK_ROOT: root, REDRESS_OUT_DIR: fresh, REDRESS_TODAY: day });
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    console.error(log);
    throw new EnvironmentError(
      'The build failed; the site that stood before still stands.',
      'The log above says where.',
    );
  }
  const missing = await missingPages(
    fresh,
    read.playbook.entries.map(({ id }) => id),
  );
  if (missing.length > 0) {
    throw new EnvironmentError(
      `The build made no page for ${missing.join(', ')}; nothing was published.`,
      `The unfinished site is left in ${fresh}.`,
    );
  }
  await publish(fresh, place);
  await mkdir(cache, { recursive: true });
  await writeFile(stamp, built);
  console.log(`Built ${countOfEntries(read.playbook.entries.length)} into ${place}`);
  return 0;
}

const countOfEntries = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`;

/** Runs Astro as a process of its own; its log is kept for the case that it fails. */
function astroBuild(environment: NodeJS.ProcessEnv): Promise<{ code: number; log: string }> {
  const astro = join(projectRoot, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--root', projectRoot], {
    env: { ...process.env, ...environment, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, log: Buffer.concat(chunks).toString() }));
  });
}
