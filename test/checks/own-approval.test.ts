import { cpSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPlaybook } from '#checks/check-playbook.ts';
import { textWriters } from '#checks/text-writers.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { run } from '#test/helpers/cli.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { validPlaybook } from '#test/helpers/playbook.ts';
import { edited, fixture } from '#test/helpers/told-change.ts';
import { approvedTextWriters } from '../../scripts/open-text-writers.ts';

const file = 'macros/counterfeit-overturned.mdx';
const path = `content/${file}`;
const [approved, other] = [
  fixture(file),
  edited(fixture(file), ['your listing is back', 'your item is back']),
];
const lead = { author: 'Policy Lead <lead@example.com>' };
const robin = { author: 'Robin <robin@example.com>' };

/** What the check says of approvals of the own text, as `path:line:col message`. */
async function told(root: string): Promise<string[]> {
  const read = await readPlaybook(root);
  if (!read.playbook) throw new Error('the playbook cannot be read');
  const writers = await approvedTextWriters(root, read.playbook);
  return checkPlaybook({ ...read, approvedTextWriters: writers }, '2026-11-22')
    .filter(({ rule }) => rule === 'macro-own-approval')
    .map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

describe('an approval by whoever wrote the text', () => {
  let git: TestRepository;
  beforeEach(() => {
    git = new TestRepository();
    cpSync(`${validPlaybook}/content`, `${git.root}/content`, { recursive: true });
    git.remove(path);
    git.commit('No macro yet');
  });
  afterEach(() => git.delete());

  test('is refused, with the names that are meant', async () => {
    git.save(path, approved, 'Write it', lead);
    expect(await told(git.root)).toMatchInlineSnapshot(`
      [
        "content/macros/counterfeit-overturned.mdx:20:7 Unexpected approval of the own text: Policy Lead wrote it and is \`policy-lead\`, expected another approver: there is none",
      ]
    `);
  });

  test.each([
    ['by the handle', 'policy-lead', ''],
    ['by the name, in any case', 'POLICY lead', ''],
    ['by a name in git', 'Kim', '    gitNames: [Kim]\n'],
  ])('is refused %s', async (_, name, extra) => {
    git.write(
      'content/organisation.yaml',
      edited(fixture('organisation.yaml'), ['    mayApprove:', `${extra}    mayApprove: `]),
    );
    git.save(path, approved, 'Write it', { author: `${name} <x@example.com>` });
    expect(await told(git.root)).toHaveLength(1);
  });

  test('is refused of a co-author, as a squash names those who wrote', async () => {
    git.save(path, approved, 'Write it (#4)\n\nCo-authored-by: policy-lead <lead@example.com>', robin);
    expect(await told(git.root)).toHaveLength(1);
  });

  test('is refused through a branch, a merge and a new name', async () => {
    git.git('checkout', '--quiet', '-b', 'macro');
    git.save('content/macros/granted.mdx', approved, 'Write it', lead);
    git.git('checkout', '--quiet', 'main');
    git.save(
      'content/glossary/appeal.mdx',
      edited(fixture('glossary/appeal.mdx'), ['no violation', 'no breach']),
    );
    git.merge(['macro'], 'Merge it', robin);
    git.move('content/macros/granted.mdx', path);
    git.commit('Call it by its outcome', robin);
    expect(await told(git.root)).toHaveLength(1);
  });

  test('is refused where somebody else brought the text back', async () => {
    git.save(path, approved, 'Write it', lead);
    git.save(path, other, 'Change it', robin);
    git.save(path, approved, 'Back again', robin);
    expect(await told(git.root)).toHaveLength(1);
  });

  test.each<[string, readonly (readonly [text: string, author: typeof lead])[]]>([
    ['of a text that somebody else wrote', [[approved, robin]]],
    [
      "with a commit of one's own that leaves the text alone",
      [
        [edited(approved, ['owner: appeals', 'owner: policy']), robin],
        [approved, lead],
      ],
    ],
    [
      'of a text that somebody else wrote upon the own one',
      [
        [other, lead],
        [approved, robin],
      ],
    ],
    [
      'of an older text than the one that the approver wrote since',
      [
        [approved, robin],
        [other, lead],
      ],
    ],
    [
      'of a text that the approver brought back',
      [
        [approved, robin],
        [other, robin],
        [approved, lead],
      ],
    ],
  ])('is fine %s', async (_, commits) => {
    for (const [text, author] of commits) git.save(path, text, 'Work on it', author);
    expect(await told(git.root)).toEqual([]);
  });

  test('is not looked for where git does not know the text', async () => {
    git.write(path, approved);
    expect(await told(git.root)).toEqual([]);
    git.git('config', 'user.name', 'Policy lead');
    expect(await told(git.root)).toEqual([]);
  });

  test('says nothing in a shallow clone that does not reach the text', async () => {
    git.save(path, approved, 'Write it', lead);
    git.save(path, edited(approved, ['owner: appeals', 'owner: policy']), 'Change the owner', lead);
    const shallow = new TestRepository();
    for (const [depth, issues] of [
      [1, 0],
      [2, 0],
      [3, 1],
    ] as const) {
      shallow.git('fetch', '--quiet', `--depth=${depth}`, `file://${git.root}`, 'main');
      shallow.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
      expect(await told(shallow.root), `depth ${depth}`).toHaveLength(issues);
    }
    shallow.delete();
  });

  test('stops the check', () => {
    git.save(path, approved, 'Write it', robin);
    expect(run('check', ['--root', git.root])).toMatchObject({ code: 0, out: '8 entries: no issues' });
    git.git('commit', '--quiet', '--amend', '--author=Policy lead <lead@example.com>', '--no-edit');
    const { code, out } = run('check', ['--root', git.root]);
    expect(code).toBe(1);
    expect(out).toContain('macro-own-approval');
  });
});

describe('whoever wrote a text first', () => {
  const revision = (blob: string, before: string, author: string, coAuthors: string[] = []) => ({
    blob,
    before,
    author,
    coAuthors,
  });
  test.each([
    ['nobody, without revisions', [], []],
    [
      'the author of the first revision that has it',
      [revision('T', 'B', 'Kim'), revision('B', '', 'Jo')],
      ['Kim'],
    ],
    ['with co-authors', [revision('T', '', 'Kim', ['Lee'])], ['Kim', 'Lee']],
    [
      'not who brought it back',
      [revision('T', 'B', 'Kim'), revision('B', 'T', 'Jo'), revision('T', '', 'Lee')],
      ['Lee'],
    ],
    [
      'nobody, where it stood at the edge of history',
      [revision('T', 'B', 'Kim'), revision('B', 'T', 'Jo')],
      [],
    ],
    ['nobody, of a text that never stood', [revision('B', '', 'Kim')], []],
  ])('%s', (_, revisions, expected) =>
    expect(textWriters(revisions, (blob) => blob === 'T')).toEqual(expected),
  );
});
