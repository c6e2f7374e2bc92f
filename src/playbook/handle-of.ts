import type { Organisation } from '#schemas/organisation.ts';

/** The handle in `people` that a name means: the handle itself, its name, its name in git or on GitHub; whatever the case. */
export function handleOf({ people }: Organisation, name: string): string | undefined {
  const wanted = plain(name);
  return Object.entries(people).find(([handle, person]) =>
    [handle, person.name, ...person.gitNames, person.github ?? handle].some((one) => plain(one) === wanted),
  )?.[0];
}

const plain = (name: string): string => name.normalize('NFKC').trim().replace(/^@/, '').toLowerCase();
