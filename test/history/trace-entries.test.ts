import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TestRepository } from '#test/helpers/git.ts';
import { traced } from '#test/helpers/traced.ts';

let repository: TestRepository;
beforeEach(() => {
  repository = new TestRepository();
});
afterEach(() => repository.delete());

const path = 'content/policies/fees.mdx';
const text = (...lines: string[]) => ['a', 'b', 'c', 'd', 'e', 'f', ...lines, ''].join('\n');

/** The revisions of an entry of the playbook, newest first, as `subject: how path (life)`. */
async function pastOf(id = 'policies/fees'): Promise<string[]> {
  const { revisions } = await traced(repository.root, { playbook: true });
  return revisions(id).map(
    ({ subject, how, path, renamedFrom, life }) =>
      `${subject}: ${how} ${renamedFrom ? `${renamedFrom} -> ` : ''}${path} (${life})`,
  );
}

async function ids(): Promise<string[]> {
  const { traces } = await traced(repository.root, { playbook: true });
  return traces.entries.map(({ id, present }) => (present ? id : `${id} (gone)`));
}

function branch(name: string, from = 'main'): void {
  repository.git('checkout', '--quiet', '-B', name, from);
}

const checkout = (name: string) => repository.git('checkout', '--quiet', name);

describe('the lives of an entry', () => {
  test('are two where it was removed and written again', async () => {
    repository.save(path, text('old'), 'Write');
    repository.remove(path);
    repository.commit('Remove');
    expect(await ids()).toEqual(['policies/fees (gone)']);
    repository.save(path, 'quite another\n', 'Again');
    expect(await ids()).toEqual(['policies/fees']);
    expect(await pastOf()).toEqual([
      `Again: created ${path} (2)`,
      `Remove: removed ${path} (1)`,
      `Write: created ${path} (1)`,
    ]);
  });

  test('are not mixed with those of another file that takes its path', async () => {
    repository.save(path, text('old'), 'Write');
    repository.move(path, 'content/policies/charges.mdx');
    repository.commit('Rename');
    repository.save(path, 'quite another\n', 'New');
    expect(await ids()).toEqual(['policies/charges', 'policies/fees']);
    expect(await pastOf()).toEqual([`New: created ${path} (1)`]);
    expect(await pastOf('policies/charges')).toEqual([
      `Rename: renamed ${path} -> content/policies/charges.mdx (1)`,
      `Write: created ${path} (1)`,
    ]);
  });

  test('change places where two files do', async () => {
    repository.write('content/glossary/a.mdx', 'one\ntwo\nthree\nfour\n');
    repository.save('content/glossary/b.mdx', 'five\nsix\nseven\neight\n', 'Write');
    repository.move('content/glossary/a.mdx', 'content/glossary/c.mdx');
    repository.move('content/glossary/b.mdx', 'content/glossary/a.mdx');
    repository.move('content/glossary/c.mdx', 'content/glossary/b.mdx');
    repository.commit('Swap');
    // To git both files were changed: it looks for renames among what is new and what is gone.
    expect(await pastOf('glossary/a')).toEqual([
      'Swap: changed content/glossary/a.mdx (1)',
      'Write: created content/glossary/a.mdx (1)',
    ]);
  });

  test('go on where a draft from outside becomes an entry, and end where an entry leaves', async () => {
    repository.save('drafts/fees.txt', text('draft'), 'Draft');
    repository.move('drafts/fees.txt', path);
    repository.commit('Publish');
    expect(await pastOf()).toEqual([
      `Publish: renamed drafts/fees.txt -> ${path} (1)`,
      'Draft: created drafts/fees.txt (1)',
    ]);
    repository.move(path, 'drafts/fees.txt');
    repository.commit('Withdraw');
    expect(await ids()).toEqual(['policies/fees (gone)']);
  });

  test('of two files under one id are told apart by their paths', async () => {
    repository.write('content/glossary/appeal.mdx', 'one\n');
    repository.save('content/glossary/appeal.md', 'two\n', 'Write');
    const { traces } = await traced(repository.root);
    expect(traces.entries.map(({ id }) => id)).toEqual([
      'content/glossary/appeal.md',
      'content/glossary/appeal.mdx',
    ]);
  });
});

