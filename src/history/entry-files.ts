import { posix } from 'node:path';
import { contentTypes } from '#schemas/index.ts';
import { type EntryKind, isDocument } from './weights.ts';

/** The files of a repository whose history is told. */
export interface EntryFiles {
  /** The id under which the file at a path (from the top of the repository) is told; undefined where it is none of them. */
  idOf: (path: string) => string | undefined;
  /** What an entry is compared as: a content type or a named YAML file; undefined where it is told as text alone. */
  kindOf: (id: string) => EntryKind | undefined;
  /** A path of the repository as seen from the folder that was asked about; may begin with `../`. */
  shown: (path: string) => string;
}

/** The entries of a playbook that lies under a prefix (`''` or ending in a slash) of its repository. */
export const playbookFiles = (prefix: string): EntryFiles => ({
  ...textFiles(prefix, 'content'),
  idOf: (path) => {
    const file = path.startsWith(`${prefix}content/`) ? path.slice(prefix.length + 8) : '';
    const document = /^([^/]+)\.yaml$/.exec(file)?.[1];
    return isDocument(document) ? document : /^(.+)\.mdx$/.exec(file)?.[1];
  },
  kindOf: (id) => {
    const [folder = '', slug, ...deeper] = id.split('/');
    const typed = slug && deeper.length === 0 && Object.hasOwn(contentTypes, folder);
    return typed ? folder : isDocument(id) ? id : undefined;
  },
});

/** All `.md` and `.mdx` files in a folder of any repository; `dir` is told from the prefix, `.` is all of it, `..` what is above. */
export function textFiles(prefix: string, dir: string): EntryFiles {
  const joined = posix.join(prefix, dir || '.', '/');
  const folder = joined === './' ? '' : joined;
  return {
    idOf: (path) =>
      path.startsWith(folder) ? /^(.+)\.mdx?$/i.exec(path.slice(folder.length))?.[1] : undefined,
    kindOf: () => undefined,
    shown: (path) => relativeTo(prefix, path),
  };
}

function relativeTo(prefix: string, path: string): string {
  if (path.startsWith(prefix)) return path.slice(prefix.length);
  const here = prefix.split('/').slice(0, -1);
  const there = path.split('/');
  let common = 0;
  while (common < here.length && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}
