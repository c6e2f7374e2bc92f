import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { unmetRequirements } from '#macros/unmet-requirements.ts';
import { placeholdersIn } from '#playbook/placeholder.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { answerFlags, answersGiven, nameRefusal, typeNamed, unknownType } from '#report/new-entry/begin.ts';
import { type NewEntry, newEntryText } from '#report/new-entry/new-entry.ts';
import { type Answers, refusal, remaining } from '#report/new-entry/questions.ts';
import { answerFrom, missingText, questionText } from '#report/new-entry/questions-text.ts';
import { undecided } from '#report/new-entry/starters.ts';
import { formats } from '#report/report.ts';
import { today } from '#repository/clock.ts';
import { playbookRoot } from '#repository/playbook-root.ts';
import { readEntry } from '#repository/read-entry.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { type ContentType, contentTypeNames } from '#schemas/index.ts';
import { command } from './command.ts';

const usage = `npm run new -- <type> <slug> [--<field> <answer> …] [--root <folder>]

Begins an entry: writes content/<type>/<slug>.mdx as a draft that passes the check, with a placeholder wherever
something is still to be written. It asks what only the author can say; flags answer beforehand.
Types: ${contentTypeNames.join(', ')}.
A translation of a macro is called <slug>.<language>, such as \`macros counterfeit-upheld.de\`.
Exit 0: written, 1: refused and nothing written, 2: the tool failed.

Flags, where the type has the field: ${Object.keys(answerFlags)
  .map((flag) => `--${flag}`)
  .join(' ')}`;

await command(usage, { root: { type: 'string' }, ...answerFlags }, async ({ values, positionals }) => {
  const [givenType = '', slug = '', more] = positionals;
  if (!slug || more !== undefined) {
    console.error(usage);
    return 2;
  }
  const root = playbookRoot(typeof values.root === 'string' ? values.root : undefined);
  const { playbook, issues, files } = await readPlaybook(root);
  if (!playbook) {
    console.log(formats.text({ issues, entries: files.length }));
    return 1;
  }
  const type = typeNamed(givenType);
  if (!type) return refuse(unknownType(givenType));
  const name = nameRefusal(playbook, files, type, slug);
  if (name) return refuse(name);
  const given = answersGiven(playbook, type, slug, values);
  if (typeof given === 'string') return refuse(given);
  const answers = await ask(playbook, type, given);
  if (typeof answers === 'string') return refuse(answers);
  const why = type === 'precedents' ? undecided(playbook, answers) : undefined;
  if (why) return refuse(why);

  const file = `content/${type}/${slug}.mdx`;
  const entry = { type, slug, answers, today: today(playbook.organisation.timeZone) };
  const { text, problems } = written(playbook, file, entry);
  if (problems) return refuse(problems);
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text, { flag: 'wx' });
  const open = placeholdersIn(text).map(
    ({ index, what }) => `  line ${text.slice(0, index).split('\n').length}  ${what}`,
  );
  const where = values.root === undefined ? '' : ` --root ${values.root}`;
  console.log(
    [
      `Wrote ${file}, a draft.`,
      ...(open.length ? ['', 'Still to write:', ...open] : []),
      '',
      `Next: npm run check -- ${file}${where}`,
    ].join('\n'),
  );
  return 0;
});

function refuse(why: string): number {
  console.error(`${why}\nNothing was written.`);
  return 1;
}

/** The text of the draft, with what the law wants of a message; `problems` where an answer cannot stand in a file. */
function written(playbook: Playbook, file: string, entry: NewEntry): { text: string; problems?: string } {
  const text = newEntryText(playbook, entry);
  const read = readEntry(new TextEncoder().encode(text), file, playbook.organisation);
  if (!read.entry) return { text, problems: formats.text({ issues: read.issues, entries: 1 }) };
  if (read.entry.type !== 'macros') return { text };
  return { text: newEntryText(playbook, entry, unmetRequirements(playbook, read.entry, entry.today)) };
}

/** Asks what is not answered yet, one question after the other; where the answers end, says what is missing. */
async function ask(playbook: Playbook, type: ContentType, given: Answers): Promise<Answers | string> {
  let { answers, open } = remaining(type, playbook, given);
  if (open.length === 0) return answers;
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  try {
    for (let [question] = open; question; [question] = open) {
      if (question.choices?.length === 0) return missingText([question]);
      process.stdout.write(questionText(question));
      const typed = await lines.next();
      if (typed.done) {
        console.log('');
        return missingText(open);
      }
      const answer = answerFrom(typed.value, question);
      const why = refusal(type, playbook, question, answer);
      if (why) console.log(why);
      else ({ answers, open } = remaining(type, playbook, new Map([...answers, [question.flag, answer]])));
    }
    return answers;
  } finally {
    input.close();
  }
}
