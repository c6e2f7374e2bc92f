import { describe, expect, test } from 'vitest';
import { renderHtml } from '#macros/render-html.ts';
import { renderText } from '#macros/render-text.ts';
import { messageFrom } from '#test/helpers/macros.ts';

const letter = messageFrom(`
Hi {first_name},

**What we decided.** Your listing
is *back*.

- One
- Two & more
  1. inner
  2. last
- Three

  and more

Write to [us](https://a.example/x) or [help@a.example](mailto:help@a.example).\\
Bye
`);

describe('a message', () => {
  test('reads as plain text', () => {
    expect(renderText(letter)).toMatchInlineSnapshot(`
      "Hi {first_name},

      What we decided. Your listing is back.

      - One
      - Two & more
        1. inner
        2. last
      - Three

        and more

      Write to us (https://a.example/x) or help@a.example.
      Bye"
    `);
  });

  test('reads as HTML without anything that is not text', () => {
    expect(renderHtml(letter)).toMatchInlineSnapshot(
      `"<p>Hi {first_name},</p><p><strong>What we decided.</strong> Your listing is <em>back</em>.</p><ul><li>One</li><li>Two &amp; more<ol><li>inner</li><li>last</li></ol></li><li><p>Three</p><p>and more</p></li></ul><p>Write to <a href="https://a.example/x">us</a> or <a href="mailto:help@a.example">help@a.example</a>.<br>Bye</p>"`,
    );
  });

  test('is never rendered with a condition that is still open', () => {
    const open = messageFrom('<When region="EU">a</When>');
    expect(() => renderText(open)).toThrow(RangeError);
    expect(() => renderHtml(open)).toThrow(RangeError);
  });
});
