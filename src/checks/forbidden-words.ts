import type { Nodes } from 'mdast';
import { type Component, componentOf } from '#macros/component.ts';
import { messageKinds } from '#macros/message-kinds.ts';
import { indexOfPhrase, inForce, leadsTo } from '#macros/phrases.ts';
import type { AnyEntry, Entry, FieldPath } from '#playbook/entry.ts';
import type { Issue, Position } from '#playbook/issue.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { Forbidden } from '#schemas/requirements.ts';
import { atField, atPosition, type Finding } from './at.ts';
import type { Check, CheckContext } from './check.ts';

/** No entry offers a redress route that is dead, and no message speaks in the words of another law. */
export const forbiddenWords: Check = {
  rules: [
    {
      name: 'dead-redress-route',
      explains: 'A redress route that has closed is offered nowhere, by name or by address.',
      bad: 'You can use the ODR platform of the EU.',
      good: 'You can turn to a certified out-of-court dispute settlement body.',
    },
    {
      name: 'macro-vocabulary',
      explains: 'Text that only people of one region read does not speak in the words of the law of another.',
      bad: '<When region="UK">This is a statement of reasons.</When>',
      good: '<When region="UK">These are our reasons.</When>',
    },
  ],
  run({ playbook, today }: CheckContext) {
    const rules = Object.entries(playbook.requirements.forbidden).filter(([, rule]) => inForce(rule, today));
    return playbook.entries.flatMap((entry) => {
      const words = wordsOf(playbook, entry);
      return rules.flatMap(([id, rule]) =>
        isConcerned(playbook, entry, rule)
          ? [...bodyIssues(playbook, words, id, rule), ...fieldIssues(words, id, rule)]
          : [],
      );
    });
  },
};

/** A dead route concerns every entry, a word macros and passages, but for the kinds of message that may say it. */
function isConcerned({ organisation }: Playbook, entry: AnyEntry, { kind, exceptKinds }: Forbidden): boolean {
  if (kind === 'dead-route' || entry.type === 'passages') return true;
  return (
    entry.type === 'macros' &&
    !messageKinds(organisation, entry.data).some((one) => exceptKinds.includes(one))
  );
}

/** A stretch of a body with one text, and who may read it. */
interface Stretch extends Position {
  text: string;
  regions: readonly string[];
}

/** What an entry says, where, and to whom. */
interface Words {
  entry: AnyEntry;
  readers: readonly string[];
  stretches: readonly Stretch[];
  links: readonly (Position & { url: string })[];
  fields: readonly { path: FieldPath; text: string }[];
}

function wordsOf(playbook: Playbook, entry: AnyEntry): Words {
  const readers = readersOf(playbook, entry);
  return {
    entry,
    readers,
    stretches: stretchesOf(entry.tree.children, readers),
    links: linksIn(entry.tree.children),
    fields: textsIn(entry.data, []),
  };
}

function bodyIssues(playbook: Playbook, words: Words, id: string, rule: Forbidden): Issue[] {
  const { entry, stretches, links } = words;
  const included = entry.type === 'macros' ? includedStretches(playbook, entry, rule) : [];
  const named = [...stretches, ...included].flatMap((stretch) => {
    const phrase = onlyThere(stretch.regions, rule) && foundIn(stretch.text, rule);
    return phrase ? [atPosition(entry.file, stretch, wording(id, rule, phrase))] : [];
  });
  const addresses = links.flatMap(({ url, line, column }) =>
    rule.hosts.some((host) => leadsTo(url, host))
      ? [atPosition(entry.file, { line, column }, wording(id, rule, url))]
      : [],
  );
  return [...named, ...addresses];
}

/** The first forbidden phrase or address that a text holds. */
const foundIn = (text: string, { phrases, hosts }: Forbidden): string | undefined =>
  phrases.find((phrase) => indexOfPhrase(text, phrase) >= 0) ??
  hosts.find((host) => text.toLowerCase().includes(host.toLowerCase()));

/** A rule with regions forbids what only people there read; text that others read too may need the word for them. */
const onlyThere = (readers: readonly string[], { regions }: Forbidden): boolean =>
  !regions || (readers.length > 0 && readers.every((region) => regions.includes(region)));

