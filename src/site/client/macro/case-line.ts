import type { MacroData } from '../../views/macro-data.ts';
import { countOf } from '../../words.ts';
import type { Handover } from '../decision/case-handover.ts';
import { canRestore, caseOf, type Kept } from './kept-values.ts';

/** The decided case that values came from, where it is of the macro's policy. */
export function caseFor(
  { templates }: Pick<MacroData, 'templates'>,
  { handover }: Kept,
): Handover | undefined {
  const decided = caseOf(handover);
  return decided && templates.includes(decided.template) ? decided : undefined;
}

/** Says where values came from, and offers to clear them or to bring the last ones back. */
export function showCase(desk: HTMLElement, data: MacroData, kept: Kept): void {
  const line = desk.querySelector<HTMLElement>('.carried');
  const row = desk.querySelector<HTMLElement>('.clear');
  if (!line || !row) return;
  const decided = caseFor(data, kept);
  const fits = decided?.outcome === data.outcome;
  line.hidden = kept.handover === '';
  line.classList.toggle('odd', !fits);
  line.textContent = fits
    ? `From the case decided in this tab, rule ${decided.rule}.`
    : 'The case decided in this tab leads to another macro: check the values, or clear them.';
  const count = Object.keys(kept.values).length;
  const anything = count > 0 || kept.region !== '' || kept.handover !== '';
  const [clear, restore] = row.querySelectorAll('button');
  row.hidden = !anything && !canRestore();
  if (clear) {
    clear.hidden = !anything;
    clear.firstChild?.replaceWith(`Clear ${count > 0 ? countOf(count, 'value') : 'the case'} `);
  }
  if (restore) restore.hidden = anything || !canRestore();
}
