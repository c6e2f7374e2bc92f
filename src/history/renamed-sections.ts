import { isClause, type Section } from './split-body.ts';

/**
 * The sections of a body by the headings that they have in another one: a section that is gone and one that is new are the
 * same under another heading where most of their lines are. A clause is known by its code and is never taken for another.
 */
export function renamedSections(
  sections: ReadonlyMap<string, Section>,
  others: ReadonlyMap<string, Section>,
): ReadonlyMap<string, Section> {
  const open = [...others].filter(([key]) => !sections.has(key) && !isClause(key));
  if (open.length === 0) return sections;
  return new Map(
    [...sections].map(([key, section]) => {
      if (others.has(key) || isClause(key)) return [key, section];
      const found = open.findIndex(([, other]) => isMostlySame(section.text, other.text));
      const [[name] = [key]] = found < 0 ? [] : open.splice(found, 1);
      return [name, section];
    }),
  );
}

/** Whether more than half of the lines stand in both texts. */
function isMostlySame(a: string, b: string): boolean {
  const [old, fresh] = [a, b].map((text) => text.split('\n').filter((line) => line.trim() !== ''));
  if (!old?.length || !fresh?.length) return false;
  const known = new Set(old);
  return 2 * fresh.filter((line) => known.has(line)).length > Math.max(old.length, fresh.length);
}
