import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { approvalOf } from '#macros/approval.ts';
import { textDigest } from '#macros/text-digest.ts';
import { writeApproval } from '#macros/write-approval.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { referencesOf } from '#playbook/references.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';

/** Entries that every copy shares: their codes are too few for one each. */
const shared = 'evidence-standards';

/**
 * Writes a valid playbook of so many entries or a few more into an empty folder, and says how many: the shipped one and
 * copies of it with slugs, codes, links and approvals of their own, each as long and as tangled as the original.
 */
export async function writeLargePlaybook(root: string, atLeast: number): Promise<number> {
  const shipped = await soundPlaybook(projectRoot);
  cpSync(join(projectRoot, 'content'), join(root, 'content'), { recursive: true });
  const copied = shipped.entries.filter(({ type }) => type !== shared);
  const codes = shipped.ofType('policies').map(({ data }) => data.code);
  let count = shipped.entries.length;
  for (let copy = 1; count < atLeast; copy++) {
    const rename = renamer(copied, codes, copy);
    for (const entry of copied) writeFileSync(join(root, rename.path(entry)), rename.text(entry));
    count += copied.length;
  }
  await approveAll(root);
  return count;
}

async function soundPlaybook(root: string): Promise<Playbook> {
  const { playbook, issues } = await readPlaybook(root);
  if (!playbook || issues.length > 0)
    throw new Error(`The playbook is not sound: ${JSON.stringify(issues[0])}`);
  return playbook;
}

/** What the entries of one copy are called, and what they say with these names. */
function renamer(entries: readonly AnyEntry[], codes: readonly string[], copy: number) {
  const own = new Set(entries.map(({ id }) => id));
  const newSlug = (slug: string) => slug.replace(/(?=\.[a-z]{2}$)|$(?<!\.[a-z]{2})/, `-copy-${copy}`);
  const newCode = new Map(codes.map((code, index) => [code, letters(copy * codes.length + index)]));
  const newClause = (clause: string) =>
    clause.replace(/^[a-z]+/i, (code) => {
      const other = newCode.get(code.toUpperCase()) ?? code;
      return code === code.toUpperCase() ? other : other.toLowerCase();
    });
  const clauseCode = new RegExp(`\\b(?:${codes.join('|')})-\\d+\\b`, 'g');
  return {
    path: ({ type, slug }: AnyEntry) => `content/${type}/${newSlug(slug)}.mdx`,
    text(entry: AnyEntry): string {
      const lines = readFileSync(join(projectRoot, entry.file), 'utf8').split('\n');
      // From the end, so that the places before stay what they are.
      for (const { path, target, value } of referencesOf(entry).reverse()) {
        const id = target === 'entry' ? value : `${target}/${value}`;
        if (!own.has(id)) continue;
        const { line, column } = entry.positionOf(path);
        const text = lines[line - 1] ?? '';
        const after = text.slice(column - 1).replace(value, newSlug(value));
        lines[line - 1] = text.slice(0, column - 1) + after;
      }
      return lines
        .join('\n')
        .replace(clauseCode, newClause)
        .replace(/^code: ([A-Z]+)$/m, (line, code) => line.replace(code, newCode.get(code) ?? code))
        .replace(/\]\(\/([a-z-]+\/[a-z0-9.-]+)\/(?:#([a-z]+-\d+))?/g, (link, id, clause) => {
          if (!own.has(id)) return link;
          return `](/${newSlug(id)}/${clause ? `#${newClause(clause)}` : ''}`;
        })
        .replace(/(<Passage id=")([^"]+)/g, (_, before, slug) => before + newSlug(slug));
    },
  };
}

/** A code of four letters, another for each number. */
const letters = (number: number): string =>
  `Z${[676, 26, 1].map((unit) => String.fromCharCode(65 + (Math.floor(number / unit) % 26))).join('')}`;

/** Approves every macro as it stands, and brings every translation up to date. */
async function approveAll(root: string): Promise<void> {
  const playbook = await soundPlaybook(root);
  for (const macro of playbook.ofType('macros')) {
    const { approval, translates } = macro.data;
    if (!approval) continue;
    const file = join(root, macro.file);
    const source = translates && playbook.find('macros', translates.source);
    const text = readFileSync(file, 'utf8').replace(/^( {2}text: )sha256:\w+/m, (line, before) =>
      source ? before + textDigest(playbook, source) : line,
    );
    writeFileSync(file, writeApproval(text, approvalOf(playbook, macro, approval.by, approval.on)));
  }
}
