import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#repository/playbook-root.ts';
import { run } from '#test/helpers/cli.ts';

const pages = globSync('.github/{*,contributing/*}.md', { cwd: projectRoot }).sort();
const texts = pages.map((path) => [path, readFileSync(join(projectRoot, path), 'utf8')] as const);
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));

/** `npm run x -- a b` as [x, flags]; what stands in angle brackets is the reader's. */
const commandsIn = (text: string) =>
  [...text.matchAll(/npm (?:run )?(?!run)([\w:-]+)((?: [^`\n]*)?)`/g)].map(([, name = '', rest = '']) => ({
    name,
    flags: rest.match(/--[a-z][\w-]*/g) ?? [],
  }));

const helps = new Map<string, string>();

/** What a command says of itself. */
function helpOf(name: string): string {
  const help = helps.get(name) ?? run(name, ['--help']).out;
  helps.set(name, help);
  return help;
}

/** Paths of the repository, with a file that a placeholder in angle brackets could be. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:content|schemas|src|test|\.github)\/[^`\s]*)`/g)].map(([, path = '']) => path);

test('there is a page for every task', () => {
  expect(pages).toEqual([
    '.github/CONTRIBUTING.md',
    '.github/contributing/add-a-content-type.md',
    '.github/contributing/add-a-decision-rule.md',
    '.github/contributing/add-a-macro.md',
    '.github/contributing/change-a-policy.md',
    '.github/contributing/overturn-a-precedent.md',
    '.github/contributing/retire-an-entry.md',
    '.github/pull_request_template.md',
  ]);
});

test('the pages are read for what they name', () => {
  const all = texts.map(([, text]) => text).join('\n');
  expect(commandsIn(all).length).toBeGreaterThan(20);
  expect(pathsIn(all).length).toBeGreaterThan(12);
});

describe.each(texts)('%s', (path, text) => {
  test('names commands and flags that there are', () => {
    for (const { name, flags } of commandsIn(text)) {
      if (name === 'test') continue;
      expect(Object.keys(scripts)).toContain(name);
      const help = flags.length > 0 ? helpOf(name) : '';
      for (const flag of flags) expect(help, `${name} ${flag}`).toContain(flag);
    }
  });

  test('names files and folders that there are', () => {
    for (const found of pathsIn(text)) {
      const pattern = found
        .replace(/<types?>/g, 'glossary*')
        .replace(/<[^>]*>/g, '*')
        .replace(/\[id\]/, '[[]id]');
      expect(globSync(pattern.replace(/\/$/, ''), { cwd: projectRoot }).length, found).toBeGreaterThan(0);
    }
  });

  test('links to pages that there are', () => {
    for (const [, target = ''] of text.matchAll(/\]\((?!https:)([^)#]+)(?:#[^)]*)?\)/g))
      expect(existsSync(join(projectRoot, dirname(path), target)), target).toBe(true);
  });

  test('is short', () => {
    expect(text.split(/\s+/).length).toBeLessThan(320);
  });
});
