import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { checkPlaybook } from '#checks/check-playbook.ts';
import { parse } from '#macros/parse.ts';
import type { Block } from '#macros/text.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { bodyFeatures } from '#repository/gate/parse-body.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { playbookWith } from './playbook.ts';

/** The tree of a body, from the parser that the reader uses. */
export const treeOf = (mdx: string): Root => mdxToMdast(mdx, { features: bodyFeatures }) as Root;

/** A body as a message; throws where it holds what cannot be sent. */
export function messageFrom(mdx: string): Block[] {
  const { text, problems } = parse(treeOf(mdx));
  if (problems[0]) throw new Error(problems[0].message);
  return text;
}

/** Reads the small playbook with files put over it; throws where that is not sound by itself. */
export async function readWith(files: Record<string, string | undefined> = {}): Promise<Playbook> {
  const { playbook, issues } = await readPlaybook(playbookWith(files));
  if (!playbook || issues.length)
    throw new Error(issues.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return playbook;
}

/** Everything that is wrong with the small playbook with files put over it, on a fixed day. */
export const issuesWith = async (files: Record<string, string | undefined>): Promise<Issue[]> =>
  checkPlaybook(await readPlaybook(playbookWith(files)), '2026-11-22');

/** One macro of a playbook; throws where there is none. */
export function macroIn(playbook: Playbook, slug = 'counterfeit-overturned'): Entry<'macros'> {
  const macro = playbook.find('macros', slug);
  if (!macro) throw new Error(`no macro ${slug}`);
  return macro;
}

/** What the frontmatter of a macro file of the small playbook can say differently. */
interface MacroFields {
  outcome?: string;
  audience?: string;
  channel?: string;
  language?: string;
  region?: string;
  reflects?: string;
  subject?: string;
  title?: string;
  extra?: string;
}

/** The text of a macro file for the small playbook. */
export const macroFile = (body: string, fields: MacroFields = {}): string => `---
title: "${fields.title ?? 'Counterfeit: a macro'}"
summary: Tells a seller something.
owner: appeals
status: active
effective: 2026-01-15
reviewBy: 2027-01-15
policy: counterfeit
reflects: [${fields.reflects ?? 'CF-1'}]
outcome: ${fields.outcome ?? 'overturn'}
audience: ${fields.audience ?? 'seller'}
channel: ${fields.channel ?? 'email'}
language: ${fields.language ?? 'en'}
${fields.region ? `region: ${fields.region}\n` : ''}${fields.subject ? `subject: "${fields.subject}"\n` : ''}${fields.extra ?? ''}---

${body}
`;

/** The text of a passage file for the small playbook. */
export const passageFile = (body: string, fields: { language?: string; region?: string } = {}): string => `---
title: A passage
summary: Says something that several macros say.
owner: appeals
status: active
effective: 2026-01-15
reviewBy: 2027-01-15
language: ${fields.language ?? 'en'}
${fields.region ? `region: ${fields.region}\n` : ''}---

${body}
`;
