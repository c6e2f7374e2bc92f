import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '#test/helpers/cli.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { writeLargePlaybook } from '#test/helpers/large-playbook.ts';

/** One build of a site with the history of all its entries. */
export interface Row {
  build: string;
  entries: number;
  seconds: number;
  /** Pages of revisions, and how many of them were rendered; the others were restored. */
  revisions: number;
  rendered: number;
  /** Everything that is published, and of it the pages of revisions, histories, what changed when, and exports for helpdesks; in MB. */
  siteMb: number;
  revisionsMb: number;
  historiesMb: number;
  changesMb: number;
  helpdesksMb: number;
}

/** Builds the site of 1,000 entries or a few more with five revisions each: from nothing, again, and after one commit. */
export async function bench(): Promise<Row[]> {
  const repository = new TestRepository();
  const folder = mkdtempSync(join(tmpdir(), 'redress-site-'));
  try {
    const entries = await writeLargePlaybook(repository.root, 1_000);
    repository.commit('Write the playbook', { date: '2026-01-05T09:00:00+00:00' });
    writeRevisions(repository, 4);
    const build = (name: string) => measure(repository.root, folder, name, entries);
    const rows = [build('cold'), build('again')];
    const file = globSync('content/glossary/*.mdx', { cwd: repository.root }).sort()[0] ?? '';
    repository.save(file, `${readFileSync(join(repository.root, file), 'utf8')}\nOne more sentence.\n`);
    return [...rows, build('after one commit')];
  } finally {
    repository.delete();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Changes every entry so many times, three in a commit: messages in a date, all others in a sentence. */
function writeRevisions(repository: TestRepository, rounds: number): void {
  const files = globSync('content/*/*.mdx', { cwd: repository.root }).sort();
  const texts = new Map(files.map((file) => [file, readFileSync(join(repository.root, file), 'utf8')]));
  let time = Date.UTC(2026, 1, 1) / 1000;
  const stream: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (let first = 0; first < files.length; first += 3) {
      time += 3_600;
      const message = `Round ${round} of the reviews (#${first})`;
      const parent = stream.length === 0 ? 'from refs/heads/main^0\n' : '';
      stream.push(
        `commit refs/heads/main\nmark :${stream.length + 1}\ncommitter Ada <ada@example.com> ${time} +0000\ndata ${message.length}\n${message}\n${parent}`,
      );
      for (const file of files.slice(first, first + 3)) {
        const text = changed(file, texts.get(file) ?? '', round);
        texts.set(file, text);
        stream.push(`M 100644 inline ${file}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
      }
    }
  }
  repository.import(stream.join(''));
  repository.git('reset', '--quiet', '--hard');
  repository.git('gc', '--quiet');
}

const changed = (file: string, text: string, round: number): string =>
  /^content\/(?:macros|passages)\//.test(file)
    ? text.replace(/^reviewBy: .*$/m, `reviewBy: 2027-03-0${round}`)
    : `${text}\nIn round ${round} of the reviews somebody added this sentence about what they had found.\n`;

function measure(root: string, folder: string, build: string, entries: number): Row {
  const [out, cache] = [join(folder, 'site'), join(folder, 'cache')];
  const before = Date.now();
  const { code, err } = run('build', ['--root', root, '--out', out], { REDRESS_CACHE_DIR: cache });
  const seconds = (Date.now() - before) / 1000;
  if (code !== 0) throw new Error(`The site did not build: ${err}`);
  const kept = join(cache, 'dist');
  const revisions = globSync('*/*/at/*/index.html', { cwd: kept });
  const mb = (pattern: string): number =>
    Math.round(
      globSync(pattern, { cwd: out, withFileTypes: true })
        .filter((item) => item.isFile())
        .reduce((sum, item) => sum + statSync(join(item.parentPath, item.name)).size, 0) / 1e5,
    ) / 10;
  return {
    build,
    entries,
    seconds,
    revisions: revisions.length,
    rendered: revisions.filter((file) => statSync(join(kept, file)).mtimeMs >= before).length,
    siteMb: mb('**/*'),
    revisionsMb: mb('*/*/at/**'),
    historiesMb: mb('*/*/history/**'),
    changesMb: mb('changes/**'),
    helpdesksMb: mb('exports/*'),
  };
}
