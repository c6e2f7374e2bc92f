import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { contentTypeNames } from '#schemas/index.ts';
import type { TestRepository } from './git.ts';
import { Random } from './random.ts';

/** Four hundred made-up words: prose does not repeat itself as a short list would. */
const syllables = 'ap se bu in ev re cl no st fu or sh it pr li ac le mo da ti'.split(' ');
const words = syllables.flatMap((start) => syllables.map((end) => start + end));

/**
 * Fills a repository with a history as a team would write it: entries of 600 words in eight folders, each first written and
 * then changed in a sentence, a field or both, one to three in a commit, every tenth commit through a merged branch,
 * now and then renamed. Packed as git itself packs.
 */
export async function writeLargeHistory(
  repository: TestRepository,
  { entries, revisions, seed = 1 }: { entries: number; revisions: number; seed?: number },
): Promise<void> {
  const random = new Random(seed);
  const child = spawn('git', ['-C', repository.root, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const sentence = () => `${Array.from({ length: 12 }, () => random.pick(words)).join(' ')}.`;
  const day = (days: number) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
  const files = Array.from({ length: entries }, (_, number) => ({
    path: `content/${contentTypeNames[number % 8]}/entry-${number}.mdx`,
    days: 0,
    sections: Array.from({ length: 8 }, () => Array.from({ length: 6 }, sentence)),
  }));
  const textOf = ({ days, sections }: (typeof files)[number], number: number) =>
    [
      `---\ntitle: Entry ${number}\nsummary: What entry ${number} is for.\nowner: policy\nstatus: active`,
      `effective: ${day(days)}\nreviewBy: 2030-01-01\nregions: [EU, UK]\naliases: [fake, copy]\n---\n`,
      ...sections.map((lines, index) => `## CF-${index + 1} Clause\n\n${lines.join(' ')}\n`),
    ].join('\n');

  let mark = 0;
  let time = Date.UTC(2020, 0, 1) / 1000;
  const commit = (branch: string, parents: readonly number[], changes: readonly string[]): string => {
    mark++;
    time += 600;
    const message = `Change ${mark} (#${mark})\n\nBecause of case ${mark}.\n\nReviewed-by: Ada\n`;
    return [
      `commit refs/heads/${branch}\nmark :${mark}`,
      `committer Person ${mark % 30} <person-${mark % 30}@example.com> ${time} +0000`,
      `data ${message.length}\n${message}`,
      ...parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} :${parent}`),
      ...changes,
      '',
    ].join('\n');
  };
  /** One sentence is written anew, or a few of its words. */
  const edit = (lines: string[]): void => {
    const at = random.below(lines.length);
    const old = (lines[at] as string).slice(0, -1).split(' ');
    for (let times = 1 + random.below(3); times > 0; times--)
      old[random.below(old.length)] = random.pick(words);
    lines[at] = random.chance(0.3) ? sentence() : `${old.join(' ')}.`;
  };
  const modify = (number: number, first: boolean): string => {
    const file = files[number] as (typeof files)[number];
    if (!first) {
      if (random.chance(0.4)) file.days++;
      else edit(file.sections[random.below(8)] as string[]);
    }
    const text = textOf(file, number);
    const moved = !first && random.chance(0.01) ? file.path : undefined;
    if (moved) file.path = `${moved.replace(/(?:-moved-\d+)?\.mdx$/, '')}-moved-${mark}.mdx`;
    return `${moved ? `D ${moved}\n` : ''}M 100644 inline ${file.path}\ndata ${text.length}\n${text}`;
  };

  let main: number | undefined;
  for (let revision = 0; revision < revisions; revision++) {
    for (let number = 0; number < entries; ) {
      const together = Math.min(1 + random.below(3), entries - number);
      const changes = Array.from({ length: together }, (_, index) => modify(number + index, revision === 0));
      number += together;
      let stream: string;
      if (main !== undefined && mark % 10 === 0) {
        stream = commit('side', [main], changes);
        stream += commit('main', [main, mark], changes);
      } else stream = commit('main', main === undefined ? [] : [main], changes);
      main = mark;
      if (!child.stdin.write(stream)) await once(child.stdin, 'drain');
    }
  }
  child.stdin.end();
  await once(child, 'close');
  repository.git('repack', '-adfq');
}
