import { changeKinds } from '#history/change.ts';
import { entryJson, visibleJson } from '#history/changelog-json.ts';
import { type Bound, inRange, ofKinds } from '#history/changelog-range.ts';
import { entryMarkdown, entryText } from '#history/changelog-text.ts';
import { knownSince } from '#history/known-since.ts';
import { tellEntries } from '#history/tell-entries.ts';
import type { EntryTrace } from '#history/trace-entries.ts';
import { didYouMean } from '#playbook/nearest.ts';
import { sharedCommits } from '#repository/git/shared-commits.ts';
import { type OpenHistory, openHistory } from '#site/open-history.ts';
import { command } from './command.ts';
import { historyRoot, momentOf, noHistoryText } from './history-question.ts';

const usage = `npm run changelog -- [--root <folder>] [--dir <folder>] [--entry <type/slug>] [--since <ref|date>]
                     [--until <ref|date>] [--kind <kind>]… [--format text|markdown|json]

Tells what every commit changed, entry by entry, newest first. With --dir, of all .md and .mdx files in that folder,
as text alone. Dates are days of the organisation's time zone and go by when a change reached this branch.
Kinds: ${changeKinds.join(', ')}.
Exit 0: told, 1: no such entry, folder or commit, 2: the tool failed, or there is no history to read.`;

const formats = ['text', 'markdown', 'json'];

await command(
  usage,
  {
    root: { type: 'string' },
    dir: { type: 'string' },
    entry: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
    kind: { type: 'string', multiple: true, default: [] },
    format: { type: 'string', default: 'text' },
  },
  async ({ values, positionals }) => {
    const { format } = values;
    if (positionals.length > 0) {
      console.error(
        `Unexpected \`${positionals[0]}\`, expected options alone, such as --entry <type/slug>\n\n${usage}`,
      );
      return 2;
    }
    const kinds = values.kind.flatMap((kind) => kind.split(','));
    const stranger = kinds.find((kind) => !changeKinds.some((known) => known === kind));
    if (stranger !== undefined || !formats.includes(format)) {
      const [what, found, known] =
        stranger === undefined ? ['format', format, formats] : ['kind', stranger, changeKinds];
      console.error(`Unexpected ${what} \`${found}\`, expected one of ${known.join(', ')}`);
      return 2;
    }
    const history = await openHistory(historyRoot(values), values.dir);
    try {
      const since = await boundOf(values.since, 'start', history);
      const until = await boundOf(values.until, 'end', history);
      if (since === null || until === null) return 1;
      const { state, log, traces, teller, files } = history;
      const wanted = values.entry === undefined ? traces.entries : entriesCalled(values.entry, history);
      if (values.entry !== undefined && wanted.length === 0 && state.known) {
        const hint = didYouMean(
          values.entry,
          traces.entries.map(({ id }) => id),
        );
        console.error(`Unexpected entry \`${values.entry}\`, expected one that git knows. ${hint}`);
        return 1;
      }
      if (values.dir !== undefined && wanted.length === 0 && state.known) {
        console.error(
          `Unexpected folder \`${values.dir}\`, expected one with .md or .mdx files that git knows`,
        );
        return 1;
      }
      const cut = knownSince(state, log);
      if (!state.known) console.error(noHistoryText(state));
      else if (cut !== undefined) console.error(`This clone is shallow: history is known since ${cut}.`);

      const isKind = ofKinds(changeKinds.filter((kind) => kinds.includes(kind)));
      const narrowed =
        [values.entry, values.since, values.until].some((value) => value !== undefined) || kinds.length > 0;
      const head = {
        head: state.known ? state.head : null,
        complete: isComplete(history),
        knownSince: cut ?? null,
      };
      if (format === 'json') await write(`${visibleJson(head).slice(0, -1)},"entries":[`);
      let first = true;
      for await (const told of tellEntries(wanted, teller, inRange(log, { since, until }))) {
        const entry = { ...told, revisions: told.revisions.filter(isKind) };
        if (entry.revisions.length === 0 && narrowed) continue;
        if (format === 'json') {
          await write(`${first ? '' : ','}\n${visibleJson(entryJson(entry, files.shown(entry.trace.path)))}`);
        } else
          await write(`${(format === 'markdown' ? entryMarkdown : entryText)(entry, history.timeZone)}\n`);
        first = false;
      }
      if (format === 'json') await write('\n]}\n');
      return state.known || state.reason === 'no-commits' ? 0 : 2;
    } finally {
      await history.reader.close();
    }
  },
);

function isComplete({ state }: OpenHistory): boolean {
  return state.known ? state.complete : state.reason === 'no-commits';
}

/** The entry of a name, or those that once had it. */
function entriesCalled(name: string, { state, traces, teller, files }: OpenHistory): EntryTrace[] {
  const now = traces.entries.filter(({ id }) => id === name);
  const prefix = state.known ? state.prefix : '';
  const hadIt = (trace: EntryTrace) =>
    teller
      .revisionsOf(trace)
      .some(({ renamedFrom }) => renamedFrom !== undefined && files.idOf(prefix + renamedFrom) === name);
  return now.length > 0 ? now : traces.entries.filter(hadIt);
}

/** A day, a time or the name of a commit; null, and told why, where it is none of them. */
async function boundOf(
  text: string | undefined,
  edge: 'start' | 'end',
  history: OpenHistory,
): Promise<Bound | null | undefined> {
  if (text === undefined || !history.state.known) return undefined;
  const moment = momentOf(text, edge, history.timeZone);
  if (moment !== undefined) return { moment: edge === 'start' ? moment : moment + 1 };
  const commits = await sharedCommits(history.root, history.log, text, history.reader);
  if (commits) return { commits };
  console.error(
    `Unexpected \`${text}\`, expected a day such as 2026-11-20, or the name of a commit, a branch or a tag`,
  );
  return null;
}

/** Waits where the reader is slower, so that a long history is never held as a whole. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((done) => process.stdout.once('drain', done));
}
