import { z } from 'zod';
import { isoDate, organisationKey, referenceTo, sentence, sharedFields } from './fields.ts';

/** A decided case, anonymised, that the table must go on deciding the same way. */
export const precedent = z.strictObject({
  ...sharedFields,
  template: referenceTo('decision-templates').meta({
    title: 'Template',
    description: 'The decision template that decided it.',
  }),
  facts: z
    .record(z.string(), z.string())
    .meta({ title: 'Facts', description: 'Every fact of the template with its value.' }),
  outcome: organisationKey('outcomes').meta({ title: 'Outcome', description: 'What was decided.' }),
  decided: isoDate.meta({ title: 'Decided', description: 'The day of the decision, as an ISO date.' }),
  teaches: sentence.meta({
    title: 'What it teaches',
    description: 'The point to carry to the next case, in one sentence.',
  }),
  overturnedBy: z
    .strictObject({
      date: isoDate.meta({ title: 'Date', description: 'The day from which it no longer binds.' }),
      reason: sentence.meta({ title: 'Reason', description: 'Why the rule changed.' }),
    })
    .optional()
    .meta({
      title: 'Overturned by',
      description: 'Set when the case would be decided differently today; it is then shown as history.',
    }),
});
export type Precedent = z.infer<typeof precedent>;
