import { parse, stringify } from 'yaml';
import type { Random } from './random.ts';

const words =
  'appeal, seller buyer "invoice" evidence: review CF-2 notice *strike* refund E06 – item’s [proof](/glossary/fact/)'.split(
    ' ',
  );

/** A few random edits of the text of an entry: of its fields, its sections, or of how both are written. */
export function randomEdit(random: Random, text: string): string {
  const [, front, body] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  if (front === undefined || body === undefined) return editedYaml(random, text);
  const part = random.below(3);
  return `---\n${part === 1 ? front : editedYaml(random, front)}---\n${part === 0 ? body : editedBody(random, body)}`;
}

function editedYaml(random: Random, yaml: string): string {
  let data: unknown = parse(yaml);
  const { rules } = (data ?? {}) as { rules?: { outcome: string }[] };
  // Most edits leave no table that can be read; a cell of it is the one that matters.
  if (rules && random.chance(0.4)) random.pick(rules).outcome = random.pick(rules).outcome;
  else for (let edits = random.below(4); edits > 0; edits--) data = editedValue(random, data);
  return stringify(data, {
    lineWidth: random.pick([0, 40, 80]),
    defaultStringType: random.pick(['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE']),
    collectionStyle: random.pick(['any', 'block']),
    minContentWidth: 0,
    aliasDuplicateObjects: random.chance(0.3),
  });
}

/** A value with one change somewhere inside it. */
function editedValue(random: Random, value: unknown): unknown {
  if (Array.isArray(value)) {
    const index = random.below(value.length + 1);
    switch (random.below(value.length === 0 ? 1 : 6)) {
      case 0:
        return value.toSpliced(
          index,
          0,
          value.length === 0 ? 'new' : editedValue(random, random.pick(value)),
        );
      case 1:
        return value.toSpliced(index, 1);
      case 2:
        return value.toSorted(() => random.next() - 0.5);
      default:
        return value.map((item, at) => (at === index ? editedValue(random, item) : item));
    }
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    const index = random.below(entries.length);
    const [key = 'key', inner] = entries[index] ?? [];
    switch (random.below(entries.length === 0 ? 1 : 12)) {
      case 0:
        return Object.fromEntries(entries.toSpliced(index, 0, [`${key}X`, inner ?? 'new']));
      case 1:
        return Object.fromEntries(entries.toSpliced(index, 1));
      case 2:
        return Object.fromEntries(entries.toSorted(() => random.next() - 0.5));
      default:
        return { ...value, [key]: editedValue(random, inner) };
    }
  }
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return editedProse(random, String(value ?? 'none'));
}

function editedBody(random: Random, body: string): string {
  const sections = body.split(/^(?=## )/m);
  for (let edits = 1 + random.below(3); edits > 0; edits--) {
    const index = random.below(sections.length);
    const section = sections[index] ?? '';
    switch (random.below(7)) {
      case 0:
        sections.splice(index, 1);
        break;
      case 1:
        sections.splice(
          index,
          0,
          `## ${random.pick(words)} ${random.below(100)}\n\n${editedProse(random, section.replace(/^## .*\n/, ''))}\n`,
        );
        break;
      case 2:
        sections.sort(() => random.next() - 0.5);
        break;
      case 3:
        sections[index] = section.replace(/^(## .*)$/m, `$1 ${random.pick(words)}`);
        break;
      case 4:
        sections[index] = section.replace(/([a-z,]) ([a-z])/g, (all, one, other) =>
          random.chance(0.2) ? `${one}\n${other}` : all,
        );
        break;
      default:
        sections[index] = section.replace(/(?<=\n\n)[^\n#][\s\S]*$/, (prose) => editedProse(random, prose));
    }
  }
  return sections.join('');
}

function editedProse(random: Random, text: string): string {
  const parts = text.split(/(?<= )/);
  for (let edits = 1 + random.below(3); edits > 0; edits--) {
    const index = random.below(parts.length);
    const word = () => `${random.pick(words)} `;
    parts.splice(index, random.below(3), ...Array.from({ length: random.below(3) }, word));
  }
  return parts.join('') || 'nothing';
}
