import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '#test/helpers/cli.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { playbookWith, validPlaybook } from '#test/helpers/playbook.ts';
import { term } from '../site-units/source.ts';

/** Builds a playbook; gives the words of a page of the site. */
function built(root: string): (page: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const out = join(folder, 'dist');
  expect(
    run('build', ['--root', root, '--out', out], { REDRESS_CACHE_DIR: join(folder, 'cache') }).code,
  ).toBe(0);
  return (page) =>
    readFileSync(join(out, page, 'index.html'), 'utf8')
      .replace(/^[\s\S]*<main/, '<main')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
}

test('without git, the page of changes stands and says why it is empty, and so does the home page', () => {
  const words = built(playbookWith());
  for (const page of ['changes', '.']) {
    expect(words(page)).toContain(
      'What changed is not known here. The folder is not in a git repository, so there is no history to read; clone it instead of downloading it.',
    );
  }
  expect(words('glossary')).not.toContain('Last change');
});

test('of a shallow clone what is known is told, and from when on', () => {
  const repository = new TestRepository();
  const clone = mkdtempSync(join(tmpdir(), 'shallow-'));
  onTestFinished(() => {
    repository.delete();
    rmSync(clone, { recursive: true, force: true });
  });
  cpSync(validPlaybook, repository.root, { recursive: true });
  repository.commit('Write the playbook', { date: '2026-10-05T12:00:00+02:00' });
  repository.save('content/glossary/word.mdx', term(''), 'A word', { date: '2026-11-03T12:00:00+01:00' });
  repository.save('content/glossary/other.mdx', term(''), 'Another', { date: '2026-11-17T12:00:00+01:00' });
  execFileSync('git', ['clone', '--quiet', '--depth', '2', `file://${repository.root}`, clone]);
  const words = built(clone);
  expect(words('changes')).toContain(
    'Built from a shallow copy of the repository: what changed before 3 November 2026 is not known here.',
  );
  expect(words('changes')).toContain('Week 47, 16 to 22 November 2026');
  expect(words('changes')).not.toContain('Week 41');
});
