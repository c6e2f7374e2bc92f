import { type Field, variablesOf } from './form-variables.ts';
import type { Kept } from './kept-values.ts';

/** The form at the left: one field for each blank, and the region of the reader where it matters. */
export class BlanksForm {
  readonly variables: ReturnType<typeof variablesOf>;
  private readonly fields: readonly Field[];

  constructor(desk: HTMLElement) {
    this.fields = [...desk.querySelectorAll<Field>('form :is(input, textarea, select)')];
    this.variables = variablesOf(this.fields);
  }

  /** What a blank is called. */
  readonly labelOf = (name: string): string => this.variables[name]?.label ?? name;

  field(name: string | null | undefined): Field | undefined {
    return this.fields.find((field) => field.name === name);
  }

  /** Puts kept values into the fields. */
  load({ values, region }: Kept): void {
    for (const field of this.fields) {
      field.value = field.name === 'region' ? region : (values[field.name] ?? '');
      // A region that this macro does not serve is no choice here.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
    }
  }

  /** What is kept, with what the fields say; values that other macros asked for stay. */
  read(kept: Kept): Kept {
    const values = { ...kept.values };
    let { region } = kept;
    for (const { name, value } of this.fields) {
      if (name === 'region') region = value;
      else if (value === '') delete values[name];
      else values[name] = value;
    }
    return { ...kept, values, region };
  }

  /** Shows the blanks that the text has, and marks the values that cannot be. */
  show(used: ReadonlySet<string>, invalid: readonly { name: string }[]): void {
    for (const field of this.fields) {
      const row = field.closest<HTMLElement>('.blank');
      if (row && field.name !== 'region') row.hidden = !used.has(field.name);
      mark(
        field,
        invalid.some(({ name }) => name === field.name),
      );
    }
  }

  /** Marks a field as what is in the way, and goes there. */
  goTo(name: string | undefined): void {
    const field = this.field(name);
    if (!field) return;
    mark(field, true);
    field.focus();
  }
}

function mark(field: Field, wrong: boolean): void {
  if (wrong) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}
