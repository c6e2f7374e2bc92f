import { commitAsOf, type EntryAsOf, entriesAsOf } from '#history/as-of.ts';
import { displayLine } from '#history/display-text.ts';
import { knownSince } from '#history/known-since.ts';
import { dayOf } from '#history/time.ts';
import { isDocument } from '#history/weights.ts';
import { openHistory } from '#site/open-history.ts';
import { command } from './command.ts';
import { historyRoot, momentOf, noHistoryText } from './history-question.ts';

const usage = `npm run as-of -- <date> [--root <folder>] [--dir <folder>] [--format text|json]

Prints which text of each entry was in force at the end of a day, as the commit that wrote it.
What applies goes by the entry's own date, what was known by when it reached this branch; text shows where they differ.
With --dir, what stood there, of all .md and .mdx files in that folder. <date> is a day or an ISO time.
Exit 0: told, 1: no such date, 2: the tool failed, or history does not reach back so far.`;

await command(
  usage,
  {
    root: { type: 'string' },
    dir: { type: 'string' },
    format: { type: 'string', default: 'text' },
  },
  async ({ values, positionals }) => {
    const [date] = positionals;
    if (date === undefined || positionals.length > 1) {
      console.error(usage);
      return 2;
    }
    if (values.format !== 'text' && values.format !== 'json') {
      console.error(`Unexpected format \`${values.format}\`, expected one of text, json`);
      return 2;
    }
    const history = await openHistory(historyRoot(values), values.dir);
    try {
      const { state, log, timeZone } = history;
      if (!state.known) {
        console.error(noHistoryText(state));
        return 2;
      }
      const moment = momentOf(date, 'end', timeZone);
      if (moment === undefined) {
        console.error(`Unexpected date \`${date}\`, expected a day such as 2026-11-20`);
        return 1;
      }
      const commit = commitAsOf(log, moment);
      if (commit === undefined && !state.complete) {
        console.error(`This clone is shallow: history is known since ${knownSince(state, log)}.`);
        return 2;
      }
      const source = { ...history, texts: history.teller.texts };
      const found = commit === undefined ? [] : await entriesAsOf(source, commit, dayOf(moment, timeZone));
      const entries = found.filter(({ id }) => !isDocument(id));
      if (values.format === 'json') console.log(asJson(entries));
      else console.log(asText(entries) || `Nothing stood on ${date}.`);
      return 0;
    } finally {
      await history.reader.close();
    }
  },
);

function asJson(entries: readonly EntryAsOf[]): string {
  const commits = entries.flatMap(({ id, inForce }) => (inForce ? [[id, inForce.commit] as const] : []));
  return JSON.stringify(Object.fromEntries(commits), null, 2);
}

function asText(entries: readonly EntryAsOf[]): string {
  const width = Math.max(0, ...entries.map(({ id }) => id.length));
  return entries
    .map(({ id, recorded, inForce }) => {
      const name = displayLine(id).padEnd(width);
      if (!inForce) return `${name}  not in force; recorded ${recorded.commit}`;
      const newer = inForce.blob === recorded.blob ? '' : `  recorded since: ${recorded.commit}`;
      return `${name}  ${inForce.commit}${newer}`;
    })
    .join('\n');
}
