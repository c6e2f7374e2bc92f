import { safeParse } from 'zod/v4/core';
import { didYouMean } from '#playbook/nearest.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { fieldAt } from '#playbook/walk-schema.ts';
import { type ContentType, contentTypes } from '#schemas/index.ts';
import { type Choice, choicesOf, clauses } from './choices.ts';
import { type RequiredField, requiredFields } from './required-fields.ts';

/** What was answered, by the name of the flag. */
export type Answers = ReadonlyMap<string, string>;

/** Something that only the author can say. */
export interface Question {
  /** Its flag without the dashes, `standard-of-proof`. */
  flag: string;
  title: string;
  description: string;
  /** Whether several may be given, separated by commas. */
  many: boolean;
  /** What may be answered; undefined where the field says it by its form. */
  choices: readonly Choice[] | undefined;
  field: RequiredField;
}

/** `standard-of-proof` for `standardOfProof`, `dsa-category` for a field inside another. */
export const flagOf = (path: readonly string[]): string =>
  path.join('-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The questions that a new entry of a type asks, narrowed by what was answered; facts of a precedent come one by one. */
export function questionsFor(type: ContentType, playbook: Playbook, answers: Answers): Question[] {
  return requiredFields(type).flatMap((field): Question[] => {
    const { path, meta, kind } = field;
    const flag = flagOf(path);
    const { title = flag, description = '' } = meta;
    const base = { flag, title, description, field, many: kind === 'choices' };
    // A draft is what is begun here, and its outcome is what the table says.
    if (flag === 'status' || (type === 'precedents' && flag === 'outcome')) return [];
    if (type === 'precedents' && flag === 'facts') return factQuestions(playbook, answers, base);
    if (kind === 'word') {
      const next = nextCode(type, playbook, field);
      return next && !answers.has(flag) ? [] : [{ ...base, choices: undefined }];
    }
    return kind === 'choice' || kind === 'choices'
      ? [{ ...base, choices: narrowed(playbook, answers, field) }]
      : [];
  });
}

/** The questions that are left, and the answers with those that have only one choice. */
export function remaining(
  type: ContentType,
  playbook: Playbook,
  given: Answers,
): { answers: Answers; open: Question[] } {
  const answers = new Map(given);
  for (const { flag, choices, many } of questionsFor(type, playbook, given)) {
    const [only, other] = choices ?? [];
    if (only && !other && !many && !answers.has(flag)) answers.set(flag, only.value);
  }
  const open = questionsFor(type, playbook, answers).filter(({ flag }) => !answers.has(flag));
  return answers.size === given.size ? { answers, open } : remaining(type, playbook, answers);
}

/** The choices that are left after what was answered: clauses of the policy, DSA categories of the policy area. */
function narrowed(playbook: Playbook, answers: Answers, field: RequiredField): Choice[] {
  if (field.references === 'clause') return clauses(playbook, answers.get('policy'));
  const area = playbook.organisation.policyAreas[answers.get('area') ?? ''];
  const choices = choicesOf(playbook, field);
  return area && flagOf(field.path) === 'dsa-category'
    ? choices.filter(({ value }) => area.dsaCategories.some((category) => category === value))
    : choices;
}

function factQuestions(playbook: Playbook, answers: Answers, base: Omit<Question, 'choices'>): Question[] {
  const template = playbook.find('decision-templates', answers.get('template') ?? '');
  if (!template) return [{ ...base, choices: undefined }];
  return Object.entries(template.data.facts).map(([name, { ask, values }]) => ({
    ...base,
    flag: `facts.${name}`,
    title: name,
    description: ask,
    choices: Object.entries(values).map(([value, label]) => ({ value, label })),
  }));
}

/** The code after the last one where codes of a type count up, `E21`; undefined where they do not. */
export function nextCode(
  type: ContentType,
  playbook: Playbook,
  { path, meta }: RequiredField,
): string | undefined {
  if (!meta.unique) return undefined;
  const codes = codesOf(type, playbook, path).map((code) => /^(\D+)(\d+)$/.exec(code));
  const [first] = codes;
  if (!first || codes.some((code) => code?.[1] !== first[1])) return undefined;
  const last = Math.max(...codes.map((code) => Number(code?.[2])));
  return `${first[1]}${String(last + 1).padStart(first[2]?.length ?? 0, '0')}`;
}

const codesOf = (type: ContentType, playbook: Playbook, path: readonly string[]): string[] =>
  playbook.ofType(type).flatMap(({ data }) => {
    const value = (data as Record<string, unknown>)[path[0] ?? ''];
    return typeof value === 'string' ? [value] : [];
  });

/** What is wrong with an answer, in one or two sentences; undefined where it will do. */
export function refusal(
  type: ContentType,
  playbook: Playbook,
  { choices, many, title, field }: Question,
  answer: string,
): string | undefined {
  const name = title.toLowerCase();
  if (choices) {
    const known = choices.map(({ value }) => value);
    const given = many ? listOf(answer) : [answer];
    if (given.length === 0) return `Unexpected absence, expected at least one of: ${known.join(', ')}`;
    const wrong = given.find((one) => !known.includes(one));
    return wrong === undefined
      ? undefined
      : `Unexpected ${name} \`${wrong}\`, expected one that can be chosen. ${didYouMean(wrong, known)}`;
  }
  const parsed = safeParse(fieldAt(contentTypes[type].schema, field.path) ?? field.schema, answer);
  if (!parsed.success) return parsed.error.issues[0]?.message;
  return field.meta.unique && codesOf(type, playbook, field.path).includes(answer)
    ? `Unexpected ${name} \`${answer}\`, expected one that no other entry has. Taken are: ${codesOf(type, playbook, field.path).join(', ')}.`
    : undefined;
}

/** The parts of an answer that names several. */
export const listOf = (answer: string): string[] => answer.split(/[,\s]+/).filter(Boolean);
