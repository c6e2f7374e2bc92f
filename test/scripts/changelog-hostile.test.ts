import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { markdownToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#test/helpers/cli.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { ToldRepository } from '#test/helpers/told-repository.ts';

const subjects = [
  '<script>alert(1)</script> & <img src=x onerror=alert(1)> &lt;b&gt;',
  '[click](https://evil.example) ![x](https://evil.example/x.png) https://evil.example www.evil.example',
  '# Heading ``` `code` *em* __strong__ ~~gone~~ | table | <!-- comment',
  'pdf.\u202Eexe\u202C \u2066isolated\u2069 zero\u200Bwidth \u00ADsoft \uFEFFmark',
  'bell\u0007 \u001B[31mred\u001B[0m \u001B]8;;https://evil.example\u0007link\u001B]8;;\u0007 \u0085next',
  '</entry>]]> -- \\ \\\\ $(touch x) `touch x`',
  '1. one - two + three > four',
];

/** A folder of notes in a repository of another project, with whatever people can type into git. */
function notes(): ToldRepository {
  const repository = new ToldRepository(new TestRepository());
  const { git } = repository;
  git.write('docs/guide.md', '# Guide\n\nKeep it **short**.\n\n## Steps\n\n1. Read.\n');
  git.write('docs/deep/über uns.mdx', '---\ntitle: About\n---\n\nAbout us.\n');
  git.write('docs/picture.txt', 'no');
  git.write('README.md', 'Read me.\n');
  repository.commit('start', 'Start', { author: 'Ada <ada@example.com>' });
  git.write('docs/guide.md', '# Guide\n\nKeep it **very short**.\n\n## Steps\n\n1. Read.\n2. Ask CF-2.\n');
  git.write('docs/deep/über uns.mdx', '---\ntitle: About us\n---\n\nAbout us.\n');
  git.write('README.md', 'Read me twice.\n');
  repository.commit(
    'edit',
    'Shorter\n\nmail root@example.com\n\nApproved-by: Jo <jo@example.com>\nReviewed-by: max@example.com',
    { author: 'max@example.com <max@example.com>' },
  );
  for (const [index, subject] of subjects.entries()) {
    git.write('docs/guide.md', `# Guide ${index}\n`);
    const author = `${subject.replace(/[<>\n]/g, '')} <eve${index}@example.com>`;
    repository.commit(`hostile-${index}`, `${subject}\n\n${subject}\n\nApproved-by: ${subject}`, { author });
  }
  return repository;
}

describe('a plain folder of another repository', () => {
  let repository: ToldRepository;
  let outputs: Record<'text' | 'markdown' | 'json', string>;
  const told = (...args: string[]) =>
    run('changelog', ['--root', repository.git.root, '--dir', 'docs', ...args]).out;
  beforeAll(() => {
    repository = notes();
    outputs = {
      text: told(),
      markdown: told('--format', 'markdown'),
      json: told('--format', 'json'),
    };
  }, 60_000);
  afterAll(() => repository.git.delete());

  test('is told as text, whatever lies beside it', () => {
    expect(
      repository.named(told('--until', repository.git.git('rev-parse', 'HEAD~7').trim())),
    ).toMatchInlineSnapshot(`
      "deep/über uns
        2026-01-05  wording       <edit>  Shorter [max; approved by Jo]
            Why: mail [e-mail]
            title: “us” added
        2026-01-05  created       <start>  Start [Ada]

      guide
        2026-01-05  wording       <edit>  Shorter [max; approved by Jo]
            Why: mail [e-mail]
            Text: “very” added
            Section “Steps”: “2. Ask CF-2.” added
        2026-01-05  created       <start>  Start [Ada]"
    `);
  });

  test('is told from the top of the repository with --dir .', () => {
    const { out } = run('changelog', ['--root', repository.git.root, '--dir', '.', '--format', 'json']);
    expect(JSON.parse(out).entries.map(({ id, path }: { id: string; path: string }) => [id, path])).toEqual([
      ['README', 'README.md'],
      ['docs/deep/über uns', 'docs/deep/über uns.mdx'],
      ['docs/guide', 'docs/guide.md'],
    ]);
  });

  test('is told of a folder above the root', () => {
    const { out } = run('changelog', [
      '--root',
      `${repository.git.root}/docs/deep`,
      '--dir',
      '..',
      '--format',
      'json',
    ]);
    expect(JSON.parse(out).entries.map(({ id, path }: { id: string; path: string }) => [id, path])).toEqual([
      ['deep/über uns', 'über uns.mdx'],
      ['guide', '../guide.md'],
    ]);
  });

  test.each(['text', 'markdown', 'json'] as const)('gives no address away as %s', (format) => {
    expect(outputs[format]).not.toMatch(/[\w.]+@[\w.]+/);
    expect(outputs[format]).toContain('Jo');
  });

  test.each(['text', 'markdown', 'json'] as const)(
    'shows nothing as %s that hides or turns what stands there',
    (format) => {
      expect(outputs[format].replaceAll('\n', '')).not.toMatch(
        /(?![\u200C\u200D])[\p{Cc}\p{Cf}\u2028\u2029]/u,
      );
      expect(outputs[format]).toContain('pdf.');
    },
  );

  test('keeps a revision to its lines', () => {
    expect(outputs.text.split('\n').filter((line) => /^\S/.test(line))).toEqual(['deep/über uns', 'guide']);
    const revisions = outputs.text.split('\n').filter((line) => /^ {2}\S/.test(line));
    expect(revisions).toHaveLength(2 + 2 + subjects.length);
  });

  test('is Markdown of headings, lists and text as typed, and of nothing else', () => {
    const types = new Set<string>();
    const lines: string[] = [];
    visit(markdownToMdast(outputs.markdown) as Nodes, (node) => {
      types.add(node.type);
      if (node.type === 'link')
        expect(node.url).toBe(`${/^www/.test(textOf(node)) ? 'http://' : ''}${textOf(node)}`);
      if (node.type === 'paragraph') lines.push(textOf(node));
    });
    expect([...types].sort()).toEqual(
      ['root', 'heading', 'list', 'listItem', 'paragraph', 'strong', 'inlineCode', 'text', 'link'].sort(),
    );
    // An address takes the mark that protects what follows for a part of itself.
    const plain = (text: string) =>
      text
        .replaceAll('\\', '')
        .replace(/\s+/g, ' ')
        .replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
    const shown = plain(lines.join(' '));
    for (const subject of subjects) expect(shown).toContain(plain(subject));
  });

  test('is JSON that gives back what was typed, line by line', () => {
    const { entries } = JSON.parse(outputs.json);
    const { revisions } = entries.find(({ id }: { id: string }) => id === 'guide');
    expect(
      revisions
        .map(({ subject }: { subject: string }) => subject)
        .toReversed()
        .slice(2),
    ).toEqual(subjects.map((subject) => subject.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')));
  });
});
