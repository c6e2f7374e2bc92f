import type { GateRule } from '../rule.ts';

/** Rules for frontmatter and for the named YAML files. */
export const yamlRules = {
  'yaml-fence': {
    explains:
      'Frontmatter begins in the first line with exactly `---` and ends with a line that is exactly `---`, so that every program agrees where it ends.',
    example: 'frontmatter',
    bad: '+++\ntitle: Appeal\n+++\n',
    good: '---\ntitle: Appeal\n---\n',
  },
  'yaml-syntax': {
    explains: 'Frontmatter is valid YAML 1.2.',
    example: 'yaml',
    bad: 'title: Appeals: how they end',
    good: "title: 'Appeals: how they end'",
  },
  'yaml-not-a-mapping': {
    explains: 'Frontmatter is a mapping of fields to values.',
    example: 'yaml',
    bad: '- title: Appeal',
    good: 'title: Appeal',
  },
  'yaml-too-large': {
    explains:
      'YAML has at most 40,000 words and signs, because the time to read it is time that every check takes.',
    example: 'yaml',
    bad: 'title: [«a, × 20001»]',
    good: 'title: Appeal',
  },
  'yaml-duplicate-key': {
    explains: 'A field stands once in its mapping, because programs disagree on which of two counts.',
    example: 'yaml',
    bad: 'title: Appeal\ntitle: Complaint',
    good: 'title: Appeal\nsummary: A complaint.',
  },
  'yaml-key': {
    explains:
      'Keys are plain names; `<<` and the names of JavaScript internals are refused, because they change more than they say.',
    example: 'yaml',
    bad: '__proto__: { admin: yes }',
    good: 'admin: none',
  },
  'yaml-alias': {
    explains: 'Anchors and aliases are refused, because a value must be readable where it stands.',
    example: 'yaml',
    bad: 'summary: &text An appeal.\ntitle: *text',
    good: 'summary: An appeal.\ntitle: Appeal',
  },
  'yaml-tag': {
    explains:
      'Tags are refused, because they make a program read a value as something that it does not look like.',
    example: 'yaml',
    bad: 'title: !!binary QXBwZWFs',
    good: 'title: Appeal',
  },
  'yaml-directive': {
    explains: 'Directives are refused, because they change how the rest of the text is read.',
    example: 'yaml',
    bad: '%YAML 1.1\n---\ntitle: Appeal',
    good: 'title: Appeal',
  },
  'yaml-several-documents': {
    explains: 'There is one YAML document, because what follows it would be read by nobody.',
    example: 'yaml',
    bad: 'title: Appeal\n...\ntitle: Complaint',
    good: 'title: Appeal',
  },
  'yaml-comment': {
    explains:
      'A comment after a value has two spaces before `#` and one after it, because `case #123` is read as `case`.',
    example: 'yaml',
    bad: 'title: case #123',
    good: "title: 'case #123'  # quoted",
  },
  'yaml-ambiguous': {
    explains:
      'Text that some version of YAML reads as a boolean, a number, a date or nothing is quoted, so that all read the same.',
    example: 'frontmatter',
    bad: '---\nfacts:\n  sent:\n    ask: Was it sent?\n    values: { yes: It was sent., no: It was not sent. }\n---\n',
    good: "---\nfacts:\n  sent:\n    ask: Was it sent?\n    values: { 'yes': It was sent., 'no': It was not sent. }\n---\n",
  },
} as const satisfies Record<string, GateRule>;
