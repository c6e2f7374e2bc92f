import type { Organisation } from '#schemas/organisation.ts';
import type { AnyEntry } from './entry.ts';

/** Who answers for an entry, as organisation.yaml has it. */
export interface Owner {
  /** A key of `teams`. */
  team: string;
  name: string;
  /** The keys of `people` that belong to the team, in the order of organisation.yaml. */
  people: readonly string[];
  /** Whom GitHub asks to review: the team's own name there, or else those of its people; empty where none is known. */
  github: readonly string[];
}

/** The owner of an entry; undefined where its team is not in organisation.yaml, which a check reports. */
export function ownerOf(
  { teams, people }: Organisation,
  { data: { owner } }: Pick<AnyEntry, 'data'>,
): Owner | undefined {
  const team = Object.hasOwn(teams, owner) ? teams[owner] : undefined;
  if (!team) return undefined;
  const members = Object.entries(people).filter(([, person]) => person.team === owner);
  const github = team.github ? [team.github] : members.flatMap(([, person]) => person.github ?? []);
  return { team: owner, name: team.name, people: members.map(([handle]) => handle), github };
}
