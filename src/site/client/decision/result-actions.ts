import { href } from '../../href.ts';
import { copyText } from '../clipboard.ts';
import { HANDOVER_KEY, handoverOf } from './case-handover.ts';
import { caseNote } from './case-note.ts';
import { button, make } from './make.ts';
import type { Result } from './result-panel.ts';

/** What is done with a result: its macro, with what the case knows for it, the case note, the link. */
export function resultActions({ data, answers, step, ticks }: Result): HTMLElement {
  const macro = data.macros[step.rules[0]?.macro ?? ''];
  const open = macro && make('a', { href: href(macro.path) }, `Macro: ${macro.title}`);
  const handOver = () => {
    try {
      sessionStorage.setItem(HANDOVER_KEY, JSON.stringify(handoverOf(data, answers, step, ticks, today())));
    } catch {
      // Without storage the macro opens with its blanks empty.
    }
  };
  open?.addEventListener('click', handOver);
  open?.addEventListener('auxclick', handOver);
  const note = () => caseNote(data, answers, step, ticks, location.href);
  return make(
    'p',
    'do',
    open,
    ' ',
    button('', () => copyText(note(), 'Copied the case note.'), 'Copy case note'),
    ' ',
    button('', () => copyText(location.href, 'Copied the link to this case.'), 'Copy link'),
  );
}

/** The day at the reader's desk, as an ISO date. */
const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};
