import { describe, expect, test } from 'vitest';
import { json, playbook, review } from '#test/helpers/review-repository.ts';

describe('npm run review, where it refuses', () => {
  test('links, submodules and files that are too large are refused, not read', async () => {
    const repository = playbook();
    const blob = repository.gitWith({ input: '/etc/passwd' }, 'hash-object', '-w', '--stdin').trim();
    repository.git('update-index', '--add', '--cacheinfo', `120000,${blob},content/policies/link.mdx`);
    repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.head()},content/module`);
    repository.write('content/policies/large.mdx', 'x'.repeat(2_000_000));
    repository.git('add', 'content/policies/large.mdx');
    repository.git('commit', '--quiet', '-m', 'Add odd things');
    const found = await json(repository, 'HEAD~1');
    expect(found.verdict).toBe('blocked');
    expect(found.issues.map(({ rule, file }: { rule: string; file: string }) => `${rule} ${file}`)).toEqual([
      'file-link content/module',
      'file-too-large content/policies/large.mdx',
      'file-link content/policies/link.mdx',
    ]);
  });

  test.each([
    ['without a base', [], /^npm run review/],
    [
      'with a format that it does not know',
      ['--base', 'HEAD', '--format', 'html'],
      /^Unexpected format `html`, expected one of text, markdown, json$/,
    ],
    ['with a head and the folder', ['--base', 'HEAD', '--head', 'HEAD', '--worktree'], /^npm run review/],
  ])('exits 2 %s', (_, args, message) => {
    const { code, err } = review(playbook(), ...args);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  test.each([
    [
      'a base that does not exist',
      'nowhere',
      'Unexpected `nowhere`, expected the name of a commit, a branch or a tag.',
    ],
    [
      'an option for a base',
      '--output=x',
      'Unexpected `--output=x`, expected the name of a commit, a branch or a tag.',
    ],
    ['sides that share no history', 'island', 'The two sides share no history that this clone knows.'],
  ])('refuses %s', async (_, base, message) => {
    const repository = playbook();
    repository.git('checkout', '--quiet', '--orphan', 'island');
    repository.commit('Begin anew');
    repository.git('checkout', '--quiet', 'main');
    await expect(json(repository, base)).rejects.toMatchObject({ name: 'EnvironmentError', message });
  });
});
