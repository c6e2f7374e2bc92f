import type { Helpdesk } from '#schemas/organisation.ts';
import { renderHtml } from '../render-html.ts';
import { renderMarkdown } from '../render-markdown.ts';
import { renderLine, renderText } from '../render-text.ts';
import type { VariableUse } from '../text.ts';
import type { HelpdeskFormat, Markup, Writer } from './helpdesk.ts';
import type { Mapping } from './variable-mapping.ts';

/** Writes texts for a helpdesk with its placeholders in them; every variable has a field that the helpdesk can write. */
export function writerFor({ syntax }: HelpdeskFormat, { region }: Helpdesk, mapping: Mapping): Writer {
  const variable =
    (markup: Markup) =>
    ({ name }: VariableUse): string => {
      const mapped = mapping.get(name);
      return (mapped?.kind === 'field' && syntax.write(mapped.path, mapped.fallback, markup)) || `{${name}}`;
    };
  const { conditions } = syntax;
  return {
    html: (blocks) =>
      renderHtml(blocks, {
        variable: variable('html'),
        ...(conditions && region
          ? { when: (on, html) => conditions.open(region, on.region ?? []) + html + conditions.close }
          : {}),
        strong: 'strong',
        emphasis: 'em',
      }),
    markdown: (blocks) => renderMarkdown(blocks, variable('markdown')),
    plain: (blocks) => renderText(blocks, variable('plain')),
    line: (line) => renderLine(line, variable('plain')),
  };
}
