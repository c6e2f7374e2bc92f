import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkPlaybook } from '#checks/check-playbook.ts';
import type { LoggedCommit } from '#playbook/change-range.ts';
import { changedFiles } from '#repository/changed-files.ts';
import type { PlaybookFiles } from '#repository/playbook-files.ts';
import { type ReadResult, readPlaybookFiles } from '#repository/read-playbook.ts';
import { rememberedEntries } from '#repository/remembered-entries.ts';
import { type Review, reviewChange } from '#review/review-change.ts';
import { validPlaybook } from './playbook.ts';

/** The files of a playbook: path to text. */
export type Files = ReadonlyMap<string, string>;

/** The text files under content/ of a folder. */
export const filesIn = (root: string): Files =>
  new Map(
    readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' })
      .map((path) => `content/${path.replaceAll('\\', '/')}`)
      .filter((path) => statSync(join(root, path)).isFile())
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );

/** The small valid playbook, with somebody who may approve precedents and is not the only one. */
export const smallFiles: Files = withEdits(filesIn(validPlaybook), {
  'content/organisation.yaml': (text) =>
    text.replace(
      /^people:\n[\s\S]*?^roles:/m,
      `people:
  policy-lead:
    name: Policy lead
    team: policy
    roles: [senior]
    gitNames: [Robin Example]
    mayApprove: [macros, precedents]
  appeals-lead:
    name: Appeals lead
    team: appeals
    roles: [senior]
    gitNames: [Ada Lovelace]
    mayApprove: [precedents]
  macro-editor:
    name: Macro editor
    team: appeals
    roles: [frontline]
roles:`,
    ),
});

/** Files with some of them written anew: a text, a function of the text that stood there, or undefined to remove one. */
export function withEdits(
  files: Files,
  edits: Readonly<Record<string, string | undefined | ((text: string) => string)>>,
): Files {
  const edited = new Map(files);
  for (const [path, edit] of Object.entries(edits)) {
    const old = files.get(path) ?? '';
    const text = typeof edit === 'function' ? edit(old) : edit;
    if (text === undefined) edited.delete(path);
    else if (text === old) throw new Error(`${path} is as it was`);
    else edited.set(path, text);
  }
  return edited;
}

/** What a review is asked about, besides the two sides. */
export interface Range {
  /** Messages of the commits, newest first. */
  messages?: readonly string[];
  author?: string;
  /** New path to old. */
  renames?: Readonly<Record<string, string>>;
  today?: string;
}

/** Reviews a change of files, with all checks but those for prose. What several reviews share is read once. */
export function reviewer(): (before: Files, after: Files, range?: Range) => Promise<Review> {
  const remembered = rememberedEntries();
  const readings = new Map<Files, Promise<ReadResult>>();
  const readOnce = (files: Files): Promise<ReadResult> => {
    const known = readings.get(files) ?? readPlaybookFiles(inMemory(files), remembered);
    if (files.size > 0) readings.set(files, known);
    return known;
  };
  return async (
    before,
    after,
    { messages = ['Change it'], author = 'Kim Author', renames = {}, today = '2026-11-22' } = {},
  ) => {
    const [old, fresh] = [await readOnce(before), await readPlaybookFiles(inMemory(after), remembered)];
    const renamed = new Map(Object.entries(renames));
    const commits = messages.map((message, index): LoggedCommit => {
      return { id: String(index + 1).repeat(40), author, message };
    });
    return reviewChange({
      range: { base: '0'.repeat(40), head: '1'.repeat(40), commits, working: undefined, renames: renamed },
      worktree: false,
      before: { playbook: old.playbook, issues: checkPlaybook(old, today) },
      after: { playbook: fresh.playbook, issues: checkPlaybook(fresh, today) },
      files: await changedFiles(inMemory(before), inMemory(after), renamed),
      today,
    });
  };
}

function inMemory(files: Files): PlaybookFiles {
  const folders = new Set([...files.keys()].map((path) => path.split('/').slice(0, 2).join('/')));
  const bytes = new Map([...files].map(([path, text]) => [path, Buffer.from(text)]));
  const found = [
    ...[...folders]
      .filter((path) => !bytes.has(path))
      .map((path) => ({ path, kind: 'directory' as const, size: 0 })),
    ...[...bytes].map(([path, { length }]) => ({ path, kind: 'file' as const, size: length })),
  ];
  return {
    list: async () => found.sort((a, b) => (a.path < b.path ? -1 : 1)),
    read: async (path) => bytes.get(path) ?? Buffer.alloc(0),
  };
}
