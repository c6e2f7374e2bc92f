import { z } from 'zod';
import { entryId, sharedFields } from './fields.ts';

/** One word of the field; the title is the term, the body explains it. */
export const glossaryTerm = z.strictObject({
  ...sharedFields,
  seeAlso: z
    .array(entryId)
    .default([])
    .meta({ title: 'See also', description: 'Related entries, as `<folder>/<slug>`.' }),
});
