import { describe, expect, test } from 'vitest';
import type { Issue } from '#playbook/issue.ts';
import { checkBytes } from '#repository/gate/bytes.ts';
import { components } from '#repository/gate/components.ts';
import { checkFileNames, type FoundFile } from '#repository/gate/file-names.ts';
import { checkAmbiguous, readFrontmatter, readYaml } from '#repository/gate/frontmatter.ts';
import { checkImages } from '#repository/gate/images.ts';
import { checkLinks, readLinks } from '#repository/gate/links.ts';
import { parseBody } from '#repository/gate/parse-body.ts';
import type { ExampleKind } from '#repository/gate/rule.ts';
import { gateRules } from '#repository/gate/rules.ts';
import { checkBody } from '#repository/gate/safe-subset.ts';
import { decisionTable } from '#schemas/decision-template.ts';

/** The pictures that the examples show. */
const pictures: Readonly<Record<string, Uint8Array>> = {
  './hologram.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
  './script-named.png': new TextEncoder().encode('<script>pay()</script>'),
};

/** `content/a.mdx -> target` is a link, `content/a.mdx (300 KiB)` has that size. */
const foundFiles = (example: string): FoundFile[] =>
  example.split(/ (?=content\/)/).map((text) => {
    const [, path = '', link, size] = /^(\S+)( -> .*)?(?: \((\d+) KiB\))?$/.exec(text) ?? [];
    return { path, kind: link ? 'symlink' : 'file', size: Number(size ?? 1) * 1024 };
  });

async function bodyIssues(source: string, variables?: ReadonlySet<string>): Promise<Issue[]> {
  const { tree, issues } = parseBody(source, 1, 'file');
  if (!tree) return issues;
  const type = variables ? 'macros' : 'policies';
  const context = { file: 'file', type, components, source, variables } as const;
  const images = await checkImages(tree, 'file', async (name) => pictures[name]);
  return [...issues, ...checkBody(tree, context), ...checkLinks(readLinks(tree), 'file'), ...images];
}

const run: Record<ExampleKind, (example: string) => Issue[] | Promise<Issue[]>> = {
  path: (example) => checkFileNames(foundFiles(example)),
  bytes: (example) => checkBytes(bytesOf(example), 'file').issues,
  yaml: (example) => readYaml(example, 'file').issues,
  frontmatter: (example) => {
    const { issues, ambiguous } = readFrontmatter(example, 'file');
    return [...issues, ...checkAmbiguous(ambiguous, decisionTable, 'file')];
  },
  body: (example) => bodyIssues(example),
  macro: (example) => bodyIssues(example, new Set(['first_name'])),
};

/** Writes out `«x × 3»` and `\u{202E}`. */
const written = (example: string): string =>
  example
    .replace(/«(.*?) × (\d+)»/gs, (_, unit: string, count: string) => unit.repeat(Number(count)))
    .replace(/\\u\{([0-9A-F]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

const bytesOf = (example: string): Uint8Array =>
  Uint8Array.from(
    example
      .split(/(\\x[0-9A-F]{2})/)
      .flatMap((part) =>
        /^\\x/.test(part) ? [Number.parseInt(part.slice(2), 16)] : [...new TextEncoder().encode(part)],
      ),
  );

describe.each(Object.entries(gateRules))('%s', (name, { explains, example, bad, good }) => {
  test('refuses its bad example', async () => {
    const issues = await run[example](written(bad));
    expect(issues.map(({ rule }) => rule)).toContain(name);
  });

  test('accepts its good example', async () => {
    expect(await run[example](written(good))).toEqual([]);
  });

  test('explains itself in one sentence', () => {
    expect(explains).toMatch(/^[A-Z`].*[^.]\.$/);
  });
});

test('the kebab-case names begin with the family', () => {
  expect(
    Object.keys(gateRules).filter(
      (name) => !/^(?:file|bytes|yaml|mdx|link|image)(?:-[a-z0-9]+)+$/.test(name),
    ),
  ).toEqual([]);
});
