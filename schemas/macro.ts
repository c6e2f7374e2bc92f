import { z } from 'zod';
import { clauseCode, digest, isoDate, line, organisationKey, referenceTo, sharedFields } from './fields.ts';

/** One blank in a macro's text, written `{name}`. */
export const variable = z.strictObject({
  label: line(60).meta({ title: 'Label', description: 'What the agent is asked for.' }),
  type: z
    .enum(['text', 'date', 'money', 'url', 'list'])
    .meta({ title: 'Type', description: 'How it is entered and shown.' }),
  example: line(200).meta({ title: 'Example', description: 'A value that shows the form.' }),
  required: z.boolean().default(true).meta({
    title: 'Required',
    description: 'Whether the macro may be copied without it; needs a default if not.',
  }),
  default: line(200)
    .optional()
    .meta({ title: 'Default', description: 'What stands there if nothing is entered, where one is honest.' }),
});
export type Variable = z.infer<typeof variable>;

/** The name of a variable, as it stands in the text: `first_name`. */
export const variableName = z.string().regex(/^[a-z][a-z0-9_]*$/, {
  error: 'Unexpected variable name, expected lower-case letters, digits and _, such as `first_name`',
});

/** What a message does; decides which legal requirements it must meet. */
export const messageKind = z.enum([
  'decision',
  'statement-of-reasons',
  'report-decision',
  'request',
  'holding',
  'termination-notice',
  'identity-notice',
  'counter-notice',
]);
export type MessageKind = z.infer<typeof messageKind>;

/** What a restriction rests on. */
export const ground = z.enum(['terms', 'illegal']);

/** Who reads a message. */
export const audience = z.enum(['seller', 'buyer', 'notifier']);

/** How a message is sent. */
export const channel = z.enum(['email', 'in-app', 'chat']);

/** Who approved a text, when, and what stood there then; written by `npm run approve`. */
const approval = z.strictObject({
  by: organisationKey('people').meta({
    title: 'Approved by',
    description: 'The handle that approved it: a key of `people`.',
  }),
  on: isoDate.meta({ title: 'Approved on', description: 'The day of the approval, as an ISO date.' }),
  text: digest.meta({ title: 'Text', description: 'Digest of the text that was approved.' }),
  clauses: z
    .record(
      z
        .string()
        .regex(/^[A-Z]{2,4}-[1-9]\d?$/, { error: 'Unexpected clause code, expected one such as `CF-2`' }),
      digest,
    )
    .meta({ title: 'Clauses', description: 'Digest of each clause that the text reflects, by code.' }),
});
export type Approval = z.infer<typeof approval>;

const { regions: _regions, ...sharedByTexts } = sharedFields;

/** The fields that macros and passages share: an entry for one region or all, in one language. */
export const textFields = {
  ...sharedByTexts,
  language: organisationKey('languages').meta({ title: 'Language', description: 'A key of `languages`.' }),
  region: organisationKey('regions').optional().meta({
    title: 'Region',
    description: 'The one region that it is written for; left out, it serves all.',
  }),
};

/** Approved words for one outcome; the body is the text. */
export const macro = z.strictObject({
  ...textFields,
  policy: referenceTo('policies').meta({ title: 'Policy', description: 'The policy that it speaks about.' }),
  reflects: z
    .array(clauseCode)
    .min(1)
    .meta({ title: 'Reflects', description: 'The clauses whose content it repeats, by code.' }),
  outcome: organisationKey('outcomes').meta({
    title: 'Outcome',
    description: 'The outcome that it tells: a key of `outcomes`.',
  }),
  audience: audience.meta({ title: 'Audience', description: 'Who reads it.' }),
  channel: channel.meta({ title: 'Channel', description: 'How it is sent.' }),
  kinds: z.array(messageKind).min(1).optional().meta({
    title: 'Kinds of message',
    description: 'What the message does in law; left out, the outcome and the audience say it.',
  }),
  grounds: z.array(ground).min(1).default(['terms']).meta({
    title: 'Grounds',
    description: 'Whether the measure rests on our terms, on the law, or on both.',
  }),
  subject: line(120).optional().meta({
    title: 'Subject',
    description: 'Subject line of an e-mail; variables are written as in the text.',
  }),
  variables: z.record(variableName, variable).default({}).meta({
    title: 'Variables',
    description: 'Variables of this macro alone; common ones stand in organisation.yaml.',
  }),
  asserts: z
    .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
    .default({})
    .meta({
      title: 'Asserts',
      description:
        'What the text says about the case: fact to value or list, true under every rule that leads here.',
    }),
  translates: z
    .strictObject({
      source: referenceTo('macros').meta({
        title: 'Source',
        description: 'The macro that it translates, by slug.',
      }),
      text: digest.meta({ title: 'Text', description: 'Digest of the text that was translated.' }),
    })
    .optional()
    .meta({ title: 'Translates', description: 'For a translation, `<slug>.de.mdx`: what it translates.' }),
  approval: approval.optional().meta({
    title: 'Approval',
    description: 'Who approved the text; written by `npm run approve`, never by hand.',
  }),
});
export type Macro = z.infer<typeof macro>;
