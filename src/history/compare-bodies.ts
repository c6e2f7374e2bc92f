import type { Change, ChangePath, Weight } from './change.ts';
import { compareMembers } from './compare-members.ts';
import { displayLine } from './display-text.ts';
import { renamedSections } from './renamed-sections.ts';
import { sameProse } from './same-prose.ts';
import { isClause, preamble, type Section, splitBody } from './split-body.ts';
import { bodyIsNormative, type EntryKind } from './weights.ts';
import { diffWords } from './word-diff.ts';

/** The changes of a body, section by section; clauses are matched by their code, other sections by their heading. */
export function compareBodies(kind: EntryKind | undefined, before: string, after: string): Change[] {
  if (before === after) return [];
  const fresh = splitBody(after);
  const old = renamedSections(splitBody(before), fresh);
  const weight = kind !== undefined && bodyIsNormative(kind) ? 'requirement' : 'wording';
  const changes = compareMembers(old, fresh, {
    weight,
    path: ['body'],
    label: sectionLabel,
    ordered: true,
    compare: (key, one, other) => compareSections(kind, key, one, other),
  });
  const told = changes.map((change) =>
    change.what === 'added' || change.what === 'removed'
      ? { ...change, weight: proseWeight(kind, change.path, () => sectionText(change)) }
      : change,
  );
  if (told.length > 0) return told;
  return [{ weight: 'housekeeping', label: 'Formatting', path: ['body'], what: 'formatting' }];
}

function compareSections(
  kind: EntryKind | undefined,
  key: string,
  before: Section,
  after: Section,
): Change[] {
  const changes: Change[] = [];
  const path: ChangePath = ['body', key];
  const label = sectionLabel(key);
  if (before.title !== after.title) {
    const weight = proseWeight(kind, path, () => [before.title, after.title]);
    const titles = { before: before.title, after: after.title };
    changes.push({ weight, label: `${label}, title`, path: [...path, 'title'], what: 'value', ...titles });
  }
  if (before.text === after.text || sameProse(before.text, after.text)) return changes;
  const words = diffWords(before.text, after.text);
  const weight = proseWeight(kind, path, () => changedParagraphs(before.text, after.text));
  return [...changes, { weight, label, path: [...path, 'text'], what: 'words', words }];
}

/** Clauses and texts that are sent bind by themselves; any other prose where the changed paragraphs cite what binds. */
function proseWeight(
  kind: EntryKind | undefined,
  [, key]: ChangePath,
  changed: () => readonly string[],
): Weight {
  if (kind === undefined) return 'wording';
  const binds = kind === 'policies' ? key !== preamble : bodyIsNormative(kind);
  return binds || changed().some((text) => citesNorm.test(text)) ? 'requirement' : 'wording';
}

/** The code of a clause or an evidence standard, or a link to an entry that binds. */
const citesNorm =
  /\b[A-Z]{2,4}-[1-9]\d?\b|\bE\d{2}\b|\]\(\/(?:policies|evidence-standards|decision-templates|macros|escalation-paths)\//;

/** The paragraphs that only one of the texts has. */
function changedParagraphs(before: string, after: string): string[] {
  const [old, fresh] = [before.split(/\n{2,}/), after.split(/\n{2,}/)];
  const [kept, now] = [new Set(fresh), new Set(old)];
  return [...old.filter((text) => !kept.has(text)), ...fresh.filter((text) => !now.has(text))];
}

function sectionText(change: Change): string[] {
  const section =
    change.what === 'added' ? change.after : change.what === 'removed' ? change.before : undefined;
  const { title, text } = section as Section;
  return [title, text];
}

const sectionLabel = (key: string): string => {
  if (key === preamble) return 'Text';
  return isClause(key) ? `Clause ${key}` : `Section “${displayLine(key)}”`;
};
