import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixIssues, isFixable } from '#checks/fix/fix-issues.ts';
import type { Issue } from '#playbook/issue.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { replaceFile } from '#repository/replace-file.ts';
import { issuesOf } from './find-issues.ts';

/** One mend can make the next one possible: text that can be decoded, then fields, then links. */
const mostRounds = 5;

/** Mends what is certain in the files that are wanted, until nothing is left to mend; counts mends and files. */
export async function fixFiles(
  root: string,
  day: string,
  isWanted: (issue: Issue) => boolean,
): Promise<{ mends: number; files: number }> {
  const files = new Set<string>();
  let mends = 0;
  for (let round = 0; round < mostRounds; round++) {
    const read = await readPlaybook(root);
    const issues = (await issuesOf(read, day)).filter((issue) => isFixable(issue) && isWanted(issue));
    const before = mends;
    for (const [file, inFile] of Map.groupBy(issues, ({ file }) => file)) {
      const source = await readFile(join(root, file), 'utf8');
      const { text, made } = fixIssues(file, source, inFile, read.playbook);
      if (made === 0) continue;
      await replaceFile(join(root, file), text);
      files.add(file);
      mends += made;
    }
    if (mends === before) break;
  }
  return { mends, files: files.size };
}
