import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { didYouMean } from '#playbook/nearest.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { command } from './command.ts';

/** One measurement: rows of a table; each bench stands in test/bench/<name>.ts. */
interface Bench {
  bench: () => readonly object[] | Promise<readonly object[]>;
}

const folder = join(projectRoot, 'test/bench');
const names = globSync('*.ts', { cwd: folder })
  .map((file) => basename(file, '.ts'))
  .sort();

const usage = `npm run bench -- [${names.join('|')} …]

Measures, as ratios within one run where something stands to be compared with. Without a name: everything.`;

await command(usage, {}, async ({ positionals }) => {
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    console.error(`Unexpected bench \`${unknown}\`. ${didYouMean(unknown, names)}`);
    return 2;
  }
  for (const name of positionals.length > 0 ? positionals : names) {
    console.log(`\n${name} …`);
    const { bench }: Bench = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
    console.table(await bench());
  }
  return 0;
});
