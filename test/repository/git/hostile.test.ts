import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LogBuilder } from '#repository/git/log-builder.ts';
import { LogParser, logFormat } from '#repository/git/log-parser.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { Random } from '#test/helpers/random.ts';
import { randomHistory } from '#test/helpers/random-history.ts';
import { told, traced } from '#test/helpers/traced.ts';

let repository: TestRepository;
beforeEach(() => {
  repository = new TestRepository();
});
afterEach(() => repository.delete());

const newest = async (id = 'a.md') => (await traced(repository.root)).revisions(id)[0];

/** Writes a commit object as no porcelain would. */
function forge(header: string, message: string): void {
  repository.save('a.md', 'a\n');
  const tree = repository.git('rev-parse', 'HEAD^{tree}').trim();
  const input = Buffer.from(`tree ${tree}\n${header}\n\n${message}`);
  const id = repository
    .gitWith({ input }, 'hash-object', '-t', 'commit', '-w', '--literally', '--stdin')
    .trim();
  repository.git('update-ref', 'refs/heads/main', id);
}

const person = (who: string) => `author ${who} 1767600000 +0000\ncommitter ${who} 1767600000 +0000`;

describe('paths', () => {
  test.each([
    'größe/日本.md',
    '"quoted".md',
    "it's.md",
    'tab\there.md',
    'line\nbreak.md',
    'back\\slash.md',
    ':100644 100644 a b M.md',
    '-dash.md',
    ' space .md',
    '{a => b}/c.md',
    '<script>alert(1)<.md',
    'e\u0301.md',
  ])('%j is read as it is, and through a rename', async (path) => {
    repository.save(path, 'a\nb\nc\nd\n');
    repository.move(path, `new/${path}`);
    repository.commit('Move');
    expect((await traced(repository.root)).revisions(`new/${path}`)).toMatchObject([
      { how: 'renamed', renamedFrom: path },
      { how: 'created', path },
    ]);
  });

  test('that are not UTF-8 stay apart', async () => {
    const stream = [
      'commit refs/heads/main\ncommitter A <a@example.com> 1767600000 +0000\ndata 1\nm',
      'M 100644 inline "a\\377.md"\ndata 2\nx\n',
      'M 100644 inline "a\\376.md"\ndata 2\ny\n\n',
    ].join('\n');
    repository.import(stream);
    const { traces } = await traced(repository.root);
    expect(traces.entries.map(({ id }) => id)).toEqual(['a%fe.md', 'a%ff.md']);
  });

  test('that differ in case alone are two files, or one that was renamed', async () => {
    repository.import(
      [
        'commit refs/heads/main\ncommitter A <a@example.com> 1767600000 +0000\ndata 1\nm',
        'M 100644 inline fees.md\ndata 8\na\nb\nc\nd\n\n',
        'commit refs/heads/main\ncommitter A <a@example.com> 1767600001 +0000\ndata 1\nm',
        'D fees.md\nM 100644 inline Fees.md\ndata 8\na\nb\nc\ne\n\n',
        'commit refs/heads/main\ncommitter A <a@example.com> 1767600002 +0000\ndata 1\nm',
        'M 100644 inline fees.md\ndata 2\nz\n\n',
      ].join('\n'),
    );
    const { revisions } = await traced(repository.root);
    expect(revisions('Fees.md').map(({ how }) => how)).toEqual(['renamed', 'created']);
    expect(revisions('fees.md').map(({ how }) => how)).toEqual(['created']);
  });

  test('that become a link, a submodule or a folder are told as far as they have a text', async () => {
    repository.save('a.md', 'a\nb\nc\nd\n');
    repository.remove('a.md');
    repository.save('a.md/b.md', 'x\n');
    const { revisions } = await traced(repository.root);
    expect(revisions('a.md').map(({ how }) => how)).toEqual(['removed', 'created']);
    expect(revisions('a.md/b.md').map(({ how }) => how)).toEqual(['created']);
  });
});

describe('a text', () => {
  test('is changed by its line endings, and not by its mode', async () => {
    repository.save('a.md', 'a\nb\n');
    repository.save('a.md', 'a\r\nb\r\n', 'Line endings');
    repository.git('update-index', '--chmod=+x', 'a.md');
    repository.gitWith({}, 'commit', '--quiet', '-m', 'Mode');
    const { revisions } = await traced(repository.root);
    expect(revisions('a.md').map(({ subject }) => subject)).toEqual(['Line endings', 'Write a.md']);
  });
});

