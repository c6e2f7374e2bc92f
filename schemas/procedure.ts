import { z } from 'zod';
import { organisationKey, sentence, sharedFields } from './fields.ts';

/** How the team works: one procedure, its steps in the body. */
export const procedure = z.strictObject({
  ...sharedFields,
  role: organisationKey('roles').meta({
    title: 'Role',
    description: 'Who carries it out: a key of `roles`.',
  }),
  kind: z
    .enum([
      'intake-and-triage',
      'evidence-gathering',
      'second-level-review',
      'high-severity-appeals',
      'exceptions',
      'conflict-of-interest',
      'incidents',
      'volume-spikes',
      'calibration',
      'case-council',
      'change-management',
    ])
    .meta({ title: 'Kind', description: 'Which part of the work it covers.' }),
  trigger: sentence.meta({ title: 'Trigger', description: 'What makes somebody start it.' }),
  queues: z
    .array(organisationKey('queues'))
    .default([])
    .meta({ title: 'Queues', description: 'The queues in which it is used.' }),
});
