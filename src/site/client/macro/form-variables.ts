import type { Variable } from '#schemas/macro.ts';

/** A field of the form of blanks. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What the fields of a form say about the variables that they ask for, by name. */
export const variablesOf = (
  fields: readonly Field[],
): Record<string, Pick<Variable, 'label' | 'type' | 'required' | 'default'>> =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      {
        label: field.labels?.[0]?.firstChild?.textContent?.trim() ?? field.name,
        type: typeOf(field),
        required: field.getAttribute('aria-required') === 'true',
        default: field.dataset.default,
      },
    ]),
  );

function typeOf({ type, dataset }: Field): Variable['type'] {
  if (type === 'date' || type === 'url') return type;
  return dataset.type === 'list' || dataset.type === 'money' ? dataset.type : 'text';
}
