import { displayLine } from '#history/display-text.ts';
import { parseField } from '#history/read-field.ts';
import { splitEntry, splitFields } from '#history/split-entry.ts';

/** The fields of one line that an old text of an entry gives itself, whatever else is wrong with it. */
export function fieldsIn(text: string | undefined): (key: string) => string | undefined {
  const fields = splitFields(splitEntry((text ?? '').replaceAll('\r\n', '\n')).front ?? '');
  return (key) => {
    const yaml = fields?.get(key);
    const value = yaml === undefined ? undefined : parseField(key, yaml)?.value;
    return typeof value === 'string' ? displayLine(value) : undefined;
  };
}
