import { z } from 'zod';
import { clauseCode, line, organisationKey, referenceTo, sharedFields } from './fields.ts';

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

const { regions: _regions, ...sharedByMacros } = sharedFields;

/** Approved words for one outcome; the body is the text. */
export const macro = z.strictObject({
  ...sharedByMacros,
  policy: referenceTo('policies').meta({ title: 'Policy', description: 'The policy that it speaks about.' }),
  reflects: z
    .array(clauseCode)
    .min(1)
    .meta({ title: 'Reflects', description: 'The clauses whose content it repeats, by code.' }),
  outcome: organisationKey('outcomes').meta({
    title: 'Outcome',
    description: 'The outcome that it tells: a key of `outcomes`.',
  }),
  audience: z.enum(['seller', 'buyer', 'notifier']).meta({ title: 'Audience', description: 'Who reads it.' }),
  channel: z.enum(['email', 'in-app', 'chat']).meta({ title: 'Channel', description: 'How it is sent.' }),
  language: organisationKey('languages').meta({ title: 'Language', description: 'A key of `languages`.' }),
  region: organisationKey('regions').optional().meta({
    title: 'Region',
    description: 'The one region that it is written for; left out, it serves all.',
  }),
  subject: line(120).optional().meta({
    title: 'Subject',
    description: 'Subject line of an e-mail; variables are written as in the text.',
  }),
  variables: z.record(variableName, variable).default({}).meta({
    title: 'Variables',
    description: 'Variables of this macro alone; common ones stand in organisation.yaml.',
  }),
});
export type Macro = z.infer<typeof macro>;
