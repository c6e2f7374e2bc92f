import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkProse } from '#checks/prose/check-prose.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { readEntry } from '#repository/read-entry.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { loadSpellingDictionary } from '#repository/spelling-dictionary.ts';
import type { ContentType } from '#schemas/index.ts';
import { validPlaybook } from './playbook.ts';

const { playbook } = await readPlaybook(validPlaybook);
if (!playbook) throw new Error('The playbook of the fixtures cannot be read.');
const { organisation } = playbook;
const dictionary = await loadSpellingDictionary();

/** An entry of the small playbook with another body, and lines added to or put in the place of its fields. */
export function entryWith(
  type: ContentType,
  body: string,
  fields: Readonly<Record<string, string>> = {},
): { entry: AnyEntry; source: string } {
  const [path] = globSync(`content/${type}/*.mdx`, { cwd: validPlaybook }).sort();
  if (!path) throw new Error(`The playbook of the fixtures has nothing in ${type}.`);
  const [, yaml = ''] = readFileSync(join(validPlaybook, path), 'utf8').split(/^---\n/m);
  const others = Object.keys(fields).reduce(
    (text, name) => text.replace(new RegExp(`^${name}:.*\\n(?:[ #-].*\\n)*`, 'm'), ''),
    yaml,
  );
  const source = `---\n${Object.values(fields)
    .map((lines) => `${lines}\n`)
    .join('')}${others}---\n\n${body}\n`;
  const { entry, issues } = readEntry(new TextEncoder().encode(source), path, organisation);
  if (!entry) throw new Error(`The example is refused: ${JSON.stringify(issues, null, 2)}`);
  return { entry, source };
}

/** What the rules for prose find in such an entry. */
export const proseIssues = (
  type: ContentType,
  body: string,
  fields?: Readonly<Record<string, string>>,
): Issue[] => checkProse([entryWith(type, body, fields)], { organisation, dictionary });

/** The same, one line each: position, rule and message. */
export const proseLines = (...given: Parameters<typeof proseIssues>): string[] =>
  proseIssues(...given).map(({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`);
