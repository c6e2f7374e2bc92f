import { displayLine } from '#history/display-text.ts';
import type { Review } from '#review/review-change.ts';
import type { Item, Section, Span } from './document.ts';
import { listed } from './words.ts';

/** Who has to look at what, and who may not approve it. */
export function whoSection({ who }: Review): Section | undefined {
  const { approvers, authors, unowned, names } = who;
  const people = (handles: readonly string[]) => handles.map((handle) => names.get(handle) ?? handle);
  const items = approvers.map(({ as, name, people: handles, excluded, entries }): Item => {
    const left = handles.filter((handle) => !excluded.includes(handle));
    const says = as === 'owner' ? 'owns' : 'for';
    const nobody = handles.length > 0 ? 'nobody is left who may' : 'nobody by name in organisation.yaml';
    const who = left.length > 0 ? listed(people(left)) : nobody;
    const out = excluded.length > 0 ? `; not ${listed(people(excluded))}, an author` : '';
    const shown = entries
      .slice(0, 5)
      .flatMap((id, index): Span[] => [index === 0 ? ' ' : ', ', { code: id }]);
    const more = entries.length > 5 ? ` and ${entries.length - 5} more` : '';
    return { line: [{ strong: name }, ` (${who}${out}) ${says}`, ...shown, more] };
  });
  const claimed = authors.map(({ name, handle }) =>
    handle ? `${name} (${names.get(handle) ?? handle})` : name,
  );
  return {
    title: 'Who must look',
    summary: [
      approvers.length > 0 ? listed(approvers.map(({ name }) => name)) : 'nobody by organisation.yaml',
      claimed.length > 0 ? `; not the authors: ${displayLine(listed(claimed))}` : '',
    ],
    items: [
      ...items,
      ...unowned.map((file): Item => ({ line: [{ code: file }, ' has no owner in organisation.yaml.'] })),
    ],
  };
}
