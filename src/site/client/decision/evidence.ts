import { href } from '../../href.ts';
import type { DecisionData, StandardData } from '../../views/decision-data.ts';
import { copyText } from '../clipboard.ts';
import { button, make } from './make.ts';
import type { Ticks } from './ticks.ts';

/** Evidence standards by slug, each folded, with its checklist to tick and what to ask the user for. */
export const evidenceList = (
  { standards }: DecisionData,
  slugs: readonly string[],
  ticks: Ticks,
): HTMLElement | undefined => {
  const items = slugs.flatMap((slug) => {
    const standard = standards[slug];
    return standard ? [make('li', '', standardDetails(slug, standard, ticks))] : [];
  });
  return items.length > 0 ? make('ul', 'standards', ...items) : undefined;
};

function standardDetails(slug: string, standard: StandardData, ticks: Ticks): HTMLElement {
  const { code, title, grade, checks, path } = standard;
  const count = make('span', 'count');
  const write = () => {
    const done = ticks.of(slug).size;
    count.textContent = done === 0 ? `${checks.length} checks` : `${done} of ${checks.length} checked`;
  };
  write();
  const boxes = checks.map((check, index) => {
    const box = make('input', { type: 'checkbox', autocomplete: 'off' });
    box.checked = ticks.of(slug).has(index);
    box.addEventListener('change', () => {
      ticks.set(slug, index, box.checked);
      write();
    });
    return make('li', '', make('label', '', box, make('span', '', check)));
  });
  return make(
    'details',
    '',
    make(
      'summary',
      '',
      make('b', 'code', code),
      ` ${title} `,
      make('span', 'grade-small', `grade ${grade}`),
      ' ',
      count,
    ),
    make('ul', 'checks', ...boxes),
    requestLine(standard),
    make('p', '', make('a', { href: href(path) }, `${code} ${title}, the whole standard`)),
  );
}

/** What to write to the user for a standard, with a button that copies it. */
export const requestLine = ({ code, title, request }: StandardData): HTMLElement =>
  make(
    'div',
    'request',
    make('p', '', make('b', '', `Ask for ${code} ${title} like this:`), ` ${request}`),
    button('', () => copyText(request, `Copied what to ask for ${code}.`), `Copy the request for ${code}`),
  );
