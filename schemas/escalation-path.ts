import { z } from 'zod';
import { duration, organisationKey, sentence, sharedFields } from './fields.ts';

/** Where a case goes that the reviewer may not or cannot decide. */
export const escalationPath = z.strictObject({
  ...sharedFields,
  team: organisationKey('teams').meta({ title: 'Team', description: 'Who answers: a key of `teams`.' }),
  when: z
    .array(sentence)
    .min(1)
    .meta({ title: 'When', description: 'Signs that a case belongs there, one sentence each.' }),
  packet: z
    .array(sentence)
    .min(1)
    .meta({ title: 'Packet', description: 'What to send along, one item a line.' }),
  answerWithin: duration.meta({
    title: 'Answer within',
    description: 'Time to the first useful answer, such as `4 business hours`.',
  }),
  byDefault: sentence.meta({
    title: 'If no answer comes',
    description: 'What happens to the case when the time has passed.',
  }),
});
