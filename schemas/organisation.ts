import { z } from 'zod';
import { dsaCategory } from './dsa.ts';
import { duration, httpsUrl, isoDate, line, organisationKey, sentence } from './fields.ts';
import { variable, variableName } from './macro.ts';

const key = z.string().regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, {
  error: 'Unexpected key, expected letters, digits and single hyphens',
});
const severity = z.enum(['S0', 'S1', 'S2', 'S3', 'S4']);

/** An account or a team on GitHub, as `.github/CODEOWNERS` names it. */
const githubName = z
  .string()
  .regex(/^@[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*(?:\/[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*)?$/, {
    error:
      'Unexpected name, expected an account or a team on GitHub, such as `@octocat` or `@example/appeals`',
  });

const team = z.strictObject({
  name: line(60).meta({ title: 'Name', description: 'What people call it.' }),
  does: sentence.meta({ title: 'Does', description: 'What it answers for.' }),
  github: githubName.optional().meta({
    title: 'GitHub',
    description:
      'Team or account that GitHub asks to review, such as `@example/appeals`; left out, its people are asked.',
  }),
});

const person = z.strictObject({
  name: line(60).meta({
    title: 'Name',
    description: 'How the handle is shown; a function, not a private person.',
  }),
  team: organisationKey('teams').meta({ title: 'Team', description: 'A key of `teams`.' }),
  roles: z.array(organisationKey('roles')).min(1).meta({ title: 'Roles', description: 'Keys of `roles`.' }),
  gitNames: z
    .array(line(80))
    .default([])
    .meta({ title: 'Git names', description: 'Author names in git that belong to it.' }),
  mayApprove: z
    .array(z.enum(['macros', 'precedents']))
    .default([])
    .meta({ title: 'May approve', description: 'Which content types the handle may approve.' }),
  github: githubName.optional().meta({
    title: 'GitHub',
    description: 'Account that GitHub asks to review, such as `@octocat`; asked where the team has none.',
  }),
});

const role = z.strictObject({
  name: line(60).meta({ title: 'Name', description: 'What people call it.' }),
  rank: z.int().min(0).max(9).meta({
    title: 'Rank',
    description: 'Higher may do what lower may, within a line of reviewers; 0 decides nothing.',
  }),
  mayDecide: z.array(organisationKey('outcomes')).default([]).meta({
    title: 'May decide',
    description: 'Outcomes that it may finally decide, as keys of `outcomes`.',
  }),
  within: sentence.meta({ title: 'Within', description: 'The queues and conditions in which it may.' }),
  never: z
    .array(sentence)
    .default([])
    .meta({ title: 'Never', description: 'What it may not decide, one sentence each.' }),
  secondReviewer: sentence
    .optional()
    .meta({ title: 'Second reviewer', description: 'When a second pair of eyes must sign.' }),
});

const queue = z.strictObject({
  name: line(60).meta({ title: 'Name', description: 'What people call it.' }),
  contents: sentence.meta({ title: 'Contents', description: 'What lands in it.' }),
  severities: z.array(severity).default([]).meta({
    title: 'Severities',
    description: 'Severities that land in it by default; empty where something else decides.',
  }),
  areas: z
    .array(organisationKey('policyAreas'))
    .default([])
    .meta({ title: 'Policy areas', description: 'Policy areas that land in it whatever the severity.' }),
  firstTouch: duration.meta({
    title: 'First touch',
    description: 'Time to the first human, case-specific reply.',
  }),
  resolve: line(80).meta({
    title: 'Resolve',
    description: 'Time to the final notice for nine of ten cases.',
  }),
  reviewers: sentence.meta({ title: 'Reviewers', description: 'Who may work in it.' }),
});

const enforcementAction = z.strictObject({
  name: line(80).meta({ title: 'Name', description: 'What people call it.' }),
  dsa: line(120).meta({
    title: 'DSA field',
    description: 'The restriction as the DSA Transparency Database names it, or that there is none.',
  }),
  reversible: line(60).meta({ title: 'Reversible', description: 'Whether an overturn can undo it in full.' }),
  term: line(60).meta({ title: 'Usual term', description: 'How long it lasts.' }),
});

const outcome = z.strictObject({
  code: z
    .string()
    .regex(/^O\d{1,2}$/, { error: 'Unexpected code, expected O and a number, such as `O1`' })
    .meta({ title: 'Code', description: 'O and a number.' }),
  name: line(60).meta({ title: 'Name', description: 'What people call it.' }),
  family: z
    .enum(['uphold', 'overturn', 'modify', 'reinstate', 'request-information', 'dismiss', 'escalate'])
    .meta({ title: 'Family', description: 'Decides its colour, the same everywhere.' }),
  meaning: sentence.meta({ title: 'Meaning', description: 'What it says about the case.' }),
  remedies: z
    .array(sentence)
    .min(1)
    .meta({ title: 'Remedies and notice', description: 'What must follow, one sentence each.' }),
});

const redressRoute = z.strictObject({
  name: line(120).meta({ title: 'Name', description: 'What it is called in messages.' }),
  status: z.enum(['live', 'dead']).meta({ title: 'Status', description: 'Whether it may be offered.' }),
  jurisdiction: line(40).meta({ title: 'Jurisdiction', description: 'Where it exists.' }),
  rule: sentence.meta({ title: 'Rule', description: 'When it must or must not be named.' }),
  url: httpsUrl.optional().meta({ title: 'Address', description: 'Where it is reached.' }),
  effectiveFrom: isoDate
    .optional()
    .meta({ title: 'From', description: 'First day on which it could be used.' }),
  effectiveTo: isoDate.optional().meta({ title: 'To', description: 'Last day on which it could be used.' }),
  source: line(200).optional().meta({ title: 'Source', description: 'Where this was read.' }),
  verifiedOn: isoDate.optional().meta({
    title: 'Verified on',
    description: 'The day somebody read the source; left out: check with Legal.',
  }),
});

/** The helpdesks that macros can be exported to. */
const helpdeskName = z.enum([
  'zendesk',
  'intercom',
  'kustomer',
  'freshdesk',
  'front',
  'helpscout',
  'gorgias',
]);
export type HelpdeskName = z.infer<typeof helpdeskName>;

/** A text with `{name}` in it, for the name of a variable. */
const withName = line(80).regex(/\{name\}/, {
  error: 'Unexpected pattern, expected `{name}` in it, where the name of the variable goes',
});

const helpdesk = z.strictObject({
  variables: z.record(variableName, line(120)).default({}).meta({
    title: 'Variables',
    description: 'Variable to the field of the helpdesk that holds it, such as `ticket.ticket_field_1042`.',
  }),
  field: withName.optional().meta({
    title: 'Field',
    description: 'Where every other variable is kept, such as `conversation.custom_attributes.{name}`.',
  }),
  blank: withName.optional().meta({
    title: 'Blank',
    description:
      'What stands for a variable that the helpdesk has no field for and the agent types, such as `[[{name}]]`.',
  }),
  sendDefault: z.array(variableName).default([]).meta({
    title: 'Send default',
    description:
      'Variables that are sent as their default, because the helpdesk has no fallback for a missing value.',
  }),
  folder: line(40).optional().meta({
    title: 'Folder',
    description: 'Id of the folder that macros are put into, where the helpdesk wants one.',
  }),
  region: line(120).optional().meta({
    title: 'Region field',
    description:
      'The field that holds the region key, for conditions; left out, each region is a macro of its own.',
  }),
});
export type Helpdesk = z.infer<typeof helpdesk>;

const policyArea = z.strictObject({
  name: line(80).meta({ title: 'Name', description: 'What people call it.' }),
  dsaCategories: z
    .array(dsaCategory)
    .min(1)
    .meta({ title: 'DSA categories', description: 'Categories that its decisions are reported under.' }),
  escalates: sentence.meta({ title: 'Escalates', description: 'What leaves the frontline.' }),
});

/** The team's own facts, content/organisation.yaml. */
export const organisation = z.strictObject({
  name: line(60).meta({ title: 'Name', description: 'What the team calls itself; the title of the site.' }),
  timeZone: line(40).meta({
    title: 'Time zone',
    description: 'IANA name, such as `Europe/Berlin`; decides where a day and a week begin.',
  }),
  repository: z
    .strictObject({
      url: httpsUrl.meta({ title: 'Address', description: 'Where the repository is browsed.' }),
      branch: line(80).meta({ title: 'Branch', description: 'The branch that is edited.' }),
    })
    .optional()
    .meta({
      title: 'Repository',
      description: 'Makes the edit links; left out, there are none. REPOSITORY_URL overrides it.',
    }),
  regions: z.record(key, line(60)).meta({ title: 'Regions', description: 'Key to name.' }),
  languages: z.record(key, line(60)).meta({ title: 'Languages', description: 'ISO 639-1 code to name.' }),
  regionLanguages: z
    .record(organisationKey('regions'), z.array(organisationKey('languages')).min(1))
    .default({})
    .meta({
      title: 'Languages of a region',
      description: 'Region to the languages in which its people are answered; left out, the first language.',
    }),
  teams: z
    .record(key, team)
    .meta({ title: 'Teams', description: 'Who owns entries and answers escalations.' }),
  people: z
    .record(key, person)
    .default({})
    .meta({ title: 'People', description: 'Role handles and the git names that belong to them.' }),
  roles: z.record(key, role).meta({ title: 'Roles', description: 'Who may decide what.' }),
  queues: z.record(key, queue).meta({ title: 'Queues', description: 'Queues with severity and times.' }),
  policyAreas: z
    .record(key, policyArea)
    .meta({ title: 'Policy areas', description: 'Every area in which the marketplace enforces.' }),
  enforcementActions: z.record(key, enforcementAction).meta({
    title: 'Enforcement actions',
    description: 'What can be done to an account, a listing or money.',
  }),
  outcomes: z.record(key, outcome).meta({ title: 'Outcomes', description: 'How an appeal can end.' }),
  variables: z
    .record(variableName, variable)
    .default({})
    .meta({ title: 'Macro variables', description: 'Variables that every macro may use.' }),
  helpdesks: z
    .partialRecord(helpdeskName, helpdesk)
    .default({})
    .meta({ title: 'Helpdesks', description: 'Where each helpdesk keeps the variables of macros.' }),
  redressRoutes: z
    .record(key, redressRoute)
    .meta({ title: 'Redress routes', description: 'Where a person may turn next.' }),
});
export type Organisation = z.infer<typeof organisation>;
