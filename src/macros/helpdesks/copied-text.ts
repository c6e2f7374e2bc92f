import type { Variable } from '#schemas/macro.ts';
import type { Helpdesk, HelpdeskName } from '#schemas/organisation.ts';
import { resolve } from '../resolve.ts';
import { type Block, hasConditions, variablesIn } from '../text.ts';
import { choosesByRegion } from './helpdesk.ts';
import { helpdesks } from './helpdesks.ts';
import { substitute } from './substitute.ts';
import { type Mapped, mapVariable, textFor } from './variable-mapping.ts';
import { writerFor } from './writer.ts';

/** A text as it is pasted into a helpdesk. */
interface CopiedText {
  /** Undefined where the helpdesk takes no HTML. */
  html: string | undefined;
  /** Without markup; where only the markup says all of it, because the helpdesk chooses by region, that markup. */
  plain: string;
}

/**
 * What the exporter writes for a helpdesk, from the text with its conditions on the region still open: for that region,
 * or for all of them where the helpdesk chooses. Undefined where the helpdesk cannot say one of the variables; throws a
 * RangeError where a region is needed and left out.
 */
export function copiedText(
  open: readonly Block[],
  region: string | undefined,
  variables: Readonly<Record<string, Pick<Variable, 'default'>>>,
  helpdesk: HelpdeskName,
  settings: Helpdesk,
): CopiedText | undefined {
  const format = helpdesks[helpdesk];
  const text = region === undefined || choosesByRegion(format, settings) ? open : resolve(open, { region });
  const mapping = new Map(
    variablesIn(text).map((name) => [name, mapVariable(name, variables[name], format, settings)]),
  );
  const canSay = (mapped: Mapped): boolean =>
    mapped.kind === 'text' ||
    (mapped.kind === 'field' &&
      format.syntax.write(mapped.path, mapped.fallback, format.markup) !== undefined);
  if (![...mapping.values()].every(canSay)) return undefined;
  const write = writerFor(format, settings, mapping);
  const sent = substitute(text, textFor(mapping));
  if (format.markup === 'markdown') return { html: undefined, plain: write.markdown(sent) };
  const html = write.html(sent);
  return { html, plain: hasConditions(sent) ? html : write.plain(sent) };
}
