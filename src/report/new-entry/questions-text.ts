import { listOf, type Question } from './questions.ts';

/** A question as it is asked in a terminal, with numbered choices. */
export function questionText({ title, description, choices, many }: Question): string {
  const width = Math.max(0, ...(choices ?? []).map(({ value }) => value.length));
  const list = (choices ?? []).map(
    ({ value, label }, index) =>
      `  ${String(index + 1).padStart(2)}  ${label ? `${value.padEnd(width)}  ${label}` : value}`,
  );
  const how = choices ? (many ? ', one or more, by number or name' : ', by number or name') : '';
  return ['', description, ...list, `${title}${how}: `].join('\n');
}

/** What was typed, with numbers of the list turned into what they stand for. */
export function answerFrom(typed: string, { choices, many }: Question): string {
  const text = typed.trim();
  if (!choices) return text;
  const named = (one: string) =>
    choices.some(({ value }) => value === one) ? one : (choices[Number(one) - 1]?.value ?? one);
  return many ? listOf(text).map(named).join(',') : named(text);
}

/** What has to be said with flags where nobody can be asked. */
export function missingText(questions: readonly Question[]): string {
  const facts = questions.filter(({ flag }) => flag.startsWith('facts.'));
  const others = questions.filter((question) => !facts.includes(question));
  const lines = others.map(
    ({ flag, description, choices, many }) =>
      `  --${flag} <${many ? 'several, with commas' : 'one'}>  ${description}${choices ? among(choices) : ''}`,
  );
  const factLines = facts.map(
    ({ title, description, choices }) => `    ${title}: ${description}${among(choices ?? [])}`,
  );
  return [
    `Unexpected end of answers, expected ${questions.length} more. They can be given as flags:`,
    ...lines,
    ...(facts.length ? ['  --facts <fact>=<value>,…', ...factLines] : []),
  ].join('\n');
}

const among = (choices: readonly { value: string }[]): string =>
  choices.length ? ` One of: ${choices.map(({ value }) => value).join(', ')}.` : ' There is none yet.';
