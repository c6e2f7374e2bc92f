import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changesByWeek, lastThatMattered } from '#history/changes-by-week.ts';
import { describeChange } from '#history/describe-change.ts';
import { type ToldEntry, type ToldRevision, tellEntries } from '#history/tell-entries.ts';
import { openHistory } from '#site/open-history.ts';
import { edited, fixture } from '#test/helpers/told-change.ts';
import { ToldRepository } from '#test/helpers/told-repository.ts';

const policy = 'policies/counterfeit.mdx';
const path = `content/${policy}`;
const stricter = ['is removed', 'must be removed'] as const;

/** All entries of a repository as they are told. */
async function tellAll(root: string): Promise<ToldEntry[]> {
  const { traces, teller, reader } = await openHistory(root);
  const entries = await Array.fromAsync(tellEntries(traces.entries, teller));
  await reader.close();
  return entries;
}

describe('revisions', () => {
  let repository: ToldRepository;
  beforeEach(() => {
    repository = ToldRepository.withPlaybook();
  });
  afterEach(() => repository.git.delete());
  const revisionsOf = async (id: string): Promise<ToldRevision[]> =>
    (await tellAll(repository.git.root)).find(({ trace }) => trace.id === id)?.revisions ?? [];
  const named = (id: string | undefined) => id && repository.named(id);

  test('of a revert say what it reverts and whose text it brings back, and what that changes', async () => {
    const { git } = repository;
    repository.edit('change', 'Stricter', policy, [stricter]);
    git.gitWith({}, 'revert', '--no-edit', 'HEAD');
    repository.name('revert', git.head());
    git.gitWith({}, 'revert', '--no-edit', 'HEAD');
    repository.name('again', git.head());
    const told = await revisionsOf('policies/counterfeit');
    expect(
      told.map(({ commit, kind, reverts, restores, changes }) => [
        ...[commit, reverts, restores].map(named),
        kind,
        changes.map(describeChange).join(),
      ]),
    ).toEqual([
      ['<again>', '<revert>', '<change>', 'requirement', 'Clause CF-1: “is” to “must be”'],
      ['<revert>', '<change>', '<start>', 'requirement', 'Clause CF-1: “must be” to “is”'],
      ['<change>', undefined, undefined, 'requirement', 'Clause CF-1: “is” to “must be”'],
      ['<start>', undefined, undefined, 'created', ''],
    ]);
  });

  test('of a squash are one, with everybody who wrote', async () => {
    const { git } = repository;
    git.git('checkout', '--quiet', '-b', 'topic');
    repository.edit('one', 'One', policy, [stricter]);
    repository.edit('two', 'Two', policy, [stricter, ['severity: S3', 'severity: S2']]);
    git.git('checkout', '--quiet', 'main');
    git.git('merge', '--quiet', '--squash', 'topic');
    repository.commit('squash', 'Stricter (#7)\n\nCo-authored-by: Kim <kim@example.com>');
    git.git('branch', '--quiet', '-D', 'topic');
    const [squash, ...older] = await revisionsOf('policies/counterfeit');
    expect(older).toHaveLength(1);
    expect(squash).toMatchObject({
      pullRequest: 7,
      author: 'Ada Lovelace',
      coAuthors: ['Kim'],
      kind: 'requirement',
    });
    expect(squash?.changes.map(describeChange)).toEqual([
      'Severity: S3 to S2',
      'Clause CF-1: “is” to “must be”',
    ]);
  });

  test('after a removal belong to a second life: the entry restored, or another one at its address', async () => {
    const { git } = repository;
    git.remove(path);
    repository.commit('removal', 'Gone');
    repository.edit('return', 'Back', policy, [stricter]);
    git.remove(path);
    repository.commit('removed again', 'Gone again');
    git.write(
      path,
      edited(
        fixture(policy),
        ['title: Counterfeit goods', 'title: Copies'],
        [/## CF-1[\s\S]*/, '## CF-1 Copies\n\nNo copies.\n'],
      ),
    );
    repository.commit('another', 'Another policy');
    git.remove(path);
    repository.commit('removed too', 'Gone');
    repository.edit('first', 'The first one again', policy, []);
    const told = await revisionsOf('policies/counterfeit');
    expect(told.map(({ commit, kind, life }) => [named(commit), kind, life])).toEqual([
      ['<first>', 'restored', 4],
      ['<removed too>', 'retired', 3],
      ['<another>', 'created', 3],
      ['<removed again>', 'retired', 2],
      ['<return>', 'restored', 2],
      ['<removal>', 'retired', 1],
      ['<start>', 'created', 1],
    ]);
    expect(told[2]?.changes).toEqual([]);
    expect(told[4]?.changes.map(describeChange)).toEqual(['Clause CF-1: “is” to “must be”']);
  });

  test.each([
    ['Change-kind: wording', '', 'requirement', []],
    ['Change-kind: wording\nApproved-by: Ada Lovelace <ada@example.com>', '', 'requirement', []],
    ['Change-kind: wording\nApproved-by: Kim <kim@example.com>', '', 'wording', ['Kim']],
    ['Change-kind: wording', 'Approved-by: Kim', 'wording', ['Kim']],
    ['Change-kind: Wording\nApproved-by: Kim', 'Reviewed-by: Lee', 'wording', ['Kim']],
    ['Approved-by: Kim', '', 'requirement', []],
    ['Change-kind: wording\nReviewed-by: Kim', '', 'requirement', []],
  ])('with %j, merged with %j, are told as %s', async (trailers, merged, kind, loweredBy) => {
    const { git } = repository;
    git.git('checkout', '--quiet', '-b', 'topic');
    repository.edit('change', `Say it better\n\n${trailers}`, policy, [stricter]);
    git.git('checkout', '--quiet', 'main');
    git.merge(['topic'], `Merge pull request #9 from x/topic\n\n${merged}`);
    expect((await revisionsOf('policies/counterfeit'))[0]).toMatchObject({ kind, loweredBy, pullRequest: 9 });
  });

  test('of an entry that became one of another type are told, whatever fits', async () => {
    const { git } = repository;
    git.move('content/glossary/appeal.mdx', 'content/procedures/appeal.mdx');
    repository.commit('move', 'It is a procedure');
    const procedure = fixture('procedures/intake-and-triage.mdx').replace(/^---[\s\S]*?---\n/, '');
    git.write(
      'content/procedures/appeal.mdx',
      fixture('glossary/appeal.mdx').replace(/seeAlso.*\n/, 'role: frontline\n') + procedure,
    );
    repository.commit('rewrite', 'Make it one');
    const told = await revisionsOf('procedures/appeal');
    expect(
      told.map(({ kind, renamedFrom, changes }) => [kind, renamedFrom, changes.map(describeChange)]),
    ).toMatchInlineSnapshot(`
      [
        [
          "requirement",
          undefined,
          [
            "Role: set to frontline",
            "seeAlso: “seeAlso: [policies/counterfeit]” removed",
            "Section “Steps”: new",
            "Section “When you are done”: new",
            "Section “If it goes wrong”: new",
          ],
        ],
        [
          "renamed",
          "content/glossary/appeal.mdx",
          [],
        ],
        [
          "created",
          undefined,
          [],
        ],
      ]
    `);
  });

  test('that formatted everything are not what mattered last', async () => {
    repository.edit('change', 'Stricter', policy, [stricter]);
    repository.edit('format', 'Format', policy, [
      stricter,
      ['formerly: [policies/fakes]', 'formerly:\n  - policies/fakes'],
    ]);
    repository.git.move(path, 'content/policies/copies.mdx');
    repository.commit('rename', 'Another name');
    const told = await revisionsOf('policies/copies');
    expect(told.map(({ kind }) => kind)).toEqual(['renamed', 'housekeeping', 'requirement', 'created']);
    expect(named(lastThatMattered(told)?.commit)).toBe('<change>');
    expect(lastThatMattered(told.slice(0, 2))).toBeUndefined();
  });

  test('are listed by the week in which they landed, strongest first', async () => {
    const { git } = repository;
    const on = (date: string) => ({ date });
    // Sunday evening in Greenwich is Monday in Berlin.
    repository.edit(
      'owner',
      'Owner',
      'glossary/appeal.mdx',
      [['owner: appeals', 'owner: policy']],
      on('2026-02-01T23:30:00Z'),
    );
    repository.edit(
      'wording',
      'Wording',
      'procedures/intake-and-triage.mdx',
      [['Ask the lead', 'Ask a lead']],
      on('2026-02-03T10:00:00Z'),
    );
    repository.edit('clause', 'Clause', policy, [stricter], on('2026-02-04T10:00:00Z'));
    repository.edit(
      'cell',
      'Cell',
      'decision-templates/counterfeit.mdx',
      [[/(partial \}\n {4}outcome: )[\w-]+/, '$1uphold']],
      on('2026-02-02T10:00:00Z'),
    );
    git.remove('content/escalation-paths/policy-team.mdx');
    repository.commit('removal', 'Gone', on('2026-02-05T10:00:00Z'));
    repository.edit(
      'late',
      'Late',
      'evidence-standards/supplier-invoice.mdx',
      [['365', '180']],
      on('2026-02-08T22:59:59Z'),
    );
    const weeks = changesByWeek(await tellAll(git.root), 'Europe/Berlin');
    expect(weeks.map(({ week, changes }) => [week.id, changes.length])).toEqual([
      ['2026-W06', 6],
      ['2026-W02', 9],
    ]);
    expect(weeks[0]?.changes.map(({ revision }) => named(revision.commit))).toEqual([
      '<cell>',
      '<late>',
      '<clause>',
      '<removal>',
      '<wording>',
      '<owner>',
    ]);
    expect(changesByWeek(await tellAll(git.root), 'UTC').map(({ week }) => week.id)).toEqual([
      '2026-W06',
      '2026-W05',
      '2026-W02',
    ]);
  });
});
