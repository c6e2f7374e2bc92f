import type { Issue } from '#playbook/issue.ts';
import { nearest } from '#playbook/nearest.ts';
import { contentTypeNames } from '#schemas/index.ts';
import { problem, wholeFile } from './problem.ts';
import { quote, visible } from './quote.ts';

/** One thing found under content/. */
export interface FoundFile {
  /** From the playbook root with forward slashes, `content/policies/counterfeit.mdx`. */
  path: string;
  kind: 'file' | 'directory' | 'symlink' | 'submodule' | 'other';
  /** In bytes. */
  size: number;
}

/** The team's own facts. */
export const organisationFile = 'content/organisation.yaml';

/** What messages must and must not say. */
export const requirementsFile = 'content/requirements.yaml';

/** YAML files that may stand directly under content/. */
const namedFiles: readonly string[] = [organisationFile, requirementsFile];

/** The largest entry or YAML file, in bytes. */
export const maximumTextBytes = 256 * 1024;

/** The largest image, in bytes. */
export const maximumImageBytes = 1024 * 1024;

const folder = `content/(?:${contentTypeNames.join('|')})`;
const name = '[a-z0-9]+(?:-[a-z0-9]+)*';
/** A translation of a macro stands beside it: `counterfeit-upheld.de.mdx`. */
const entryFile = new RegExp(`^(?:${folder}/${name}|content/macros/${name}\\.[a-z]{2})\\.mdx$`);
const imageFile = new RegExp(`^${folder}/${name}\\.(?:png|jpg|webp|gif)$`);

/** Whether a path is that of an entry. */
export const isEntryFile = (path: string): boolean => entryFile.test(path);

/** Everything under content/ that is not an entry, an image beside one, or a named YAML file. */
export function checkFileNames(files: readonly FoundFile[]): Issue[] {
  const foreign = new Set<string>();
  const issues = files.flatMap((found) => {
    if (parents(found.path).some((parent) => foreign.has(parent))) return [];
    const issue = found.kind === 'directory' ? folderIssue(found.path) : fileIssue(found);
    if (issue && found.kind !== 'file') foreign.add(found.path);
    return issue ? [issue] : [];
  });
  return [...issues, ...collisions(files)];
}

function folderIssue(path: string): Issue | undefined {
  const [, type, ...deeper] = path.split('/');
  if (type === undefined || (contentTypeNames.some((known) => known === type) && deeper.length === 0))
    return undefined;
  if (deeper.length > 0) {
    return issueAt(
      path,
      'file-folder',
      `Unexpected folder ${quote(path)}, expected no folder inside a content type`,
      `Move its entries up into ${quote(`content/${type}/`)}.`,
    );
  }
  const near = nearest(type, contentTypeNames, 1)[0];
  return issueAt(
    path,
    'file-folder',
    `Unexpected folder ${quote(path)}, expected the folder of a content type`,
    near
      ? `Did you mean \`content/${near}\`?`
      : `The folders are ${contentTypeNames.map((known) => `\`${known}\``).join(', ')}.`,
  );
}

function fileIssue({ path, kind, size }: FoundFile): Issue | undefined {
  if (kind === 'symlink' || kind === 'submodule') {
    return issueAt(
      path,
      'file-link',
      `Unexpected ${kind === 'symlink' ? 'symbolic link' : 'submodule'} ${quote(path)}, expected a file of this repository`,
      'Put the file itself there.',
    );
  }
  if (kind === 'other') {
    return issueAt(
      path,
      'file-kind',
      `Unexpected device, pipe or socket ${quote(path)}, expected a file`,
      'Remove it.',
    );
  }
  const isText = namedFiles.includes(path) || entryFile.test(path);
  if (!isText && !imageFile.test(path)) return nameIssue(path);
  const limit = isText ? maximumTextBytes : maximumImageBytes;
  if (size <= limit) return undefined;
  const kib = (bytes: number) => `${Math.ceil(bytes / 1024).toLocaleString('en')} KiB`;
  return issueAt(
    path,
    'file-too-large',
    `Unexpected size of ${kib(size)}, expected at most ${kib(limit)}`,
    isText
      ? 'Split the entry into several and link them.'
      : 'Save the image smaller; 1,600 pixels across are enough.',
  );
}

function nameIssue(path: string): Issue {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  const parent = parts.slice(0, -1).join('/');
  const inFolder = parts.length > 2;
  const wrongFolder = inFolder ? folderIssue(parent) : undefined;
  if (wrongFolder) return { ...wrongFolder, file: visible(path) };
  const [, stem = file, ending = ''] = /^(.+?)(\.[^.]*)?$/.exec(file) ?? [];
  const allowed = inFolder ? ['.mdx', '.png', '.jpg', '.webp', '.gif'] : [];
  if (!allowed.includes(ending)) {
    const near = inFolder ? [] : nearest(path, namedFiles, 1);
    const instead =
      ending === '.jpeg'
        ? ` Did you mean ${quote(`${stem}.jpg`)}?`
        : ['.md', '.markdown', '.MDX', '.mdx'].includes(ending) && inFolder
          ? ` Did you mean ${quote(`${stem}.mdx`)}?`
          : near[0]
            ? ` Did you mean \`${near[0]}\`?`
            : ' Remove it, or keep it outside of content/.';
    return issueAt(
      path,
      'file-kind',
      `Unexpected file ${quote(path)}, expected ${inFolder ? 'an entry (.mdx) or an image (.png, .jpg, .webp, .gif)' : `one of ${namedFiles.map((known) => `\`${known}\``).join(', ')}`}`,
      instead.trim(),
    );
  }
  const better = slugOf(stem);
  return issueAt(
    path,
    'file-name',
    `Unexpected name ${quote(file)}, expected lower-case letters, digits and single hyphens`,
    better ? `Rename it to \`${better}${ending}\`.` : 'Choose a name such as `supplier-invoice.mdx`.',
  );
}

/** Names that a disk without capitals, or with another encoding of accents, takes for one; the odd one is reported. */
function collisions(files: readonly FoundFile[]): Issue[] {
  const first = new Map<string, string>();
  return files.flatMap(({ path }) => {
    const key = path.normalize('NFC').toLowerCase();
    const known = first.get(key);
    if (known === undefined || known === path) {
      first.set(key, path);
      return [];
    }
    const [odd, other] = isPlain(path) && !isPlain(known) ? [known, path] : [path, known];
    const message = `Unexpected name ${quote(odd)}, expected one that differs from ${quote(other)} in more than capitals or accents`;
    return [issueAt(odd, 'file-collision', message, 'Rename one of the two.')];
  });
}

const isPlain = (path: string): boolean => /^[a-z0-9/.-]*$/.test(path);

const issueAt = (
  path: string,
  rule: 'file-folder' | 'file-name' | 'file-kind' | 'file-link' | 'file-collision' | 'file-too-large',
  message: string,
  hint: string,
): Issue => problem(visible(path), wholeFile, rule, message, hint);

/** `a`, `a/b` for `a/b/c`. */
const parents = (path: string): string[] => {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
};

const slugOf = (text: string): string =>
  text
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
