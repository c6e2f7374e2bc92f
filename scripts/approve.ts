import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { approvalOf, approvalRefusal } from '#macros/approval.ts';
import { stateOf } from '#macros/state.ts';
import { textDigest } from '#macros/text-digest.ts';
import { writeApproval } from '#macros/write-approval.ts';
import { clauseMeaning } from '#playbook/digest.ts';
import type { Entry } from '#playbook/entry.ts';
import { didYouMean } from '#playbook/nearest.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { formats } from '#report/report.ts';
import { wordDiff, wordRuns } from '#report/word-diff.ts';
import { clauseAsApproved } from '#repository/clause-as-approved.ts';
import { today } from '#repository/clock.ts';
import { fileTexts, lastAuthors } from '#repository/file-versions.ts';
import { playbookRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { command } from './command.ts';
import { openTextWriters, type TextWriters } from './open-text-writers.ts';

const usage = `npm run approve -- macros/<slug> … --by <person> [--root <folder>]
npm run approve -- --all-stale --by <person> [--root <folder>]

Writes into each macro who approved it and when, and digests of its text and of the clauses that it reflects.
--all-stale shows for each stale macro what changed in its clauses, and asks before it approves it.
<person> is a handle of organisation.yaml that may approve macros. Exit 0: approved, 1: refused, 2: the tool failed.`;

await command(
  usage,
  { root: { type: 'string' }, by: { type: 'string' }, 'all-stale': { type: 'boolean', default: false } },
  async ({ values, positionals }) => {
    const by = values.by;
    if (!by || (positionals.length === 0) !== values['all-stale']) {
      console.error(usage);
      return 2;
    }
    const root = playbookRoot(values.root);
    const { playbook, issues, files } = await readPlaybook(root);
    if (!playbook) {
      console.log(formats.text({ issues, entries: files.length }));
      return 1;
    }
    const person = approvalRefusal(playbook.organisation, by, []);
    if (person) {
      console.error(person);
      return 1;
    }
    const day = today(playbook.organisation.timeZone);
    const writers = await openTextWriters(root, playbook);
    const asked: Asked = { root, playbook, by, day, writers };
    try {
      return values['all-stale'] ? await walkStale(asked) : await approveGiven(asked, positionals);
    } finally {
      await writers.close();
    }
  },
);

type Macro = Entry<'macros'>;

/** What somebody wants to approve, and when. */
interface Asked {
  root: string;
  playbook: Playbook;
  by: string;
  day: string;
  writers: TextWriters;
}

/** Approves the macros that are named, and tells why it does not approve one. */
async function approveGiven(asked: Asked, names: readonly string[]): Promise<number> {
  const macros = asked.playbook.ofType('macros');
  let refused = false;
  for (const given of names) {
    const id = given.replace(/^content\//, '').replace(/\.mdx$/, '');
    const macro = macros.find((one) => one.id === id || one.slug === id);
    const known = macros.map((one) => one.id);
    const why = macro
      ? await refusalFor(asked, macro)
      : `Unexpected macro \`${given}\`, expected one that can be read. ${didYouMean(id, known)}`;
    if (why || !macro) {
      console.error(why);
      refused = true;
    } else await approve(asked, macro);
  }
  return refused ? 1 : 0;
}

/** Why a macro cannot be approved; undefined where it can. */
async function refusalFor({ root, playbook, by, writers }: Asked, macro: Macro): Promise<string | undefined> {
  const { status, reflects } = macro.data;
  if (status !== 'active')
    return `Unexpected approval of ${macro.id}, which is ${status === 'draft' ? 'a draft' : 'retired'}, expected a macro that is active`;
  const gone = reflects.filter((code) => !playbook.clause(code));
  if (gone.length)
    return `Unexpected clause ${gone.join(', ')} in ${macro.id}, expected one that exists: mend \`reflects\` first`;
  const state = stateOf(playbook, macro);
  if (state.state === 'stale' && state.source)
    return `Unexpected approval of ${macro.id}, expected a translation of ${state.source} as it reads today: translate the change and mend \`translates.text\` first`;
  const authors = await writers.of(macro, textDigest(playbook, macro));
  // A text that git does not know is not committed: whoever works here wrote it.
  return approvalRefusal(
    playbook.organisation,
    by,
    authors.length > 0 ? authors : await lastAuthors(root, macro.file),
  );
}

async function approve({ root, playbook, by, day }: Asked, macro: Macro): Promise<void> {
  const path = join(root, macro.file);
  await writeFile(path, writeApproval(await readFile(path, 'utf8'), approvalOf(playbook, macro, by, day)));
  console.log(`Approved ${macro.id} by ${by} on ${day}`);
}

/** Shows each stale macro with what changed, and approves those to which the answer is yes. */
async function walkStale(asked: Asked): Promise<number> {
  const { root, playbook } = asked;
  const stale = playbook.ofType('macros').filter((macro) => stateOf(playbook, macro).state === 'stale');
  if (stale.length === 0) console.log('No macro is stale.');
  const answers = createInterface({ input: process.stdin });
  const lines = answers[Symbol.asyncIterator]();
  let refused = false;
  for (const macro of stale) {
    console.log(`\n${macro.id}  ${macro.data.title}`);
    await showChanges(root, playbook, macro);
    const why = await refusalFor(asked, macro);
    if (why) {
      console.error(why);
      refused = true;
      continue;
    }
    process.stdout.write('Does the text still say what the clauses say? Approve it? [y/N] ');
    const answer = await lines.next();
    console.log('');
    if (!answer.done && /^y(?:es)?$/i.test(answer.value.trim())) await approve(asked, macro);
    else {
      console.log(`Left as it is: ${macro.id}`);
      refused = true;
    }
  }
  answers.close();
  return refused ? 1 : 0;
}

async function showChanges(root: string, playbook: Playbook, macro: Macro): Promise<void> {
  const state = stateOf(playbook, macro);
  if (state.state !== 'stale') return;
  for (const { code, approved } of state.clauses) {
    const found = playbook.clause(code);
    if (!found) {
      console.log(`  ${code} is gone`);
      continue;
    }
    const now = clauseMeaning(found.policy, found.clause);
    const before = await clauseAsApproved(fileTexts(root, found.policy.file), found.policy, code, approved);
    console.log(
      before === undefined
        ? `  ${code} changed; what it said on ${state.on} is not in the history. It says now: ${now.replace(/\s+/g, ' ')}`
        : `  ${code} changed: ${wordDiff(wordRuns(before, now))}`,
    );
  }
  if (state.source) console.log(`  ${state.source}, which it translates, changed`);
}
