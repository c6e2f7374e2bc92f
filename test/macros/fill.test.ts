import { describe, expect, test } from 'vitest';
import { fill, localeOf } from '#macros/fill.ts';
import { renderHtml } from '#macros/render-html.ts';
import { renderLine, renderText } from '#macros/render-text.ts';
import { parseSubject } from '#macros/subject.ts';
import { messageFrom } from '#test/helpers/macros.ts';

const variables = {
  first_name: { type: 'text', required: false, default: 'there' },
  facts: { type: 'text', required: true },
  day: { type: 'date', required: true },
  link: { type: 'url', required: true },
  items: { type: 'list', required: true },
  amount: { type: 'money', required: true },
} as const;

const filled = (mdx: string, values: Record<string, string>, locale = 'en-GB') =>
  fill({ subject: parseSubject('Case {facts}'), text: messageFrom(mdx) }, { variables, values, locale });

describe('fill', () => {
  test.each([
    ['a default where nothing is typed', 'Hi {first_name},', {}, 'Hi there,'],
    ['what is typed, without its edges', 'Hi {first_name},', { first_name: ' Sam ' }, 'Hi Sam,'],
    ['a day in words', '{day}', { day: '2026-11-03' }, '3 November 2026'],
    ['a day as it was typed, where it is no ISO date', '{day}', { day: 'next Monday' }, 'next Monday'],
    ['a list with commas', '{items}', { items: 'one\n two \nthree' }, 'one, two, three'],
    ['a value that looks like a pattern', '{facts}', { facts: '$& $1 $$ $`' }, '$& $1 $$ $`'],
    ['a value that looks like a variable', '{facts}', { facts: '{first_name}' }, '{first_name}'],
    ['a name that the record of values inherits', '{facts}', { facts: 'x', constructor: 'y' }, 'x'],
  ])('puts in %s', (_, mdx, values, expected) => {
    expect(renderText(filled(mdx, values).text)).toBe(expected);
  });

  test('formats days for the reader', () => {
    const day = (locale: string) => renderText(filled('{day}', { day: '2026-11-03' }, locale).text);
    expect([localeOf('en', 'US'), localeOf('en', 'UK'), localeOf('de', 'EU')].map(day)).toEqual([
      'November 3, 2026',
      '3 November 2026',
      '3. November 2026',
    ]);
  });

  test('names what is missing, in the order of reading, the subject first', () => {
    expect(filled('{day} {facts} {first_name} {day}', {}).missing).toEqual(['facts', 'day']);
  });

  test('leaves what is missing visible', () => {
    const { text, subject } = filled('{day}', {});
    expect([renderLine(subject), renderText(text)]).toEqual(['Case {facts}', '{day}']);
  });

  test.each([
    ['link', 'javascript:alert(1)'],
    ['link', 'http://a.example'],
    ['link', 'https://a.example/"onclick="x'],
    ['day', '2026-02-30'],
    ['amount', 'some'],
  ])('says why %s cannot be %s', (name, value) => {
    expect(filled(`{${name}}`, { [name]: value }).invalid.map((one) => one.name)).toEqual([name]);
  });

  test('makes no markup of a value', () => {
    const html = renderHtml(
      filled('{facts}', { facts: '<img src=x onerror=alert(1)> & "quotes"\nnext' }).text,
    );
    expect(html).toBe('<p>&lt;img src=x onerror=alert(1)&gt; &amp; "quotes"<br>next</p>');
  });

  test('links an address that is safe, and no other', () => {
    expect(renderHtml(filled('{link}', { link: 'https://a.example/?a=1&b=2' }).text)).toBe(
      '<p><a href="https://a.example/?a=1&amp;b=2">https://a.example/?a=1&amp;b=2</a></p>',
    );
    expect(renderHtml(filled('{link}', { link: 'javascript:x' }).text)).toBe('<p>javascript:x</p>');
  });
});
