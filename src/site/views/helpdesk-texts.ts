import type { HelpdeskFormat, LiveText } from '#macros/helpdesks/helpdesk.ts';
import { helpdesks } from '#macros/helpdesks/helpdesks.ts';
import { readBack } from '#macros/helpdesks/read-back.ts';
import { renderText } from '#macros/render-text.ts';
import { textDigest } from '#macros/text-digest.ts';
import type { Entry } from '#playbook/entry.ts';
import type { HelpdeskName } from '#schemas/organisation.ts';
import { helpdeskExports } from '../helpdesk-exports.ts';
import type { SiteSource } from '../site-source.ts';

/** One macro with the placeholders of each helpdesk, as `/macros/<slug>/helpdesks.json` gives it. */
export interface HelpdeskTexts {
  /** Digest of the text that they were made from. */
  revision: string;
  texts: Partial<Record<HelpdeskName, HelpdeskText[]>>;
}

/** The text for one helpdesk; one for each region where the helpdesk cannot choose by region. */
export interface HelpdeskText {
  region: string | undefined;
  /** What the exporter writes, where that is HTML. */
  html: string | undefined;
  plain: string;
}

/** The texts of one macro for every helpdesk that can express it; none where it may not be sent. */
export function helpdeskTexts(
  { playbook }: Pick<SiteSource, 'playbook'>,
  macro: Entry<'macros'>,
): HelpdeskTexts {
  const texts: HelpdeskTexts['texts'] = {};
  for (const { helpdesk, macros } of helpdeskExports(playbook)) {
    const format = helpdesks[helpdesk];
    const found = macros
      .filter(({ id }) => id === macro.id)
      .flatMap(({ region, body }): HelpdeskText[] => {
        const text = format.read(body as Readonly<Record<string, unknown>>)?.texts.body;
        if (!text) return [];
        return [
          { region, html: text.markup === 'html' ? text.value : undefined, plain: plainOf(text, format) },
        ];
      });
    if (found.length > 0) texts[helpdesk] = found;
  }
  return { revision: textDigest(playbook, macro), texts };
}

/** The helpdesks for which a macro has a text, by key and name. */
export const helpdesksOf = (
  source: Pick<SiteSource, 'playbook'>,
  macro: Entry<'macros'>,
): { key: HelpdeskName; name: string }[] =>
  helpdeskExports(source.playbook)
    .filter(({ macros }) => macros.some(({ id }) => id === macro.id))
    .map(({ helpdesk }) => ({ key: helpdesk, name: helpdesks[helpdesk].name }));

/** A text without its markup; where the helpdesk itself chooses by region only the markup says all of it. */
function plainOf(text: LiveText, { syntax }: HelpdeskFormat): string {
  if (text.markup !== 'html') return text.value;
  const placeholder = (path: string, fallback: string | undefined) =>
    syntax.write(path, fallback, 'plain') ?? path;
  if (syntax.conditions && text.value.search(syntax.conditions.opening) >= 0) return text.value;
  return renderText(
    readBack(text, syntax, placeholder, () => undefined),
    ({ name }) => name,
  );
}
