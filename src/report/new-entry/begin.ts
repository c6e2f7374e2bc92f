import { safeParse } from 'zod/v4/core';
import { didYouMean, nearest } from '#playbook/nearest.ts';
import type { Playbook } from '#playbook/playbook.ts';
import { slug as slugSchema } from '#schemas/fields.ts';
import { type ContentType, contentTypeNames, contentTypes } from '#schemas/index.ts';
import { type Answers, flagOf, listOf, questionsFor, refusal } from './questions.ts';
import { requiredFields } from './required-fields.ts';
import { answersFrom, sourceOf } from './starters.ts';

/** The flags that answer beforehand, for every type together: each required field that one line of text can fill. */
export const answerFlags: Readonly<Record<string, { type: 'string' }>> = Object.fromEntries(
  contentTypeNames
    .flatMap((type) => flagsOf(type))
    .sort()
    .map((flag) => [flag, { type: 'string' as const }]),
);

function flagsOf(type: ContentType): string[] {
  const flags = requiredFields(type)
    .filter(({ kind }) => kind !== 'other' && kind !== 'texts')
    .map(({ path }) => flagOf(path))
    .filter((flag) => flag !== 'status' && !(type === 'precedents' && flag === 'outcome'));
  return type === 'precedents' ? [...flags, 'facts'] : flags;
}

/** A content type by its folder or by its name in the singular, `policy` or `evidence-standard`. */
export const typeNamed = (given: string): ContentType | undefined =>
  contentTypeNames.find((type) => type === given || singular(type) === given);

const singular = (type: ContentType): string => contentTypes[type].singular.replaceAll(' ', '-');

/** Why a type that does not exist is refused, with the nearest that does. */
export function unknownType(given: string): string {
  const near = nearest(given, [...contentTypeNames, ...contentTypeNames.map(singular)], 1)[0];
  const meant = near && typeNamed(near);
  return `Unexpected type \`${given}\`, expected one of ${contentTypeNames.join(', ')}.${meant ? ` Did you mean \`${meant}\`?` : ''}`;
}

/** Why an entry cannot be begun under a name; undefined where it can. `files` are all that exist, sound or not. */
export function nameRefusal(
  playbook: Playbook,
  files: readonly string[],
  type: ContentType,
  slug: string,
): string | undefined {
  const [stem = '', language, more] = slug.split('.');
  const parsed = safeParse(slugSchema, stem);
  if (!parsed.success || more !== undefined)
    return `${parsed.success ? 'Unexpected slug, expected at most one full stop' : parsed.error.issues[0]?.message}: found \`${slug}\`.`;
  const id = `${type}/${slug}`;
  if (language !== undefined) {
    if (type !== 'macros')
      return `Unexpected slug \`${slug}\`, expected one without a language: only macros have translations beside them.`;
    const { languages } = playbook.organisation;
    if (!Object.hasOwn(languages, language))
      return `Unexpected language \`${language}\`, expected a key of \`languages\` in organisation.yaml. ${didYouMean(language, Object.keys(languages))}`;
    if (!playbook.find('macros', stem))
      return `Unexpected translation without a source, expected the macro \`${stem}\`. ${didYouMean(
        stem,
        playbook.ofType('macros').map((macro) => macro.slug),
      )}`;
  }
  if (files.includes(`content/${id}.mdx`))
    return `Unexpected slug \`${slug}\`, expected one that is free: content/${id}.mdx exists and is not overwritten.`;
  const former = playbook.entries.find(({ data }) => data.formerly.includes(id));
  return former
    ? `Unexpected slug \`${slug}\`, expected one that no other entry had: /${id}/ leads to ${former.file}.`
    : undefined;
}

/** What flags, and the source of a translation, answer; or everything that is wrong with the flags, a line each. */
export function answersGiven(
  playbook: Playbook,
  type: ContentType,
  slug: string,
  flags: Readonly<Record<string, unknown>>,
): Answers | string {
  const source = sourceOf(playbook, type, slug);
  const given = Object.entries(flags).flatMap(([flag, value]) =>
    Object.hasOwn(answerFlags, flag) && typeof value === 'string' ? [[flag, value] as const] : [],
  );
  const foreign = given.filter(([flag]) => !flagsOf(type).includes(flag));
  const answers = new Map([
    ...(source ? answersFrom(source, slug.split('.')[1] ?? '') : []),
    ...given.filter(([flag]) => flag !== 'facts'),
    ...given.flatMap(([flag, value]) => (flag === 'facts' ? factAnswers(value) : [])),
  ]);
  const questions = questionsFor(type, playbook, answers);
  const problems = [
    ...foreign.map(
      ([flag]) =>
        `Unexpected flag \`--${flag}\`, expected one of ${flagsOf(type)
          .map((known) => `--${known}`)
          .join(', ')}`,
    ),
    ...[...answers].flatMap(([flag, answer]) => {
      if (foreign.some(([known]) => known === flag)) return [];
      const question = questions.find((question) => question.flag === flag);
      const field = requiredFields(type).find(({ path }) => flagOf(path) === flag);
      const why = question
        ? refusal(type, playbook, question, answer)
        : field
          ? wrongText(field.schema, answer)
          : `Unexpected fact \`${flag.slice(6)}\`, expected one that the template asks for`;
      return why ? [`--${flag.startsWith('facts.') ? 'facts' : flag}: ${why}`] : [];
    }),
  ];
  return problems.length ? problems.join('\n') : answers;
}

const wrongText = (schema: Parameters<typeof safeParse>[0], answer: string): string | undefined =>
  safeParse(schema, answer).error?.issues[0]?.message;

const factAnswers = (given: string): [string, string][] =>
  listOf(given).map((pair) => {
    const [fact = '', value = ''] = pair.split('=');
    return [`facts.${fact}`, value];
  });
