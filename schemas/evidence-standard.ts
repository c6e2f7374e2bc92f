import { z } from 'zod';
import { line, organisationKey, sentence, sharedFields } from './fields.ts';

/** How much a document proves: A independently verifiable, B documentary, C a statement, X inadmissible. */
export const grade = z.enum(['A', 'B', 'C', 'X']);
export type Grade = z.infer<typeof grade>;

/** What one kind of evidence can prove, and how a reviewer checks that it is genuine. */
export const evidenceStandard = z.strictObject({
  ...sharedFields,
  code: z
    .string()
    .regex(/^E\d{2}$/, { error: 'Unexpected code, expected E and two digits, such as `E06`' })
    .meta({ title: 'Code', description: 'E and two digits, unique.', unique: true }),
  grade: grade.meta({
    title: 'Grade',
    description:
      'A independently verifiable, B documentary, C statement or unverifiable media, X inadmissible or adverse.',
  }),
  raisedTo: z
    .strictObject({
      grade: grade.meta({ title: 'Grade', description: 'The grade it rises to.' }),
      when: sentence.meta({
        title: 'When',
        description: 'What must happen first, such as "The supplier confirms the invoice by call-back."',
      }),
    })
    .optional()
    .meta({ title: 'Raised to', description: 'A better grade, and what earns it.' }),
  proves: z
    .array(sentence)
    .min(1)
    .meta({ title: 'What it can show', description: 'Claims that it can prove, one sentence each.' }),
  insufficient: z.array(sentence).min(1).meta({
    title: 'What does not suffice',
    description: 'Similar documents and defects that do not prove the claim, one sentence each.',
  }),
  checks: z.array(sentence).min(1).meta({
    title: 'Authenticity checks',
    description: 'What to check before it counts, one check a line; shown as a checklist.',
  }),
  maximumAgeDays: z.int().positive().optional().meta({
    title: 'Maximum age',
    description: 'Oldest age that still counts, in days; left out where age does not matter.',
    unit: 'days',
  }),
  ageCountedFrom: line(80).optional().meta({
    title: 'Age counted back from',
    description: 'The event from which the age is counted back, such as "the notice".',
  }),
  verifiers: z
    .array(organisationKey('roles'))
    .min(1)
    .meta({ title: 'Who may verify', description: 'Roles that may accept it, as keys of `roles`.' }),
  request: z.string().min(1).max(600).meta({
    title: 'Ask for it like this',
    description: 'What to write to the user when it is missing; second person, at most 600 characters.',
  }),
  retention: sentence.meta({ title: 'Retention', description: 'How long it is kept, and what to redact.' }),
});
