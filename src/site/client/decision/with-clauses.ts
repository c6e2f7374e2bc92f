import { href } from '../../href.ts';
import type { DecisionData } from '../../views/decision-data.ts';
import { make } from './make.ts';

/** A sentence in which the codes of clauses do not break over lines, and lead to their clause where `linked`. */
export const withClauses = ({ clauses }: DecisionData, text: string, linked: boolean): (Node | string)[] =>
  text.split(/\b([A-Z]{2,4}-\d+)\b/).map((part, index) => {
    if (index % 2 === 0) return part;
    const clause = linked ? clauses[part] : undefined;
    return clause
      ? make('a', { href: href(clause.path), title: clause.title, class: 'clause' }, part)
      : make('span', 'clause', part);
  });
