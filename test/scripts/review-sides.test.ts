import { describe, expect, test } from 'vitest';
import { passageFile } from '#test/helpers/macros.ts';
import { precedent, template } from '#test/helpers/overturned-precedent.ts';
import { smallFiles } from '#test/helpers/review.ts';
import {
  edit,
  emptyRepository,
  json,
  playbook,
  policy,
  writePlaybook,
} from '#test/helpers/review-repository.ts';

describe('npm run review, between two sides', () => {
  test('begins where the branch left, whatever the base has done since', async () => {
    const repository = playbook();
    const fork = repository.head();
    repository.git('checkout', '--quiet', '-b', 'change');
    edit(repository, policy, 'is removed.', 'must be removed.');
    repository.commit('Say must', { author: 'Kim Author <kim@example.com>' });
    repository.git('checkout', '--quiet', 'main');
    repository.remove(template);
    repository.commit('Remove the table');
    const found = await json(repository, 'main', 'change');
    expect(found).toMatchObject({ base: fork, commits: 1, authors: [{ name: 'Kim Author' }] });
    expect(found.entries.map(({ id }: { id: string }) => id)).toEqual(['policies/counterfeit']);
  });

  test('reads the folder as it stands: what is staged, not staged, and not tracked', async () => {
    const repository = playbook();
    edit(repository, policy, 'is removed.', 'must be removed.');
    repository.git('add', '--all');
    repository.move('content/glossary/appeal.mdx', 'content/glossary/appeals.mdx');
    repository.write('content/passages/thanks.mdx', passageFile('Thank you.'));
    repository.git('config', 'user.name', 'Kim Author');
    const found = await json(repository, 'HEAD', 'worktree');
    expect(found).toMatchObject({ head: 'worktree', commits: 0, authors: [{ name: 'Kim Author' }] });
    expect(
      found.entries.map(({ id, kind, renamedFrom }: Record<string, unknown>) => [id, kind, renamedFrom]),
    ).toEqual([
      ['glossary/appeals', 'renamed', 'glossary/appeal'],
      ['passages/thanks', 'created', null],
      ['policies/counterfeit', 'requirement', null],
    ]);
    expect(await json(repository, 'HEAD')).toMatchObject({ entries: [], verdict: 'clean', authors: [] });
  });

  test('follows a renamed template with its decisions', async () => {
    const repository = playbook();
    const text = smallFiles.get(template) ?? '';
    repository.remove(template);
    repository.write(
      'content/decision-templates/fakes.mdx',
      text
        .replace(
          'reviewBy: 2027-01-15\n',
          'reviewBy: 2027-01-15\nformerly: [decision-templates/counterfeit]\n',
        )
        .replace('outcome: request-information', 'outcome: uphold'),
    );
    edit(repository, precedent, 'template: counterfeit', 'template: fakes');
    repository.commit('Rename the table');
    const found = await json(repository, 'HEAD~1');
    expect(found.decisions).toMatchObject([
      {
        template: 'fakes',
        renamedFrom: 'decision-templates/counterfeit',
        state: 'changed',
        combinations: 5,
        changed: 1,
      },
    ]);
    expect(found.precedents).toEqual([]);
  });

  test('works for a playbook in a folder of its repository', async () => {
    const repository = playbook('team/playbook/');
    edit(repository, policy, 'is removed.', 'must be removed.', 'team/playbook/');
    repository.write('elsewhere.txt', 'other');
    repository.commit('Say must');
    const { entries } = await json(repository, 'HEAD~1', 'HEAD', 'team/playbook');
    expect(entries).toMatchObject([{ id: 'policies/counterfeit', kind: 'requirement' }]);
  });

  test('a folder that had no playbook gets one', async () => {
    const repository = emptyRepository();
    repository.save('readme.txt', 'Nothing yet');
    writePlaybook(repository);
    const found = await json(repository, 'HEAD~1');
    expect(found.verdict).toBe('attention');
    expect(found.decisions).toMatchObject([{ state: 'new', combinations: 5, changed: 5 }]);
  });
});
