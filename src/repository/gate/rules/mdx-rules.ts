import type { GateRule } from '../rule.ts';

/** Rules for the body: the safe subset of MDX. */
export const mdxRules = {
  'mdx-syntax': {
    explains:
      'The body is valid MDX: braces and tags are closed, and a bare `<` or `{` is written otherwise.',
    example: 'body',
    bad: 'Fewer than <5 strikes.',
    good: 'Fewer than 5 strikes.',
  },
  'mdx-module': {
    explains:
      'A line that begins with `import` or `export` is code to MDX, so prose begins otherwise and code is refused.',
    example: 'body',
    bad: 'export licences are checked by the desk.',
    good: 'Licences for export are checked by the desk.',
  },
  'mdx-expression': {
    explains:
      'Braces hold a declared variable of a macro and nothing else, because content is never executed.',
    example: 'body',
    bad: 'Call {process.env.DESK}, {{desk}} or {"the desk"}.',
    good: 'Call the desk.',
  },
  'mdx-comment': {
    explains: 'Content has no comments, because what stands in it is either published or taken out.',
    example: 'body',
    bad: '{/* ask Legal */}',
    good: 'Ask Legal.',
  },
  'mdx-variable': {
    explains:
      'A variable in a macro is one that the macro or organisation.yaml declares, written `{name}` without spaces.',
    example: 'macro',
    bad: 'Hello {frist_name},',
    good: 'Hello {first_name},',
  },
  'mdx-html': {
    explains:
      'HTML is refused, because it reaches the page as written; Markdown and the listed components say the same.',
    example: 'body',
    bad: '<b onclick="pay()">Pay</b>',
    good: '**Pay**',
  },
  'mdx-component': {
    explains: 'Components are those on the list, where they belong.',
    example: 'body',
    bad: '<Warning>Do not refund.</Warning>',
    good: '<Note kind="caution">\n\nDo not refund.\n\n</Note>',
  },
  'mdx-component-place': {
    explains:
      'A component stands where it has a meaning: on lines of its own, in its parent, with the children that it needs.',
    example: 'body',
    bad: '<Case outcome="uphold">\n\nThe seal was broken.\n\n</Case>',
    good: '<BoundaryPair>\n\n<Case outcome="uphold">\n\nThe seal was broken.\n\n</Case>\n\n<Case outcome="overturn">\n\nThe seal was whole.\n\n</Case>\n\n</BoundaryPair>',
  },
  'mdx-attribute': {
    explains: 'A component has the attributes that it knows, each once, with literal text.',
    example: 'body',
    bad: '<Note kind={kind} onclick="pay()">\n\nAsk Legal.\n\n</Note>',
    good: '<Note kind="legal">\n\nAsk Legal.\n\n</Note>',
  },
  'mdx-directive': {
    explains: 'Directives with `:::` are refused, because they would stand in the page as written.',
    example: 'body',
    bad: ':::note\nAsk Legal.\n:::',
    good: '<Note kind="tip">\n\nAsk Legal.\n\n</Note>',
  },
  'mdx-definition': {
    explains:
      'Links stand where they are used, and footnotes are refused, because a clause is cited and compared by itself.',
    example: 'body',
    bad: 'See [the policy][1].\n\n[1]: /policies/counterfeit/',
    good: 'See [the policy](/policies/counterfeit/).',
  },
  'mdx-heading-depth': {
    explains:
      'Headings begin at `##` and go down one step at a time, because the title is the first heading of the page.',
    example: 'body',
    bad: '# Proof',
    good: '## Proof',
  },
  'mdx-nested': {
    explains: 'Emphasis, lists and tags are nested at most 250 levels deep, because nobody can read more.',
    example: 'body',
    bad: '«*a  × 300»«a*  × 300»',
    good: '*Only* where it counts.',
  },
  'mdx-too-many': {
    explains:
      'Braces, tags and character references are counted before parsing, because the time that the parser takes grows faster than their number.',
    example: 'body',
    bad: '«&amp; × 2001»',
    good: '<Note kind="tip">\n\nText.\n\n</Note>',
  },
  'mdx-unsupported': {
    explains: 'The body uses Markdown that the site renders.',
    example: 'body',
    bad: '<></>',
    good: 'Text.',
  },
} as const satisfies Record<string, GateRule>;