const readersOf = ({ organisation }: Playbook, entry: AnyEntry): readonly string[] =>
  (entry.type === 'macros' || entry.type === 'passages') && entry.data.region
    ? [entry.data.region]
    : Object.keys(organisation.regions);

/** Texts of passages that are fine by themselves but not for the readers of this macro; they stand where they are included. */
function includedStretches(playbook: Playbook, macro: Entry<'macros'>, rule: Forbidden): Stretch[] {
  return passagesIn(macro.tree.children, readersOf(playbook, macro)).flatMap(
    ({ id, line, column, regions }) => {
      const passage = playbook.find('passages', id);
      if (!passage || !rule.regions) return [];
      const whole = readersOf(playbook, passage);
      return stretchesOf(passage.tree.children, whole)
        .filter((stretch) => !onlyThere(stretch.regions, rule))
        .map(({ text, regions: readers }) => ({
          text,
          line,
          column,
          regions: readers.filter((one) => regions.includes(one)),
        }));
    },
  );
}

/** Blocks of text of a body, cut where a condition changes the readers. */
function stretchesOf(nodes: readonly Nodes[], regions: readonly string[]): Stretch[] {
  return nodes.flatMap((node): Stretch[] => {
    if (!('children' in node))
      return 'value' in node && node.type === 'code' ? [{ ...startOf(node), text: node.value, regions }] : [];
    const readers = narrowed(regions, componentOf(node));
    const children = node.children as Nodes[];
    const text = children.map(inlineText).join('').replace(/\s+/g, ' ');
    const own = text.trim() ? [{ ...startOf(node), text, regions: readers }] : [];
    const inner = children.filter((child) => 'children' in child && !isPlainInline(child));
    return [...own, ...stretchesOf(inner, readers)];
  });
}

const plainInlines: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete', 'link']);
const isPlainInline = (node: Nodes): boolean => plainInlines.has(node.type);

/** The text of what stands within a line; a component begins a stretch of its own and parts the words around it. */
const inlineText = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (isPlainInline(node) && 'children' in node) return (node.children as Nodes[]).map(inlineText).join('');
  return '\u0000';
};

const narrowed = (regions: readonly string[], component: Component | undefined): readonly string[] =>
  component?.type === 'when' && component.on.region
    ? regions.filter((region) => component.on.region?.includes(region))
    : regions;

function passagesIn(
  nodes: readonly Nodes[],
  regions: readonly string[],
): (Position & { id: string; regions: readonly string[] })[] {
  return nodes.flatMap((node) => {
    const component = componentOf(node);
    if (component?.type === 'passage') return [{ ...startOf(node), id: component.id, regions }];
    return 'children' in node ? passagesIn(node.children as Nodes[], narrowed(regions, component)) : [];
  });
}

function linksIn(nodes: readonly Nodes[]): (Position & { url: string })[] {
  return nodes.flatMap((node) => {
    const own = 'url' in node && typeof node.url === 'string' ? [{ ...startOf(node), url: node.url }] : [];
    return 'children' in node ? [...own, ...linksIn(node.children as Nodes[])] : own;
  });
}

const startOf = ({ position }: Nodes): Position => ({
  line: position?.start.line ?? 0,
  column: position?.start.column ?? 0,
});

/** Texts in the fields; their words are read by everybody whom the entry is for. */
function fieldIssues({ entry, readers, fields }: Words, id: string, rule: Forbidden): Issue[] {
  if (!onlyThere(readers, rule)) return [];
  const sent: readonly string[] = ['subject', 'variables', 'request'];
  return fields.flatMap(({ path, text }) => {
    const phrase = (rule.kind === 'dead-route' || sent.includes(String(path[0]))) && foundIn(text, rule);
    return phrase ? [atField(entry, path, wording(id, rule, phrase))] : [];
  });
}

function textsIn(value: unknown, path: FieldPath): { path: FieldPath; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}

const wording = (
  id: string,
  { kind, level, why, instead, confidence }: Forbidden,
  found: string,
): Finding => ({
  severity: level,
  rule: kind === 'dead-route' ? 'dead-redress-route' : 'macro-vocabulary',
  message: `Unexpected \`${found}\`, expected ${kind === 'dead-route' ? 'a redress route that is open' : 'other words here'} (${id}): ${why}`,
  hint: confidence === 'field' ? `${instead} This was not read in a source: check with Legal.` : instead,
});
