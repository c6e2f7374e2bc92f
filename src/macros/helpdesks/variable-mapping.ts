import type { Variable } from '#schemas/macro.ts';
import type { Helpdesk } from '#schemas/organisation.ts';
import type { HelpdeskFormat } from './helpdesk.ts';

/** How a variable of ours stands in a helpdesk. */
export type Mapped =
  /** A field, with what stands where it is empty. */
  | { kind: 'field'; path: string; fallback: string | undefined }
  /** Plain text: a default that is always sent, or a blank that the agent fills in. */
  | { kind: 'text'; text: string }
  /** The helpdesk has nothing for it. */
  | { kind: 'none' };

/** Maps a variable: as organisation.yaml says, else by a field that every account has. */
export function mapVariable(
  name: string,
  variable: Pick<Variable, 'default'> | undefined,
  { native }: HelpdeskFormat,
  settings: Helpdesk,
): Mapped {
  const own = <T>(record: Readonly<Record<string, T>>): T | undefined =>
    Object.hasOwn(record, name) ? record[name] : undefined;
  if (settings.sendDefault.includes(name) && variable?.default !== undefined)
    return { kind: 'text', text: variable.default };
  const path = own(settings.variables) ?? own(native) ?? settings.field?.replaceAll('{name}', name);
  if (path !== undefined) return { kind: 'field', path, fallback: variable?.default };
  return settings.blank
    ? { kind: 'text', text: settings.blank.replaceAll('{name}', name) }
    : { kind: 'none' };
}

/** The variables of a macro, each with how it stands in a helpdesk. */
export type Mapping = ReadonlyMap<string, Mapped>;

/** The plain text that stands for a variable in a helpdesk; undefined where a placeholder does. */
export const textFor =
  (mapping: Mapping) =>
  (name: string): string | undefined => {
    const mapped = mapping.get(name);
    return mapped?.kind === 'text' ? mapped.text : undefined;
  };
