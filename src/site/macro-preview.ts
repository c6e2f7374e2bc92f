import { escapeHtml, escapeText, renderHtml } from '#macros/render-html.ts';
import type { Block } from '#macros/text.ts';

/** A message as it is shown on its page: what is missing is marked, and text that only some regions get says so. */
export const previewHtml = (
  blocks: readonly Block[],
  labelOf: (variable: string) => string,
  /** Key to name. */
  regions: Readonly<Record<string, string>>,
): string =>
  renderHtml(blocks, {
    variable: ({ name, value, origin, href }) => {
      if (value === undefined)
        return `<mark class="chip" data-name="${name}">${escapeText(labelOf(name))}</mark>`;
      const text = escapeText(value).replaceAll('\n', '<br>');
      const shown = href ? `<a href="${escapeHtml(href)}" rel="noreferrer">${text}</a>` : text;
      return `<span class="${origin === 'default' ? 'default' : 'given'}" data-name="${name}">${shown}</span>`;
    },
    when: ({ region = [] }, html) => {
      const names = region.map((key) => regions[key] ?? key).join(' or ');
      const label = `<small>Only for ${escapeText(names)}</small>`;
      return /^<(?:p|ul|ol|div)\b/.test(html)
        ? `<div class="when">${label}${html}</div>`
        : `<span class="when">${label} ${html}</span>`;
    },
    strong: 'strong',
    emphasis: 'em',
  });
