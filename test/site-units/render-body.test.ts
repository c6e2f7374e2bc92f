import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { expect, test } from 'vitest';
import type { AnyEntry } from '#playbook/entry.ts';
import { readClauses, readHeadings } from '#repository/headings.ts';
import { type BodyContext, renderBody } from '#site/render/body.ts';

const context: BodyContext = {
  base: '/handbook/',
  outcomes: {
    overturn: {
      code: 'O2',
      name: 'Overturn',
      family: 'overturn',
      meaning: 'No violation.',
      remedies: ['Restore.'],
    },
  },
  labels: { first_name: 'First name' },
  passage: (slug) => [{ type: 'text', value: `Text of ${slug}.` }],
  usedBy: [],
};

/** A body as the site renders it, in an entry of the given type. */
function rendered(
  body: string,
  type: AnyEntry['type'] = 'procedures',
  more: Partial<BodyContext> = {},
): string {
  const tree = mdxToMdast(body, { features: { smartPunctuation: false } }) as Root;
  const headings = readHeadings(tree);
  const clauses = type === 'policies' ? readClauses(headings, body, 1) : [];
  const entry = {
    type,
    id: `${type}/x`,
    file: `content/${type}/x.mdx`,
    body,
    tree,
    headings,
    clauses,
    links: [],
  };
  return renderBody(entry as unknown as AnyEntry, { ...context, ...more });
}

test('site links come under the base path, fragments and other hosts stay', () => {
  const html = rendered('[a](/policies/x/#cf-1) [b](#here) [c](https://example.org/)');
  expect(html).toMatchInlineSnapshot(
    `"<p><a href="/handbook/policies/x/#cf-1">a</a> <a href="#here">b</a> <a href="https://example.org/" rel="noreferrer">c</a></p>"`,
  );
});

test('variables become chips with their labels', () => {
  expect(rendered('Hi {first_name},', 'macros')).toMatchInlineSnapshot(
    `"<p>Hi <var class="chip" data-name="first_name">First name</var>,</p>"`,
  );
});

test('a variable that nobody declared never reaches a page', () => {
  expect(() => rendered('{toString}', 'macros')).toThrow('Unexpected {toString}');
});

test('a boundary pair is two plain cases with their outcomes', () => {
  const pair = '<BoundaryPair>\n<Case outcome="overturn">Dated **300 days** before.</Case>\n</BoundaryPair>';
  expect(rendered(pair)).toMatchInlineSnapshot(
    `"<div class="pair" role="group" aria-label="Two cases that differ in one fact"><div class="case"><span class="outcome" data-family="overturn">Overturn</span><p>Dated <strong>300 days</strong> before.</p></div></div>"`,
  );
});

test('a component off the list never reaches a page, whatever objects inherit', () => {
  expect(() => rendered('<Script />')).toThrow('Unexpected <Script>');
  expect(() => rendered('<constructor />')).toThrow('Unexpected <constructor>');
});

test('a message shows who reads a stretch and where a passage comes from, in marks that are not copied', () => {
  const body =
    '<When region="EU, UK">\n\n<Passage id="redress-eu" />\n\n</When>\n\n<Covers requirement="x">All.</Covers>';
  expect(rendered(body, 'macros')).toMatchInlineSnapshot(`
    "<div class="when"><small data-condition="">Only for region EU or UK</small><div class="passage"><small data-not-sent=""><a href="/handbook/passages/redress-eu/">Passage</a></small>Text of redress-eu.</div></div>
    <p>All.</p>"
  `);
});

test('markup in text is text', () => {
  expect(rendered('A `<b>` and &lt;script&gt;.')).toMatchInlineSnapshot(
    `"<p>A <code>&#x3C;b></code> and &#x3C;script>.</p>"`,
  );
});

test('headings carry the ids of the reader, in order', () => {
  expect(rendered('## Steps\n\n## Steps')).toMatchInlineSnapshot(`
    "<h2 id="steps">Steps</h2>
    <h2 id="steps-1">Steps</h2>"
  `);
});

test('a clause is a section with its code as a link and its citations below', () => {
  const from = { id: 'macros/m', type: 'macros', data: { title: 'A macro' } } as unknown as AnyEntry;
  const html = rendered('Intro.\n\n## CF-1 No fakes\n\nText.\n\n## CF-2 Proof\n\nMore.', 'policies', {
    usedBy: [{ from, field: 'reflects', clause: 'CF-2' }],
  });
  expect(html.replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
    "<p>Intro.</p>
    <section class="clause">
    <h2 id="cf-1">
    <a class="clause-code" href="#cf-1" data-copy-link="">CF-1</a> No fakes</h2>
    <p>Text.</p>
    </section>
    <section class="clause">
    <h2 id="cf-2">
    <a class="clause-code" href="#cf-2" data-copy-link="">CF-2</a> Proof</h2>
    <p>More.</p>
    <details class="cited">
    <summary>Cited by 1 macro</summary>
    <ul>
    <li>
    <a href="/handbook/macros/m/">A macro</a>
    </li>
    </ul>
    </details>
    </section>"
  `);
});

test('images take the address of their folder', () => {
  expect(rendered('![Seal](./seal.png)')).toMatchInlineSnapshot(
    `"<p><img src="/handbook/procedures/seal.png" alt="Seal" loading="lazy"></p>"`,
  );
});
