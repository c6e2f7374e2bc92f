import type { z } from 'zod';
import { decisionTemplate } from './decision-template.ts';
import { escalationPath } from './escalation-path.ts';
import { evidenceStandard } from './evidence-standard.ts';
import { glossaryTerm } from './glossary-term.ts';
import { macro } from './macro.ts';
import { passage } from './passage.ts';
import { policy } from './policy.ts';
import { precedent } from './precedent.ts';
import { procedure } from './procedure.ts';

/** Every content type: its folder (also its URL segment and collection name), schema and labels. */
export const contentTypes = {
  policies: { schema: policy, singular: 'policy', plural: 'policies', section: 'Policies' },
  'evidence-standards': {
    schema: evidenceStandard,
    singular: 'evidence standard',
    plural: 'evidence standards',
    section: 'Evidence',
  },
  'decision-templates': {
    schema: decisionTemplate,
    singular: 'decision template',
    plural: 'decision templates',
    section: 'Decide',
  },
  macros: { schema: macro, singular: 'macro', plural: 'macros', section: 'Macros' },
  passages: { schema: passage, singular: 'passage', plural: 'passages', section: 'Passages' },
  procedures: { schema: procedure, singular: 'procedure', plural: 'procedures', section: 'Procedures' },
  'escalation-paths': {
    schema: escalationPath,
    singular: 'escalation path',
    plural: 'escalation paths',
    section: 'Escalation',
  },
  precedents: { schema: precedent, singular: 'precedent', plural: 'precedents', section: 'Precedents' },
  glossary: {
    schema: glossaryTerm,
    singular: 'glossary term',
    plural: 'glossary terms',
    section: 'Glossary',
  },
} as const;

/** The name of a content type: its folder under content/. */
export type ContentType = keyof typeof contentTypes;

/** The validated frontmatter of an entry of one type. */
export type DataOf<T extends ContentType> = z.infer<(typeof contentTypes)[T]['schema']>;

export const contentTypeNames = Object.keys(contentTypes) as ContentType[];
