import { z } from 'zod';
import { isoDate, line, organisationKey, sentence } from './fields.ts';
import { audience, channel, ground, messageKind, variableName } from './macro.ts';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: 'Unexpected id, expected lower-case letters, digits and single hyphens, such as `dsa-17-3-f`',
});

/** How a fact on law is known; what was not read in a source is never more than a warning. */
const knowledge = {
  source: line(200).meta({ title: 'Source', description: 'Where this was read, or should be.' }),
  verifiedOn: isoDate.optional().meta({
    title: 'Verified on',
    description: 'The day somebody read the source; left out: check with Legal.',
  }),
  confidence: z.enum(['primary', 'secondary', 'field']).meta({
    title: 'Confidence',
    description:
      'Read in the primary source, in a reliable copy, or field knowledge that was not read again.',
  }),
  level: z.enum(['error', 'warning']).meta({
    title: 'Level',
    description: 'How a failing text is reported; field knowledge is a warning at most.',
  }),
  effectiveFrom: isoDate
    .optional()
    .meta({ title: 'From', description: 'First day on which it applies, where known.' }),
  effectiveTo: isoDate
    .optional()
    .meta({ title: 'To', description: 'Last day on which it applies, where it has ended.' }),
};

const warnsOnly = ({ confidence, level }: { confidence: string; level: string }) =>
  confidence !== 'field' || level === 'warning';
const warnsOnlyError = {
  error: 'Unexpected level `error`, expected `warning` for what rests on field knowledge',
  path: ['level'],
};

const regions = z.array(organisationKey('regions')).min(1).optional().meta({
  title: 'Regions',
  description: 'Whose readers it protects, as keys of `regions`; left out, all.',
});

const variables = z.array(variableName).min(1).optional();

/** One thing that the law, or a standard, wants to see in a message. */
const requirement = z
  .strictObject({
    instrument: line(120).meta({ title: 'Instrument', description: 'The act or standard.' }),
    article: line(60).meta({ title: 'Article', description: 'The provision, such as `Art. 17(3)(f)`.' }),
    element: line(20)
      .optional()
      .meta({ title: 'Element', description: 'The letter of the element within the provision.' }),
    jurisdiction: line(40).meta({ title: 'Jurisdiction', description: 'Where it applies, in words.' }),
    regions,
    appliesTo: z
      .strictObject({
        kinds: z.array(messageKind).min(1).optional(),
        outcomes: z.array(organisationKey('outcomes')).min(1).optional(),
        audiences: z.array(audience).min(1).optional(),
        grounds: z.array(ground).min(1).optional(),
      })
      .meta({
        title: 'Applies to',
        description: 'The messages that must meet it; each list narrows, a list left out does not.',
      }),
    fulfilledBy: z
      .strictObject({
        variables: variables.meta({
          title: 'Variables',
          description: 'It is met where all of these stand in the text.',
        }),
        anyVariable: variables.meta({
          title: 'Any variable',
          description: 'It is met where one of these stands in the text.',
        }),
        ownVariable: z.boolean().default(false).meta({
          title: 'Own variable',
          description: 'It is met where a variable that the macro itself declares stands in the text.',
        }),
        clause: z.boolean().default(false).meta({
          title: 'Clause',
          description: 'It is met where the text names a clause that the macro reflects, or holds {clause}.',
        }),
        channels: z.array(channel).min(1).optional().meta({
          title: 'Channels',
          description: 'It is met by being sent this way.',
        }),
      })
      .optional()
      .meta({
        title: 'Fulfilled by',
        description: 'What meets it besides `<Covers requirement="…">`; any one of them is enough.',
      }),
    covered: z
      .strictObject({
        variables: variables.meta({ title: 'Variables', description: 'All of these.' }),
        words: z
          .record(organisationKey('languages'), z.array(line(200)).min(1))
          .optional()
          .meta({
            title: 'Words',
            description: 'Language to what must be named; alternatives are written `court | judge`.',
          }),
      })
      .optional()
      .meta({
        title: 'Covered text',
        description: 'What text marked with `<Covers>` must hold, so that the mark cannot be empty.',
      }),
    says: sentence.meta({ title: 'Says', description: 'What it asks for, in one sentence.' }),
    mend: sentence.meta({ title: 'Mend', description: 'A sentence that would meet it.' }),
    ...knowledge,
  })
  .refine(warnsOnly, warnsOnlyError);
export type Requirement = z.infer<typeof requirement>;

/** Something that no message may say: a redress route that is dead, or a word of another law. */
const forbidden = z
  .strictObject({
    kind: z.enum(['dead-route', 'vocabulary']).meta({
      title: 'Kind',
      description: 'A dead route is refused in every entry, a word in macros and passages.',
    }),
    phrases: z.array(line(80)).default([]).meta({
      title: 'Phrases',
      description: 'The words as they are written; all in capitals, capitals count.',
    }),
    hosts: z.array(line(120)).default([]).meta({
      title: 'Addresses',
      description: 'Host, or host and path, such as `example.org/complaints`.',
    }),
    regions: regions.meta({
      title: 'Regions',
      description: 'Forbidden in text that only people in these regions read; left out, in any.',
    }),
    exceptKinds: z.array(messageKind).default([]).meta({
      title: 'Except kinds',
      description: 'Kinds of message that may say it.',
    }),
    why: sentence.meta({ title: 'Why', description: 'Why it may not be said.' }),
    instead: sentence.meta({ title: 'Instead', description: 'What to write instead.' }),
    ...knowledge,
  })
  .refine(warnsOnly, warnsOnlyError);
export type Forbidden = z.infer<typeof forbidden>;

/** What messages must and must not say, content/requirements.yaml. */
export const requirements = z.strictObject({
  requirements: z.record(id, requirement).default({}).meta({
    title: 'Requirements',
    description: 'What messages must say, by the id that `<Covers requirement="…">` names.',
  }),
  forbidden: z.record(id, forbidden).default({}).meta({
    title: 'Forbidden',
    description: 'What no message may say, by id.',
  }),
});
export type Requirements = z.infer<typeof requirements>;
