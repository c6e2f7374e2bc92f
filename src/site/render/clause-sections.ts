import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Clause, Entry } from '#playbook/entry.ts';
import { entryPath } from '#playbook/paths.ts';
import { countByType } from '../count-by-type.ts';
import type { BodyContext } from './body.ts';
import { el } from './el.ts';

/** Wraps each clause of a policy's body in a section: its code as a link to itself, its text, and who cites it. */
export function clauseSections(tree: Root, policy: Entry<'policies'>, context: BodyContext): Root {
  const bySlug = new Map(policy.clauses.map((clause) => [clause.slug, clause]));
  const children: RootContent[] = [];
  let section: Element | undefined;
  let clause: Clause | undefined;
  const close = () => {
    if (section && clause) section.children.push(...citedBy(clause, context));
  };
  for (const node of tree.children) {
    if (node.type === 'element' && node.tagName === 'h2') {
      close();
      clause = bySlug.get(String(node.properties.id));
      section = clause && el('section', { className: ['clause'] }, clauseHeading(clause));
      children.push(section ?? node);
    } else if (section) section.children.push(node as ElementContent);
    else children.push(node);
  }
  close();
  return { type: 'root', children };
}

const clauseHeading = ({ code, title, slug }: Clause): Element =>
  el(
    'h2',
    { id: slug },
    el('a', { className: ['clause-code'], href: `#${slug}`, dataCopyLink: '' }, code),
    ' ',
    title,
  );

/** The count names all; the list does not grow with the playbook. */
const mostCiting = 24;

/** One line that unfolds to the entries that cite the clause. */
function citedBy({ code }: Clause, { usedBy, base }: BodyContext): Element[] {
  const citing = usedBy.filter(({ clause }) => clause === code).map(({ from }) => from);
  if (citing.length === 0) return [];
  const items = citing
    .slice(0, mostCiting)
    .map(({ id, data }) => el('li', {}, el('a', { href: base + entryPath(id).slice(1) }, data.title)));
  const rest = citing.length - mostCiting;
  if (rest > 0) items.push(el('li', {}, `and ${rest} more`));
  return [
    el(
      'details',
      { className: ['cited'] },
      el('summary', {}, `Cited by ${countByType(citing)}`),
      el('ul', {}, ...items),
    ),
  ];
}
