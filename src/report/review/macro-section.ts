import type { Review } from '#review/review-change.ts';
import type { MacroReview } from '#review/review-macros.ts';
import type { Item, Section, Span } from './document.ts';
import { counted, listed } from './words.ts';

/** The macros that the change does something to, those that need somebody first; undefined where there are none. */
export function macroSection({ macros }: Review): Section | undefined {
  if (macros.length === 0) return undefined;
  const bad = macros.filter(({ reasons }) => reasons.some((reason) => reason.bad));
  const ordered = [...bad, ...macros.filter((macro) => !bad.includes(macro))];
  const states = Map.groupBy(
    bad.filter(({ state, stateBefore }) => state !== stateBefore),
    ({ state }) => state,
  );
  const kinds = (kind: string) =>
    bad.filter(({ reasons }) => reasons.some((reason) => reason.kind === kind && reason.bad)).length;
  const parts = [
    ...[...states].map(([state, some]) => `${some.length} ${state === 'draft' ? 'not approved' : state}`),
    ...(kinds('requirement') > 0 ? [`${kinds('requirement')} lack what the law asks for`] : []),
    ...(kinds('rule-lost') > 0 ? [`${kinds('rule-lost')} without a rule`] : []),
    ...(kinds('translation-behind') > 0
      ? [counted(kinds('translation-behind'), 'translation behind', 'translations behind')]
      : []),
    ...(kinds('unsound') > 0 ? [`${kinds('unsound')} unsound`] : []),
    ...(macros.length > bad.length ? [`${macros.length - bad.length} with nothing to do`] : []),
  ];
  return {
    title: 'Macros',
    summary: [listed(parts)],
    items: macroItems(ordered),
  };
}

/** Macros that the same happens to in one line; one clause that moves makes many stale. */
function macroItems(macros: readonly MacroReview[]): Item[] {
  const groups = Map.groupBy(macros, ({ state, stateBefore, reasons }) => {
    const moved =
      stateBefore === undefined
        ? `new, ${state}`
        : stateBefore === state
          ? state
          : `${stateBefore} → ${state}`;
    return `${moved}: ${reasons.map(({ text }) => text).join(' ')}`;
  });
  return [...groups].map(([said, group]) => {
    const ids = group.flatMap(({ id }, index): Span[] => [index === 0 ? ' ' : ', ', { code: id }]);
    return { line: [said, ...ids] };
  });
}
