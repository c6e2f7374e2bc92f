import { z } from 'zod';
import { clauseCode, organisationKey, referenceTo, sentence, sharedFields } from './fields.ts';

const name = (what: string) =>
  z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_+-]*$/, {
    error: `Unexpected ${what}, expected letters, digits, hyphens, _ or +`,
  });

/** A question with finitely many answers. */
const fact = z.strictObject({
  ask: sentence.meta({ title: 'Question', description: 'What the reviewer establishes, as a question.' }),
  values: z
    .record(name('value'), sentence)
    .refine((values) => Object.keys(values).length >= 2, {
      error: 'Unexpected number of values, expected at least two',
    })
    .meta({
      title: 'Values',
      description: 'Each possible answer with a sentence; quote numbers, yes and no.',
    }),
  evidence: z
    .array(referenceTo('evidence-standards'))
    .default([])
    .meta({ title: 'Evidence', description: 'Evidence standards that establish it.' }),
});

/** A set of combinations: fact -> one value or a list of values; a fact left out means any value. */
const when = z.record(name('fact'), z.union([z.string(), z.array(z.string()).min(1)]));

/** Combinations that cannot occur. */
const exclusion = z.strictObject({
  when: when.meta({
    title: 'When',
    description: 'The combinations: fact to one value or a list; a fact left out means any.',
  }),
  because: sentence.meta({ title: 'Because', description: 'Why they cannot occur.' }),
});

/** One row of the table. */
const rule = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z]{1,3}[1-9]\d{0,2}[a-z]?$/, { error: 'Unexpected rule id, expected one such as `R1`' })
    .meta({
      title: 'Rule',
      description: 'R and a number, unique in the table; it never changes its meaning.',
    }),
  when: when.default({}).meta({
    title: 'When',
    description: 'The combinations it decides: fact to one value or a list; a fact left out means any.',
  }),
  outcome: organisationKey('outcomes').meta({
    title: 'Outcome',
    description: 'A key of `outcomes` in organisation.yaml.',
  }),
  because: sentence.meta({
    title: 'Because',
    description: 'The reason, in a sentence that can be given to the user.',
  }),
  authority: organisationKey('roles')
    .optional()
    .meta({ title: 'Authority', description: 'The lowest role that may decide so: a key of `roles`.' }),
  macro: referenceTo('macros').optional().meta({ title: 'Macro', description: 'The macro to send.' }),
  noMacro: sentence.optional().meta({
    title: 'No macro',
    description: 'Why nothing is sent, where the rule names no macro.',
  }),
  escalation: referenceTo('escalation-paths')
    .optional()
    .meta({ title: 'Escalation', description: 'Where the case goes if it is not decided here.' }),
});

/** The part of a decision template that decides: also readable on its own, from any file. */
export const decisionTableFields = {
  hit: z.enum(['unique', 'first']).default('unique').meta({
    title: 'Hit policy',
    description: '`unique`: no two rules may disagree; `first`: the first rule that matches decides.',
  }),
  facts: z
    .record(name('fact'), fact)
    .meta({ title: 'Facts', description: 'What the reviewer establishes, in the order of asking by hand.' }),
  exclusions: z
    .array(exclusion)
    .default([])
    .meta({ title: 'Exclusions', description: 'Combinations that cannot occur, each with the reason.' }),
  rules: z
    .array(rule)
    .min(1)
    .meta({ title: 'Rules', description: 'The table: each rule with its conditions, outcome and reason.' }),
};

/** A table over finite facts, on its own. */
export const decisionTable = z.object(decisionTableFields);
export type DecisionTable = z.infer<typeof decisionTable>;
export type When = z.infer<typeof when>;
export type Rule = z.infer<typeof rule>;

/** How a case under a policy is decided. */
export const decisionTemplate = z.strictObject({
  ...sharedFields,
  policy: referenceTo('policies').meta({ title: 'Policy', description: 'The policy that it applies.' }),
  clauses: z
    .array(clauseCode)
    .min(1)
    .meta({ title: 'Clauses', description: 'The clauses that it applies, by code.' }),
  actions: z.array(organisationKey('enforcementActions')).min(1).meta({
    title: 'Actions appealed',
    description: 'The enforcement actions that may be appealed with it.',
  }),
  standardOfProof: z.enum(['balance-of-probabilities', 'clear-and-convincing', 'certainty']).meta({
    title: 'Standard of proof',
    description: 'How sure the reviewer must be of a fact that harms the person who appeals.',
  }),
  ...decisionTableFields,
});
