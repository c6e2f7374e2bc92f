import { z } from 'zod';

/** What a reference may point at: a content type's folder, a clause code, or a section of organisation.yaml. */
export type ReferenceTarget =
  | 'policies'
  | 'evidence-standards'
  | 'decision-templates'
  | 'macros'
  | 'passages'
  | 'procedures'
  | 'escalation-paths'
  | 'precedents'
  | 'glossary'
  | 'clause'
  | 'entry'
  | `organisation.${OrganisationSection}`;

/** The keyed sections of organisation.yaml that entries point at. */
export type OrganisationSection =
  | 'regions'
  | 'languages'
  | 'teams'
  | 'roles'
  | 'people'
  | 'queues'
  | 'policyAreas'
  | 'enforcementActions'
  | 'outcomes';

/** A file name without its ending: lower-case letters, digits and single hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error:
    'Unexpected slug, expected lower-case letters, digits and single hyphens, such as `supplier-invoice`',
});

/** A calendar day, `2026-12-01`, kept as text so that no time zone can move it. */
export const isoDate = z.iso.date({ error: 'Unexpected date, expected a calendar day such as 2026-12-01' });

/** The digest of a text's meaning, as src/playbook/digest.ts computes it. */
export const digest = z.string().regex(/^sha256:[0-9a-f]{16}$/, {
  error: 'Unexpected digest, expected `sha256:` and 16 hexadecimal digits, as `npm run approve` writes it',
});

/** One line of plain text. */
export const line = (max: number) =>
  z
    .string()
    .min(1, { error: 'Unexpected empty text, expected at least one character' })
    .max(max, { error: `Unexpected length, expected at most ${max} characters` })
    .regex(/^[^\n]*$/, { error: 'Unexpected line break, expected one line' })
    .regex(/\S/, { error: 'Unexpected blank text, expected words' });

/** One sentence for readers; ends with a full stop, a question mark or an exclamation mark. */
export const sentence = z
  .string()
  .min(1, { error: 'Unexpected empty text, expected one sentence' })
  .max(400, { error: 'Unexpected length, expected at most 400 characters' })
  .regex(/\S/, { error: 'Unexpected blank text, expected words' });

/** A span of time as people say it: `15 minutes`, `2 business hours`, `5 days`. */
export const duration = z.string().regex(/^[1-9]\d* (?:business )?(?:minutes?|hours?|days?)$/, {
  error: 'Unexpected duration, expected a number and a unit, such as `2 business hours` or `5 days`',
});

/** An https address. */
export const httpsUrl = z.url({
  protocol: /^https$/,
  error: 'Unexpected address, expected one that begins with https://',
});

/** The code of one clause, `CF-2`: the policy's code, a hyphen and a number from 1. */
export const clauseCode = z
  .string()
  .regex(/^[A-Z]{2,4}-[1-9]\d?$/, { error: 'Unexpected clause code, expected one such as `CF-2`' })
  .meta({ references: 'clause' satisfies ReferenceTarget });

/** The bare slug of an entry of one type; the reader checks that it exists. */
export const referenceTo = (target: ReferenceTarget) => slug.meta({ references: target });

/** The key of one item in a section of organisation.yaml, such as a team or an outcome. */
export const organisationKey = (section: OrganisationSection) =>
  z
    .string()
    .min(1, { error: 'Unexpected empty text, expected a key' })
    .meta({ references: `organisation.${section}` satisfies ReferenceTarget });

/** Any entry, written `<folder>/<slug>`. */
export const entryId = z
  .string()
  .regex(/^[a-z-]+\/[a-z0-9-]+(?:\.[a-z]{2})?$/, {
    error: 'Unexpected reference, expected `<folder>/<slug>`, such as `policies/counterfeit`',
  })
  .meta({ references: 'entry' satisfies ReferenceTarget });

/** An address that an entry once had, `policies/fakes`. */
const formerPath = z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)*(?:\.[a-z]{2})?$/, {
  error: 'Unexpected path, expected the old address without slashes at its ends, such as `policies/fakes`',
});

/** The fields that every entry carries. */
export const sharedFields = {
  title: line(80).meta({
    title: 'Title',
    description: 'What the entry is called, in sentence case; at most 80 characters.',
  }),
  summary: sentence.meta({
    title: 'Summary',
    description: 'One sentence that says what the entry is for; shown in lists and search results.',
  }),
  owner: organisationKey('teams').meta({
    title: 'Owner',
    description: 'The team that answers for the entry: a key of `teams` in organisation.yaml.',
  }),
  status: z.enum(['draft', 'active', 'retired']).meta({
    title: 'Status',
    description:
      '`draft` is marked and kept out of search, `active` is in force, `retired` stays at its address with a banner.',
  }),
  effective: isoDate.meta({
    title: 'In force since',
    description: 'The first day on which the entry applies, as an ISO date.',
  }),
  reviewBy: isoDate.meta({
    title: 'Review due',
    description: 'The day by which the owner reads it again, as an ISO date.',
  }),
  regions: z
    .array(organisationKey('regions'))
    .min(1, { error: 'Unexpected empty list, expected at least one region, or no `regions` for all' })
    .optional()
    .meta({ title: 'Regions', description: 'The regions in which it applies; left out, it applies in all.' }),
  aliases: z
    .array(line(60))
    .default([])
    .meta({ title: 'Also searched as', description: 'Words and misspellings that people search for.' }),
  formerly: z.array(formerPath).default([]).meta({
    title: 'Formerly',
    description: 'Old addresses, such as `policies/fakes`; they redirect here for ever.',
  }),
  replacedBy: entryId.optional().meta({
    title: 'Replaced by',
    description: 'For a retired entry: what to use instead, as `<folder>/<slug>`.',
  }),
};