describe('merges', () => {
  test('are revisions only where they make what no side had', async () => {
    repository.save(path, text('x'), 'Write');
    branch('side');
    repository.save(path, text('side'), 'Side');
    checkout('main');
    repository.save('content/glossary/other.mdx', 'x\n', 'Other');
    repository.merge(['side'], 'Clean');
    expect(await pastOf()).toEqual([`Side: changed ${path} (1)`, `Write: created ${path} (1)`]);

    branch('conflict', 'main~1');
    repository.save(path, text('conflict'), 'Conflict');
    checkout('main');
    expect(() => repository.merge(['conflict'], 'Settle')).toThrow();
    repository.save(path, text('both'), 'Settle');
    expect((await pastOf())[0]).toBe(`Settle: changed ${path} (1)`);
  });

  test('that take one side tell the other side too', async () => {
    repository.save(path, text('x'), 'Write');
    branch('side');
    repository.save(path, text('side'), 'Side');
    checkout('main');
    repository.save(path, text('main'), 'Main');
    repository.merge(['side'], 'Ours', {}, '--strategy=ours');
    expect(await pastOf()).toEqual([
      `Side: changed ${path} (1)`,
      `Main: changed ${path} (1)`,
      `Write: created ${path} (1)`,
    ]);
  });

  test('carry a change to the name that another side gave', async () => {
    repository.save(path, text('x'), 'Write');
    branch('side');
    repository.save(path, text('side'), 'Side');
    checkout('main');
    repository.move(path, 'content/procedures/fees.mdx');
    repository.commit('Move');
    repository.merge(['side'], 'Merge');
    // Neither side had this text under this name.
    expect(await pastOf('procedures/fees')).toEqual([
      'Merge: changed content/procedures/fees.mdx (1)',
      `Side: changed ${path} (1)`,
      `Move: renamed ${path} -> content/procedures/fees.mdx (1)`,
      `Write: created ${path} (1)`,
    ]);
    expect(await ids()).toEqual(['procedures/fees']);
  });

  test('of three branches bring the changes of each', async () => {
    repository.save(path, text('x'), 'Write');
    for (const name of ['one', 'two', 'three']) {
      branch(name);
      repository.save(`content/glossary/${name}.mdx`, `${name}\n`, name);
    }
    checkout('main');
    const merge = repository.merge(['one', 'two', 'three'], 'Octopus (#5)');
    const { revisions } = await traced(repository.root, { playbook: true });
    for (const name of ['one', 'two', 'three'])
      expect(revisions(`glossary/${name}`)).toMatchObject([
        { subject: name, how: 'created', landed: { commit: merge }, pullRequest: 5 },
      ]);
  });

  test('lend a revision that they land their pull request and approvals', async () => {
    repository.save(path, text('x'), 'Write');
    branch('side');
    repository.save(path, text('side'), 'Side\n\nApproved-by: Ada');
    checkout('main');
    const merge = repository.merge(['side'], 'Merge pull request #7 from a/b\n\nSide\n\nApproved-by: Grace', {
      date: '2026-03-01T12:00:00+01:00',
    });
    const { revisions } = await traced(repository.root, { playbook: true });
    expect(revisions('policies/fees')[0]).toMatchObject({
      subject: 'Side',
      pullRequest: 7,
      approvedBy: ['Ada', 'Grace'],
      landed: { commit: merge, date: '2026-03-01T12:00:00+01:00' },
    });
  });
});

describe('reverts', () => {
  test('name the commit that they undo and the one whose text they bring back', async () => {
    const first = repository.save(path, text('x'), 'Write');
    const second = repository.save(path, text('y'), 'Change');
    repository.git('revert', '--no-edit', 'HEAD');
    const { revisions } = await traced(repository.root, { playbook: true });
    expect(revisions('policies/fees')[0]).toMatchObject({ reverts: second, restores: first });
  });

  test('are told by the text alone where the message does not say so', async () => {
    const first = repository.save(path, text('x'), 'Write');
    repository.save(path, text('y'), 'Change');
    repository.save(path, text('x'), 'Other words');
    const { revisions } = await traced(repository.root, { playbook: true });
    expect(revisions('policies/fees')[0]).toMatchObject({ reverts: undefined, restores: first });
  });
});
