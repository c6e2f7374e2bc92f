import { requiredSections } from '#checks/prose/rules/required-section.ts';
import type { Unmet } from '#macros/unmet-requirements.ts';
import { placeholder } from '#playbook/placeholder.ts';
import { type ContentType, contentTypes } from '#schemas/index.ts';

/** The fields of a new entry. */
type Fields = Readonly<Record<string, unknown>>;

/** The body of a new entry: its sections, each with a placeholder, and in a macro the variables that it declares. */
export function bodyFor(type: ContentType, { code, variables }: Fields): string {
  if (type === 'policies')
    return section(
      `${code}-1 ${placeholder('what the clause is about')}`,
      'what is allowed, and what is not',
    );
  const sections = requiredSections[type];
  if (sections)
    return sections.map((heading) => section(heading, `what belongs under "${heading}"`)).join('\n');
  const names = Object.keys(variables ?? {}).map((name) => ` {${name}}`);
  return `${placeholder(`the text of the ${contentTypes[type].singular}`)}${names.join('')}\n`;
}

/** What a message must say in law, marked as such, so that nothing is missing from the first day on. */
export function requiredPassages(unmet: readonly Unmet[], { language, region }: Fields): string {
  const byRegion = Map.groupBy(unmet, ({ regions }) => (region === undefined ? regions.join(', ') : ''));
  return [...byRegion]
    .map(([regions, group]) => {
      const covers = group.map((one) => `\n${coversOf(one, String(language))}`).join('');
      return regions ? `\n<When region="${regions}">\n${covers}\n</When>\n` : covers;
    })
    .join('');
}

/** The mend of a requirement is English; in another language its words are given beside a placeholder. */
function coversOf({ id, requirement: { mend, says, covered } }: Unmet, language: string): string {
  const words = (covered?.words?.[language] ?? []).map((alternatives) => alternatives.split('|')[0]?.trim());
  const names = (covered?.variables ?? []).map((name) => `{${name}}`);
  const text =
    language === 'en' ? mend : [placeholder(says.replace(/[[\]]/g, '')), ...words, ...names].join(' ');
  return `<Covers requirement="${id}">\n\n${text}\n\n</Covers>\n`;
}

const section = (heading: string, what: string): string => `## ${heading}\n\n${placeholder(what)}\n`;
