import { z } from 'zod';
import { dsaCategory, dsaKeyword } from './dsa.ts';
import { httpsUrl, isoDate, line, organisationKey, referenceTo, sentence, sharedFields } from './fields.ts';

/** One rung of a ladder: what is done at a number of active strikes. */
const rung = z.strictObject({
  strikes: z.enum(['0', '1', '2+']).meta({
    title: 'Prior strikes',
    description: 'Active strikes before this one, quoted: "0", "1" or "2+".',
  }),
  actions: z
    .array(organisationKey('enforcementActions'))
    .min(1)
    .meta({ title: 'Actions', description: 'What is done, as keys of `enforcementActions`.' }),
  note: line(160).optional().meta({ title: 'Note', description: 'What to weigh on this rung.' }),
});

/** One legal rule that the policy rests on, dated, because law moves. */
export const legalBasis = z.strictObject({
  instrument: line(120).meta({
    title: 'Instrument',
    description: 'The act, such as `Regulation (EU) 2022/2065 (DSA)`.',
  }),
  provision: line(60).meta({
    title: 'Provision',
    description: 'The article or section, such as `Art. 17(3)(e)`.',
  }),
  jurisdiction: line(40).meta({
    title: 'Jurisdiction',
    description: 'Where it applies, such as `EU`, `UK` or `US`.',
  }),
  says: sentence.meta({ title: 'Says', description: 'What it asks of a reviewer, in one sentence.' }),
  source: httpsUrl.optional().meta({ title: 'Source', description: 'Where the text was read.' }),
  effectiveFrom: isoDate
    .optional()
    .meta({ title: 'From', description: 'First day on which it applies, where known.' }),
  effectiveTo: isoDate
    .optional()
    .meta({ title: 'To', description: 'Last day on which it applies, where it has ended.' }),
  verifiedOn: isoDate.optional().meta({
    title: 'Verified on',
    description: 'The day somebody read the source; left out, the page says "check with Legal".',
  }),
});

/** What is allowed and what happens if not; the clauses are the `## CF-1 Title` headings of the body. */
export const policy = z.strictObject({
  ...sharedFields,
  code: z
    .string()
    .regex(/^[A-Z]{2,4}$/, { error: 'Unexpected code, expected two to four capital letters, such as `CF`' })
    .meta({
      title: 'Code',
      description: 'Two to four capital letters, unique; the prefix of every clause code.',
      unique: true,
    }),
  area: organisationKey('policyAreas').meta({
    title: 'Policy area',
    description: 'The policy area: a key of `policyAreas` in organisation.yaml, such as PA01.',
  }),
  severity: z.enum(['S0', 'S1', 'S2', 'S3', 'S4']).meta({
    title: 'Severity',
    description:
      'How hard the usual measure hits, from S0 (life, minors) to S4 (information); decides the queue.',
  }),
  dsa: z
    .strictObject({
      category: dsaCategory.meta({
        title: 'Category',
        description: 'Category of the DSA Transparency Database.',
      }),
      keywords: z
        .array(dsaKeyword)
        .default([])
        .meta({ title: 'Keywords', description: 'Keywords of the DSA Transparency Database.' }),
    })
    .meta({
      title: 'DSA classification',
      description: 'How decisions under the policy are reported to the DSA Transparency Database.',
    }),
  ladder: z
    .array(rung)
    .min(1)
    .meta({ title: 'Ladder', description: 'Enforcement actions by prior strikes, lowest first.' }),
  legalBases: z
    .array(legalBasis)
    .default([])
    .meta({ title: 'Legal bases', description: 'The law behind the policy, each with source and dates.' }),
  escalations: z.array(referenceTo('escalation-paths')).default([]).meta({
    title: 'Escalation',
    description: 'Escalation paths for cases that the policy does not settle.',
  }),
});
export type Policy = z.infer<typeof policy>;
