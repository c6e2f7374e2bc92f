import { type MacroState, refusalOf } from '#macros/state.ts';
import { textDigest } from '#macros/text-digest.ts';
import { unmetRequirements } from '#macros/unmet-requirements.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';

type Macro = Entry<'macros'>;

/** Why a macro is told. */
export interface MacroReason {
  kind:
    | 'state'
    | 'passage'
    | 'requirement'
    | 'requirement-met'
    | 'rule-lost'
    | 'rule-gained'
    | 'translation-behind'
    | 'unsound';
  /** One sentence. */
  text: string;
  /** Whether somebody has to do something about it. */
  bad: boolean;
}

/** A reason from its parts. */
export const reason = (kind: MacroReason['kind'], text: string, bad: boolean): MacroReason => ({
  kind,
  text,
  bad,
});

/** Why it may be sent now, or no longer. */
export function stateReasons(before: MacroState | undefined, now: MacroState): MacroReason[] {
  const why = refusalOf(now)?.reason;
  if (before?.state === now.state && refusalOf(before)?.reason === why) return [];
  if (now.state === 'approved')
    return [reason('state', `${now.by} approved it on ${now.on}, as the file claims.`, false)];
  return [reason('state', why ?? '', now.state !== 'draft' || before?.state === 'approved')];
}

/** A macro in both playbooks. */
export interface MacroSides {
  old: Playbook | undefined;
  now: Playbook;
  former: Macro | undefined;
  macro: Macro;
}

/** Requirements that the message met and no longer meets, or the other way round; a retired macro is not sent. */
export function requirementReasons({ old, now, former, macro }: MacroSides, today: string): MacroReason[] {
  if (macro.data.status === 'retired') return [];
  const then = old && former ? unmetRequirements(old, former, today) : [];
  const lacking = unmetRequirements(now, macro, today);
  const where = (regions: readonly string[]) =>
    regions.length ? ` for readers in ${regions.join(', ')}` : '';
  return [
    ...lacking.flatMap(({ id, requirement, regions }) => {
      const known = then.find((unmet) => unmet.id === id);
      const news = regions.filter((region) => !known?.regions.includes(region));
      if (known && (known.regions.length === 0 || news.length === 0)) return [];
      const asked = former && old && Object.hasOwn(old.requirements.requirements, id);
      const verb = asked ? 'no longer meets' : 'does not meet';
      const { article, instrument } = requirement;
      return [reason('requirement', `It ${verb} ${id} (${article} of ${instrument})${where(news)}.`, true)];
    }),
    ...then
      .filter(({ id }) => !lacking.some((unmet) => unmet.id === id))
      .map(({ id }) => reason('requirement-met', `It now meets ${id}.`, false)),
  ];
}

/** A translation whose source moved on without it; one that is approved is stale, which its state says. */
export function translationReasons({ old, now, former, macro }: MacroSides): MacroReason[] {
  const isBehind = (playbook: Playbook, { data }: Macro): boolean => {
    const source = data.translates && playbook.find('macros', data.translates.source);
    return source !== undefined && textDigest(playbook, source) !== data.translates?.text;
  };
  if (macro.data.status === 'retired' || !isBehind(now, macro) || (old && former && isBehind(old, former)))
    return [];
  const text = `It translates macros/${macro.data.translates?.source}, whose text is another now.`;
  return [reason('translation-behind', text, true)];
}

/** The rules that led to it and those that do. */
export function ruleReasons(
  before: readonly string[],
  now: readonly string[],
  { data }: Macro,
): MacroReason[] {
  if (data.status === 'retired' || data.translates) return [];
  if (before.length > 0 && now.length === 0)
    return [reason('rule-lost', `No rule leads to it any more; ${listed(before)} did.`, true)];
  if (before.length === 0 && now.length > 0)
    return [reason('rule-gained', `Led to by ${listed(now)} from now on.`, false)];
  return [];
}

/** "a, b and c". */
export const listed = (items: readonly string[]): string => new Intl.ListFormat('en-GB').format(items);
