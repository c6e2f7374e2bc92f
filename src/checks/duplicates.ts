import type { AnyEntry } from '#playbook/entry.ts';
import { isSitePath } from '#playbook/paths.ts';
import { metaOf, walkSchema } from '#playbook/walk-schema.ts';
import { contentTypes } from '#schemas/index.ts';
import { atField, atPosition } from './at.ts';
import type { Check } from './check.ts';

/** What must be the only one of its kind is. */
export const duplicates: Check = {
  rules: [
    {
      name: 'duplicate-code',
      explains: 'A code belongs to one entry of its type, because people cite it instead of the title.',
      bad: 'code: E06 (in two evidence standards)',
      good: 'code: E07',
    },
    {
      name: 'duplicate-clause',
      explains: 'A clause code belongs to one clause, because macros and templates cite it.',
      bad: '## CF-2 Proof of origin (twice)',
      good: '## CF-3 Proof of origin',
    },
    {
      name: 'duplicate-address',
      explains:
        'An old address leads to one entry and is not the address of another page, because it redirects for ever.',
      bad: 'formerly: [policies/counterfeit] (an entry that exists)',
      good: 'formerly: [policies/fakes]',
    },
  ],
  run({ playbook }) {
    const codes = new Map<string, AnyEntry>();
    const clauses = new Map<string, AnyEntry>();
    const addresses = new Map<string, AnyEntry>(playbook.entries.map((entry) => [entry.id, entry]));
    return playbook.entries.flatMap((entry) => [
      ...uniqueValues(entry).flatMap(({ path, value }) => {
        const first = claim(codes, `${entry.type} ${value}`, entry);
        return first
          ? [
              atField(entry, path, {
                rule: 'duplicate-code',
                message: `Unexpected code \`${value}\`, expected one that no other entry has`,
                hint: `${first.file} has it.`,
              }),
            ]
          : [];
      }),
      ...entry.clauses.flatMap((clause) => {
        const first = claim(clauses, clause.code, entry);
        return first
          ? [
              atPosition(entry.file, clause, {
                rule: 'duplicate-clause',
                message: `Unexpected clause code \`${clause.code}\`, expected one that no other clause has`,
                hint: `${first.file} has it.`,
              }),
            ]
          : [];
      }),
      ...entry.data.formerly.flatMap((former, index) => {
        const answers = isSitePath(former)
          ? 'A page of the site itself'
          : claim(addresses, former, entry)?.file;
        return answers
          ? [
              atField(entry, ['formerly', index], {
                rule: 'duplicate-address',
                message: `Unexpected old address \`${former}\`, expected one that leads nowhere else`,
                hint: `${answers} answers there.`,
              }),
            ]
          : [];
      }),
    ]);
  },
};

/** The entry that has the key already, or undefined after noting this one. */
function claim(owners: Map<string, AnyEntry>, key: string, entry: AnyEntry): AnyEntry | undefined {
  const owner = owners.get(key);
  if (!owner) owners.set(key, entry);
  return owner;
}

function uniqueValues(entry: AnyEntry) {
  const found: { path: readonly (string | number)[]; value: string }[] = [];
  walkSchema(contentTypes[entry.type].schema, entry.data, (schema, value, path) => {
    if (metaOf(schema).unique && typeof value === 'string') found.push({ path, value });
  });
  return found;
}
