import { type MacroState, stateOf } from '#macros/state.ts';
import { textDigest } from '#macros/text-digest.ts';
import type { Issue } from '#playbook/issue.ts';
import { passageUses } from '#playbook/passage-uses.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { EntryPair } from './entry-pairs.ts';
import {
  listed,
  type MacroReason,
  reason,
  requirementReasons,
  ruleReasons,
  stateReasons,
  translationReasons,
} from './macro-reasons.ts';
import type { ReviewInput } from './review-input.ts';

/** What a change does to one macro. */
export interface MacroReview {
  id: string;
  /** `removed` and `unread` (it cannot be read) beside what a macro can be; undefined before where it is new. */
  stateBefore: MacroState['state'] | 'unread' | undefined;
  state: MacroState['state'] | 'removed' | 'unread';
  reasons: readonly MacroReason[];
}

/** The macros that a change does something to, whether it touches their file or not; sorted by id. */
export function reviewMacros(
  { before, after, today }: ReviewInput,
  pairs: readonly EntryPair[],
  fresh: readonly Issue[],
): MacroReview[] {
  const [old, now] = [before.playbook, after.playbook];
  const touched = new Map(pairs.filter(({ kind }) => kind === 'macros').map((pair) => [pair.id, pair]));
  const renamed = new Map(pairs.map((pair) => [pair.after?.id, pair.before?.id]));
  const everywhere = pairs.some(({ kind }) => kind === 'organisation' || kind === 'requirements');
  const passages = new Set(
    pairs.flatMap(({ id, kind }) => (kind === 'passages' ? [id.replace(/^passages\//, '')] : [])),
  );
  const [rulesBefore, rulesNow] = [rulesByMacro(old), rulesByMacro(now)];

  const reviewed = (now?.ofType('macros') ?? []).flatMap((macro): MacroReview[] => {
    const formerly = touched.has(macro.id) ? renamed.get(macro.id) : macro.id;
    const past = formerly === undefined ? undefined : old?.get(formerly);
    const former = past?.type === 'macros' ? past : undefined;
    const state = now ? stateOf(now, macro) : { state: 'draft' as const };
    const stateBefore = former && old && stateOf(old, former);
    const included = passageUses(macro.tree).filter((slug) => passages.has(slug));
    const moved = Boolean(now && old && former && textDigest(now, macro) !== textDigest(old, former));
    const sides = now && { old, now, former, macro };
    const reasons = [
      ...stateReasons(stateBefore, state),
      ...included.map((slug) => reason('passage', `It includes passages/${slug}, which changed.`, moved)),
      ...(sides && (touched.has(macro.id) || moved || everywhere) ? requirementReasons(sides, today) : []),
      ...(sides ? translationReasons(sides) : []),
      ...ruleReasons(rulesBefore.get(former?.slug ?? '') ?? [], rulesNow.get(macro.slug) ?? [], macro),
      ...fresh
        .filter(({ file, rule }) => file === macro.file && rule.startsWith('macro-asserts'))
        .map(({ message }) => reason('unsound', `${message}.`, true)),
    ];
    const unread = formerly !== undefined && !former && touched.get(macro.id)?.before !== undefined;
    return reasons.length === 0
      ? []
      : [
          {
            id: macro.id,
            stateBefore: stateBefore?.state ?? (unread ? 'unread' : undefined),
            state: state.state,
            reasons,
          },
        ];
  });

  const lost = [...touched.values()].flatMap((pair): MacroReview[] => {
    if (pair.after?.entry || (now === undefined && pair.after)) return [];
    const former = pair.before?.entry;
    if (former?.type !== 'macros' || !old) return [];
    const rules = rulesBefore.get(former.slug) ?? [];
    const named = rules.length > 0 ? ` ${listed(rules)} led to it.` : '';
    const text = pair.after ? 'It cannot be read.' : `It is gone.${named}`;
    return [
      {
        id: pair.id,
        stateBefore: stateOf(old, former).state,
        state: pair.after ? 'unread' : 'removed',
        reasons: [reason('state', text, true)],
      },
    ];
  });
  return [...reviewed, ...lost].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Slug of a macro to the rules that name it, "R4 and R5 of counterfeit"; templates that are retired do not count. */
function rulesByMacro(playbook: Playbook | undefined): Map<string, string[]> {
  const rules = new Map<string, string[]>();
  for (const { slug, data } of playbook?.ofType('decision-templates') ?? []) {
    if (data.status === 'retired') continue;
    for (const [macro, group] of Map.groupBy(data.rules, (rule) => rule.macro)) {
      if (macro === undefined) continue;
      rules.set(macro, [...(rules.get(macro) ?? []), `${listed(group.map(({ id }) => id))} of ${slug}`]);
    }
  }
  return rules;
}
