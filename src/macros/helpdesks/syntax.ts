import { escapeHtml } from '../render-html.ts';
import type { Syntax } from './helpdesk.ts';

const field = '[\\w.[\\]-]+';
const bare = new RegExp(`\\{\\{\\s*(${field})\\s*\\}\\}`, 'g');

/** `{{ticket.id}}` with `| default: "x"`, and `{% if field == "EU" %}`: Zendesk, Freshdesk. */
export const liquid: Syntax = {
  write: (path, fallback, markup) => {
    if (fallback === undefined) return `{{${path}}}`;
    const text = markup === 'html' ? escapeHtml(fallback) : fallback;
    if (/\{\{|\}\}|\{%|%\}/.test(text)) return undefined;
    if (!text.includes('"')) return `{{${path} | default: "${text}"}}`;
    return text.includes("'") ? undefined : `{{${path} | default: '${text}'}}`;
  },
  placeholder: new RegExp(
    `\\{\\{\\s*(${field})\\s*(?:\\|\\s*default:\\s*(?:"([^"]*)"|'([^']*)')\\s*)?\\}\\}`,
    'g',
  ),
  reserved: /\{\{|\}\}|\{%|%\}/,
  conditions: {
    open: (path, values) => `{% if ${values.map((value) => `${path} == "${value}"`).join(' or ')} %}`,
    close: '{% endif %}',
    opening: /\{%-?\s*if\s+((?:(?!%\}).)+?)\s*-?%\}/g,
    read: (test) => {
      const tests = test.split(/\s+or\s+/).map((one) => new RegExp(`^(${field}) == "([^"]*)"$`).exec(one));
      const path = tests[0]?.[1];
      if (path === undefined || tests.some((one) => one?.[1] !== path)) return undefined;
      return { path, values: tests.map((one) => one?.[2] ?? '') };
    },
  },
};

/** `{{ticket.id}}` and nothing for a value that is missing: Gorgias, Front. */
export const bareBraces: Syntax = {
  write: (path, fallback) => (fallback === undefined ? `{{${path}}}` : undefined),
  placeholder: bare,
  reserved: /\{\{|\}\}/,
};

/** `{{#if customer.firstName}}{{customer.firstName}}{{else}}there{{/if}}`: Kustomer. */
export const handlebars: Syntax = {
  write: (path, fallback) => {
    if (fallback === undefined) return `{{${path}}}`;
    return /^[\p{L}\p{N} .,'-]+$/u.test(fallback)
      ? `{{#if ${path}}}{{${path}}}{{else}}${fallback}{{/if}}`
      : undefined;
  },
  placeholder: new RegExp(
    `\\{\\{#if (${field})\\}\\}\\{\\{\\1\\}\\}\\{\\{else\\}\\}([^{}]*)\\{\\{/if\\}\\}|${bare.source}`,
    'g',
  ),
  reserved: /\{\{|\}\}|\[\[|\]\]/,
};

/** `<attribute key="user.first_name" default="there"/>`: Intercom. */
export const attributeElement: Syntax = {
  write: (path, fallback, markup) => {
    if (markup === 'html')
      return `<attribute key="${escapeHtml(path)}"${fallback === undefined ? '' : ` default="${escapeHtml(fallback)}"`}/>`;
    if (fallback === undefined) return `{{${path}}}`;
    return fallback.includes('"') ? undefined : `{{${path}|fallback:"${fallback}"}}`;
  },
  placeholder: new RegExp(
    `<attribute\\s+key="(${field})"(?:\\s+default="([^"]*)")?\\s*/?>(?:</attribute>)?|\\{\\{\\s*(${field})\\s*(?:\\|\\s*fallback:\\s*"([^"]*)"\\s*)?\\}\\}`,
    'g',
  ),
  reserved: /\{\{|\}\}/,
};

/** `{%customer.firstName,fallback=there%}`: Help Scout. */
export const percentBraces: Syntax = {
  write: (path, fallback, markup) => {
    if (fallback === undefined) return `{%${path}%}`;
    const text = markup === 'html' ? escapeHtml(fallback) : fallback;
    return /[,%{}=]/.test(fallback) ? undefined : `{%${path},fallback=${text}%}`;
  },
  placeholder: new RegExp(`\\{%\\s*(${field})\\s*(?:,\\s*fallback=([^%]*?)\\s*)?%\\}`, 'g'),
  reserved: /\{%|%\}/,
};
