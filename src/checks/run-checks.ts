import { byPosition, type Issue } from '#playbook/issue.ts';
import { boundaryFacts } from './boundary-facts.ts';
import { caseOutcomes } from './case-outcomes.ts';
import type { Check, CheckContext } from './check.ts';
import { clauses } from './clauses.ts';
import { dates } from './dates.ts';
import { decisionTables } from './decision-tables.ts';
import { duplicates } from './duplicates.ts';
import { forbiddenWords } from './forbidden-words.ts';
import { links } from './links.ts';
import { macroApprovals } from './macro-approvals.ts';
import { macroAsserts } from './macro-asserts.ts';
import { macroBodies } from './macro-bodies.ts';
import { macroCharacters } from './macro-characters.ts';
import { macroCoverage } from './macro-coverage.ts';
import { macroLengths } from './macro-lengths.ts';
import { macroRequirements } from './macro-requirements.ts';
import { macroTranslations } from './macro-translations.ts';
import { macroVariables } from './macro-variables.ts';
import { placeholders } from './placeholders.ts';
import { precedents } from './precedents.ts';
import { references } from './references.ts';

/** Every check of a playbook as a whole; adding one is one line. */
export const checks: readonly Check[] = [
  references,
  duplicates,
  clauses,
  links,
  dates,
  caseOutcomes,
  decisionTables,
  precedents,
  boundaryFacts,
  macroBodies,
  macroVariables,
  macroCharacters,
  macroTranslations,
  macroLengths,
  macroApprovals,
  macroAsserts,
  macroCoverage,
  macroRequirements,
  forbiddenWords,
  placeholders,
];

/** Runs every check; the issues come in order of position. */
export const runChecks = (context: CheckContext): Issue[] =>
  checks.flatMap(({ run }) => run(context)).sort(byPosition);
