import type { Entry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { Requirement } from '#schemas/requirements.ts';
import { messageOf, textsByRegion } from './message.ts';
import { messageKinds } from './message-kinds.ts';
import { indexOfPhrase, inForce, namesOneOf } from './phrases.ts';
import { renderText } from './render-text.ts';
import { type Block, type TextNode, variablesIn, walk } from './text.ts';

/** A requirement that a macro's message should meet and does not. */
export interface Unmet {
  id: string;
  requirement: Requirement;
  /** Regions whose readers get a text that does not meet it; empty where regions do not matter. */
  regions: string[];
  /** What text that is marked as covering it lacks; empty where no text is marked. */
  lacks: string[];
}

/** Every requirement in force on a day that a macro must meet and does not, in the order of requirements.yaml. */
export function unmetRequirements(playbook: Playbook, macro: Entry<'macros'>, day: string): Unmet[] {
  const { organisation, requirements } = playbook;
  const kinds = messageKinds(organisation, macro.data);
  const message = messageOf(playbook, macro);
  const texts = textsByRegion(playbook, macro);
  return Object.entries(requirements.requirements).flatMap(([id, requirement]): Unmet[] => {
    if (!inForce(requirement, day) || !appliesTo(requirement, macro, kinds)) return [];
    const regions = message.regions.filter((region) => requirement.regions?.includes(region) ?? true);
    const failing = regions.map((region) => ({
      region,
      result: meets(id, requirement, macro, texts.get(region) ?? []),
    }));
    const unmet = failing.flatMap(({ region, result }) =>
      result.met ? [] : [{ region, lacks: result.lacks }],
    );
    if (unmet.length === 0) return [];
    const everywhere = unmet.length === message.regions.length && !requirement.regions;
    const lacks = [...new Set(unmet.flatMap((found) => found.lacks))];
    return [{ id, requirement, regions: everywhere ? [] : unmet.map(({ region }) => region), lacks }];
  });
}

function appliesTo({ appliesTo }: Requirement, macro: Entry<'macros'>, kinds: readonly string[]): boolean {
  const { outcome, audience, grounds } = macro.data;
  const among = (wanted: readonly string[] | undefined, found: readonly string[]) =>
    !wanted || found.some((one) => wanted.includes(one));
  return (
    among(appliesTo.kinds, kinds) &&
    among(appliesTo.outcomes, [outcome]) &&
    among(appliesTo.audiences, [audience]) &&
    among(appliesTo.grounds, grounds)
  );
}

/** Whether a text without open conditions meets a requirement: through what is marked, or by itself. */
function meets(
  id: string,
  { fulfilledBy, covered }: Requirement,
  macro: Entry<'macros'>,
  text: readonly Block[],
): { met: boolean; lacks: string[] } {
  const { reflects, channel, language, variables: own } = macro.data;
  if (fulfilledBy) {
    const names = variablesIn(text);
    const { variables, anyVariable, ownVariable, clause, channels } = fulfilledBy;
    const met =
      variables?.every((name) => names.includes(name)) ||
      anyVariable?.some((name) => names.includes(name)) ||
      (ownVariable && names.some((name) => Object.hasOwn(own, name))) ||
      channels?.includes(channel) ||
      (clause &&
        (names.includes('clause') || reflects.some((code) => indexOfPhrase(renderText(text), code) >= 0)));
    if (met) return { met: true, lacks: [] };
  }
  const stretches = stretchesOf(id, text);
  const words = stretches.map(wordsOf).join('\n');
  if (words.trim() === '') return { met: false, lacks: [] };
  const names = variablesIn(stretches.flat());
  const lacks = [
    ...(covered?.variables ?? []).filter((name) => !names.includes(name)).map((name) => `{${name}}`),
    ...(covered?.words?.[language] ?? []).filter((alternatives) => !namesOneOf(words, alternatives)),
  ];
  return { met: lacks.length === 0, lacks };
}

/** The content of each stretch that is marked as covering a requirement. */
function stretchesOf(id: string, text: readonly Block[]): (readonly TextNode[])[] {
  const found: (readonly TextNode[])[] = [];
  walk(text, (node) => {
    if (node.type === 'covers' && node.requirements.includes(id)) found.push(node.children);
  });
  return found;
}

function wordsOf(nodes: readonly TextNode[]): string {
  const parts: string[] = [];
  walk(nodes, (node) => {
    if (node.type === 'text') parts.push(node.value);
    else if (node.type === 'variable') parts.push(`{${node.name}}`);
    else if (node.type === 'paragraph' || node.type === 'break') parts.push('\n');
  });
  return parts.join('');
}
