import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { didYouMean } from '#playbook/nearest.ts';
import { playbookRoot } from '#repository/playbook-root.ts';
import { type ReadTable, readDecisionTable } from '#repository/read-decision-table.ts';

/** A decision template as a command names it. */
export interface Template extends ReadTable {
  /** Its slug: the name of its file without ending. */
  slug: string;
  /** Path as it is printed: from the playbook root for a slug, as given for a path. */
  file: string;
}

const folder = 'content/decision-templates';

/** Reads the template of a slug, or the file of a path; a sentence that says what exists where there is neither. */
export async function readTemplate(given: string, rootFlag: string | undefined): Promise<Template | string> {
  const isPath = /[./\\]/.test(given.replace(/^decision-templates\//, ''));
  if (isPath) {
    if (!existsSync(given)) return `Unexpected path \`${given}\`, expected a file that exists`;
    const file = relative('.', given).startsWith('..') ? given : relative('.', given);
    return {
      slug: basename(given).replace(/\.[^.]*$/, ''),
      file,
      ...readDecisionTable(await readFile(given), file),
    };
  }
  const root = playbookRoot(rootFlag);
  const slug = given.replace(/^decision-templates\//, '');
  const file = `${folder}/${slug}.mdx`;
  if (!existsSync(join(root, file))) {
    const slugs = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
    const known = slugs.map((name) => name.replace(/\.mdx$/, ''));
    return `Unexpected template \`${given}\`, expected a slug or the path of a file. ${didYouMean(slug, known)}`;
  }
  return { slug, file, ...readDecisionTable(await readFile(join(root, file)), file) };
}
