import { describe, expect, test } from 'vitest';
import { playbookFiles, textFiles } from '#history/entry-files.ts';

describe('playbookFiles', () => {
  test.each<[string, string, string | undefined, string | undefined]>([
    ['', 'content/policies/fees.mdx', 'policies/fees', 'policies'],
    ['', 'content/organisation.yaml', 'organisation', 'organisation'],
    ['', 'content/policies/old/fees.mdx', 'policies/old/fees', undefined],
    ['', 'content/constructor/fees.mdx', 'constructor/fees', undefined],
    ['', 'content/other.yaml', undefined, undefined],
    ['', 'content/policies/fees.md', undefined, undefined],
    ['', 'drafts/fees.mdx', undefined, undefined],
    ['teams/eu/', 'teams/eu/content/macros/hello.mdx', 'macros/hello', 'macros'],
    ['teams/eu/', 'content/macros/hello.mdx', undefined, undefined],
  ])('under %j, %j is %j, compared as %j', (prefix, path, id, kind) => {
    const files = playbookFiles(prefix);
    expect(files.idOf(path)).toBe(id);
    expect(files.kindOf(id ?? '')).toBe(kind);
  });
});

describe('textFiles', () => {
  test.each<[string, string, string, string | undefined]>([
    ['', '', 'a/b.md', 'a/b'],
    ['', '.', 'a/b.MDX', 'a/b'],
    ['', './docs/', 'docs/b.md', 'b'],
    ['', 'docs', 'docs-old/b.md', undefined],
    ['sub/', 'docs', 'sub/docs/b.md', 'b'],
    ['', '', 'a/b.txt', undefined],
    ['teams/eu/', '..', 'teams/us/b.md', 'us/b'],
    ['teams/eu/', '../..', 'b.md', 'b'],
  ])('under %j in %j, %j is %j', (prefix, dir, path, id) => {
    expect(textFiles(prefix, dir).idOf(path)).toBe(id);
  });

  test.each([
    ['', 'a/b.md', 'a/b.md'],
    ['teams/eu/', 'teams/eu/a.md', 'a.md'],
    ['teams/eu/', 'teams/us/a.md', '../us/a.md'],
    ['teams/eu/', 'a.md', '../../a.md'],
  ])('from %j, %j is seen as %j', (prefix, path, shown) => {
    expect(textFiles(prefix, '').shown(path)).toBe(shown);
  });
});