describe('names and messages', () => {
  test.each<[string, string]>([
    ['', ''],
    ['\n\n', ''],
    ['<script>alert("x")</script>', '<script>alert("x")</script>'],
    ['one\ntwo\n\nbody', 'one two'],
    ['bell \u0007 escape \u001b[31m', 'bell \uFFFD escape \uFFFD[31m'],
    ['from \u202Eright\u202C \u2066left\u2069', 'from \uFFFDright\uFFFD \uFFFDleft\uFFFD'],
    ['zero\u200Bwidth\u2028line', 'zero\uFFFDwidth\uFFFDline'],
    ['carriage\rreturn', 'carriage return'],
  ])('the message %j is shown as the subject %j', async (message, subject) => {
    repository.save('a.md', 'a\n', message);
    expect((await newest())?.subject).toBe(subject);
  });

  test('a message is never taken for a change or a commit', async () => {
    const id = '0123456789012345678901234567890123456789';
    repository.save('a.md', 'a\n', `S\n\n:100644 100644 ${id} ${id} M\nb.md\n${id}`);
    const { log, traces } = await traced(repository.root);
    expect([log.ids.length, traces.entries.map((entry) => entry.id)]).toEqual([1, ['a.md']]);
  });

  test('a name is shown on one line, without what makes it read as another', async () => {
    forge(person('Eve \u202Egnp.exe\u202C "x"\t& \u0001 <eve@example.com>'), 'm\n');
    expect((await newest())?.author).toBe('Eve \uFFFDgnp.exe\uFFFD "x" & \uFFFD');
  });

  test.each([
    ['no date', 'author A <a@example.com>\ncommitter A <a@example.com>'],
    ['a date beyond all years', 'author A <a@b.de> 1 +0000\ncommitter A <a@b.de> 99999999999999999 +0000'],
    ['a zone that is none', 'author A <a@b.de> 1 +9999\ncommitter A <a@b.de> 1700000000 +9999'],
    ['no author', 'committer A <a@b.de> 1700000000 +0000'],
  ])('a commit with %s is read', async (_, header) => {
    forge(header, 'm\n');
    repository.save('a.md', 'b\n');
    const { revisions, log } = await traced(repository.root);
    expect(log.ids).toHaveLength(2);
    expect(revisions('a.md').map(({ recorded }) => Number.isNaN(Date.parse(recorded)))).toEqual([
      false,
      false,
    ]);
  });

  test('another encoding is read as it was meant', async () => {
    forge(`${person('A <a@example.com>')}\nencoding ISO-8859-1`, '');
    const input = Buffer.concat([
      Buffer.from(repository.git('cat-file', 'commit', 'HEAD').trimEnd()),
      Buffer.from('\n\nGr\u00f6\u00dfe\n', 'latin1'),
    ]);
    const id = repository.gitWith({ input }, 'hash-object', '-t', 'commit', '-w', '--stdin').trim();
    repository.git('update-ref', 'refs/heads/main', id);
    expect((await traced(repository.root)).log.messages[0]).toBe('Größe\n');
  });

  test('.mailmap gives people their names', async () => {
    repository.save('a.md', 'a\n', 'm', { author: 'jo <jo@example.com>' });
    repository.save('.mailmap', 'Jo Doe <jo@example.com>\n');
    expect((await newest())?.author).toBe('Jo Doe');
  });
});

describe('e-mail addresses never leave', () => {
  test.each([
    ['a name', 'jo@example.com <jo@example.com>', 'm'],
    ['a name with more', 'Jo jo@example.com Doe <jo@example.com>', 'm'],
    ['a subject', 'Jo <jo@example.com>', 'Ask jo@example.com about it'],
    ['a body', 'Jo <jo@example.com>', 's\n\nmailto:jo@example.com, <jo@example.com>, jo@example.com.'],
    ['trailers', 'Jo <jo@example.com>', 's\n\nApproved-by: Jo <jo@example.com>\nReviewed-by: jo@example.com'],
    ['what looks like one run', 'Jo <jo@example.com>', 'a@b@jo@example.com_jo@example.com+jo@example.com'],
  ])('in %s', async (_, author, message) => {
    repository.save('a.md', 'a\n', message, { author });
    const history = await traced(repository.root);
    expect(JSON.stringify([told(history), history.log.authors, history.log.messages])).not.toContain(
      '@example',
    );
  });

  test('and links in angle brackets stay', async () => {
    repository.save('a.md', 'a\n', 's\n\nSee <https://example.com/@jo>.');
    expect((await newest())?.reason).toBe('See <https://example.com/@jo>.');
  });
});

describe('settings of the user', () => {
  test('change nothing', async () => {
    repository.import(randomHistory({ seed: 5, commits: 40, branches: true }).stream);
    const plain = told(await traced(repository.root));
    for (const [name, value] of [
      ['diff.renames', 'false'],
      ['diff.renameLimit', '1'],
      ['diff.orderFile', '/dev/null'],
      ['diff.relative', 'true'],
      ['diff.noprefix', 'true'],
      ['log.follow', 'true'],
      ['log.date', 'relative'],
      ['log.diffMerges', 'off'],
      ['log.showSignature', 'true'],
      ['log.showRoot', 'false'],
      ['log.mailmap', 'false'],
      ['format.pretty', 'oneline'],
      ['core.quotePath', 'true'],
      ['core.abbrev', '5'],
      ['color.ui', 'always'],
      ['i18n.logOutputEncoding', 'ISO-8859-1'],
      ['notes.displayRef', 'refs/notes/*'],
      ['core.pager', 'false'],
    ] as const)
      repository.git('config', name, value);
    repository.git('notes', 'add', '-m', 'A note', 'HEAD');
    expect(told(await traced(repository.root))).toEqual(plain);
  });
});

describe('the parser', () => {
  test('reads the same wherever the bytes are cut', () => {
    repository.import(randomHistory({ seed: 9, commits: 40, branches: true }).stream);
    const bytes = Buffer.from(repository.git('-c', 'core.quotePath=false', ...logFormat, 'HEAD'));
    const read = (cuts: () => number) => {
      const builder = new LogBuilder();
      const parser = new LogParser(builder, () => true);
      for (let start = 0; start < bytes.length; ) {
        const end = start + cuts();
        parser.push(bytes.subarray(start, end));
        start = end;
      }
      return builder.build();
    };
    const whole = read(() => bytes.length);
    const random = new Random(1);
    expect(read(() => 1)).toEqual(whole);
    for (let times = 0; times < 20; times++) expect(read(() => 1 + random.below(300))).toEqual(whole);
  });
});
