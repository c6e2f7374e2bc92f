import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { AnyEntry, FieldPath } from '#playbook/entry.ts';
import { byPosition, type Issue, type Position } from '#playbook/issue.ts';
import { createPlaybook, type Playbook } from '#playbook/playbook.ts';
import { organisation as organisationSchema } from '#schemas/organisation.ts';
import { requirements as requirementsSchema } from '#schemas/requirements.ts';
import { checkBytes } from './gate/bytes.ts';
import { checkFileNames, isEntryFile, organisationFile, requirementsFile } from './gate/file-names.ts';
import { readYaml } from './gate/frontmatter.ts';
import { checkImages } from './gate/images.ts';
import { type PlaybookFiles, workTree } from './playbook-files.ts';
import { readDocument } from './read-document.ts';
import { readEntry } from './read-entry.ts';

/** The one reading of a playbook that commands and site share. */
export interface ReadResult {
  /** Every entry that is sound by itself; undefined where organisation.yaml is not. */
  playbook: Playbook | undefined;
  /** Position of a value in organisation.yaml. */
  organisationPosition: (path: FieldPath) => Position;
  /** Position of a value in requirements.yaml. */
  requirementsPosition: (path: FieldPath) => Position;
  /** What the gate and the schemas found, in order of position. */
  issues: Issue[];
  /** What exists but could not be read, so that references to it are not reported as dangling. */
  unread: { ids: ReadonlySet<string>; clauses: ReadonlySet<string> };
  /** Paths of the entry files from the root, whether sound or not. */
  files: readonly string[];
  /** The text of an entry file. */
  textOf: (file: string) => Promise<string>;
}

/** Reads, gates and parses everything under content/; throws only where the disk refuses. */
export const readPlaybook = (root: string): Promise<ReadResult> => readPlaybookFiles(workTree(root));

/** The same from any place where the files of a playbook are kept; `read` may remember entries that it has read. */
export async function readPlaybookFiles(source: PlaybookFiles, read = readEntry): Promise<ReadResult> {
  const found = await source.list();
  const issues = checkFileNames(found);
  const refused = new Set(issues.map(({ file }) => file));
  // Nothing that was refused by its name or kind is opened: a link could lead anywhere.
  const opened = new Set(
    found.filter(({ path, kind }) => kind === 'file' && !refused.has(path)).map(({ path }) => path),
  );
  const yamlFile = async <S extends z.ZodType>(file: string, schema: S) =>
    readYamlFile(opened.has(file) ? await source.read(file) : undefined, file, schema, issues);
  const organisation = await yamlFile(organisationFile, organisationSchema);
  if (!found.some(({ path }) => path === organisationFile)) issues.push(missingOrganisation);
  const requirements = await yamlFile(requirementsFile, requirementsSchema);
  const files = found.map(({ path }) => path).filter(isEntryFile);

  const entries: AnyEntry[] = [];
  const ids = new Set<string>();
  const clauses = new Set<string>();
  for (const file of files) {
    if (!opened.has(file)) {
      ids.add(idOf(file));
      continue;
    }
    const { entry, tree, ...rest } = read(await source.read(file), file, organisation.data);
    const imageIssues = tree
      ? await checkImages(tree, file, async (name) => {
          const path = join(dirname(file), name);
          return opened.has(path) ? await source.read(path) : undefined;
        })
      : [];
    issues.push(...rest.issues, ...imageIssues);
    if (entry && imageIssues.length === 0) entries.push(entry);
    else {
      ids.add(idOf(file));
      for (const code of rest.clauses) clauses.add(code);
    }
  }
  return {
    playbook: organisation.data && createPlaybook(organisation.data, entries, requirements.data),
    organisationPosition: organisation.positionOf,
    requirementsPosition: requirements.positionOf,
    issues: issues.sort(byPosition),
    unread: { ids, clauses },
    files,
    textOf: async (file) => (await source.read(file)).toString(),
  };
}

const idOf = (file: string): string => file.replace(/^content\//, '').replace(/\.mdx$/, '');

interface ReadYaml<S extends z.ZodType> {
  data: z.infer<S> | undefined;
  positionOf: (path: FieldPath) => Position;
}

/** Reads one of the named YAML files; without bytes there is nothing to read, which is no issue here. */
function readYamlFile<S extends z.ZodType>(
  bytes: Uint8Array | undefined,
  file: string,
  schema: S,
  issues: Issue[],
): ReadYaml<S> {
  const unread = { data: undefined, positionOf: () => ({ line: 0, column: 0 }) };
  if (!bytes) return unread;
  const { text, issues: byteIssues } = checkBytes(bytes, file);
  issues.push(...byteIssues);
  if (text === undefined) return unread;
  const yaml = readYaml(text, file);
  const read = readDocument(schema, yaml, file);
  issues.push(...read.issues);
  return { data: read.data, positionOf: yaml.positionOf };
}

const missingOrganisation: Issue = {
  file: organisationFile,
  line: 0,
  column: 0,
  severity: 'error',
  rule: 'file-missing',
  message: 'Unexpected absence, expected the file `content/organisation.yaml`',
  hint: 'It holds the facts of the team that entries point at: teams, roles, regions, outcomes.',
};
