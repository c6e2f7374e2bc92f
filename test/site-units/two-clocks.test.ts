import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkPlaybook } from '#checks/check-playbook.ts';
import { describeChange } from '#history/describe-change.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { openSource } from '#site/open-source.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { validPlaybook } from '#test/helpers/playbook.ts';

const file = 'content/evidence-standards/supplier-invoice.mdx';
const id = 'evidence-standards/supplier-invoice';
const policy = 'content/policies/counterfeit.mdx';

let repository: TestRepository;
beforeEach(() => {
  repository = new TestRepository();
  cpSync(validPlaybook, repository.root, { recursive: true });
});
afterEach(() => {
  repository.delete();
  vi.unstubAllEnvs();
});

const read = (path: string): string => readFileSync(join(repository.root, path), 'utf8');

/** The text of a file from a day on, with words replaced. */
const from = (path: string, day: string, ...replaced: [string, string][]): string =>
  [[/^effective: .*$/m, `effective: ${day}`] as const, ...replaced].reduce(
    (text, [old, fresh]) => text.replace(old, fresh),
    read(path),
  );

async function siteOn(day: string) {
  vi.stubEnv('REDRESS_TODAY', day);
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { current } = await openSource(repository.root, undefined);
  told.mockRestore();
  return current();
}

const title = async (day: string, entry = id) => (await siteOn(day)).playbook.get(entry)?.data.title;

test('a text that applies from a later day is shown from that day on, and told before', async () => {
  repository.commit('Write the playbook');
  repository.save(file, from(file, '2026-12-01', ['Supplier invoice', 'Invoice of the supplier']), 'Ahead');
  const head = repository.head();

  expect(await title('2026-11-30')).toBe('Supplier invoice');
  expect(await title('2026-12-01')).toBe('Invoice of the supplier');

  const { ahead } = await siteOn('2026-11-22');
  const { upcoming, ...notice } = ahead.get(id) ?? { upcoming: [] };
  expect(notice).toEqual({ from: '2026-12-01', early: false, because: undefined });
  expect(upcoming.map(({ from, commit }) => [from, commit])).toEqual([['2026-12-01', head]]);
  expect(upcoming[0]?.changes.map(describeChange)).toMatchInlineSnapshot(`
    [
      "Title: “Supplier invoice” to “Invoice of the supplier”",
      "In force since: 2026-01-15 to 2026-12-01",
    ]
  `);
  expect((await siteOn('2026-12-01')).ahead.size).toBe(0);
});

test('several texts to come are told in order, each against the one before', async () => {
  repository.commit('Write the playbook');
  repository.save(file, from(file, '2026-12-01', ['Supplier invoice', 'Second title']), 'Second');
  repository.save(file, from(file, '2027-01-01', ['Second title', 'Third title']), 'Third');
  const { playbook, ahead } = await siteOn('2026-11-22');
  expect(playbook.get(id)?.data.title).toBe('Supplier invoice');
  expect(
    ahead.get(id)?.upcoming.map(({ from, changes }) => [from, describeChange(changes[0] as never)]),
  ).toEqual([
    ['2026-12-01', 'Title: “Supplier invoice” to “Second title”'],
    ['2027-01-01', 'Title: “Second title” to “Third title”'],
  ]);
  expect(await title('2026-12-31')).toBe('Second title');
});

test('what is not committed yet is ahead as well', async () => {
  repository.commit('Write the playbook');
  repository.write(file, from(file, '2026-12-01', ['Supplier invoice', 'Not committed']));
  const { playbook, ahead } = await siteOn('2026-11-22');
  expect(playbook.get(id)?.data.title).toBe('Supplier invoice');
  expect(ahead.get(id)?.upcoming.map(({ from, commit }) => [from, commit])).toEqual([
    ['2026-12-01', undefined],
  ]);
});

test('a new entry that applies later is shown and said to be early', async () => {
  repository.write(file, from(file, '2026-12-01'));
  repository.commit('Write the playbook');
  const { playbook, ahead } = await siteOn('2026-11-22');
  expect(playbook.get(id)?.data.effective).toBe('2026-12-01');
  expect(ahead.get(id)).toEqual({ from: '2026-12-01', upcoming: [], early: true, because: undefined });
});

test('a draft that applies later says that it is a draft, and no more', async () => {
  repository.write(file, from(file, '2026-12-01', ['status: active', 'status: draft']));
  repository.commit('Write the playbook');
  expect((await siteOn('2026-11-22')).ahead.size).toBe(0);
});

test('without history, or with part of it, nobody can say what is in force until then', async () => {
  repository.write(file, from(file, '2026-12-01'));
  const { ahead } = await siteOn('2026-11-22');
  expect(ahead.get(id)?.because).toBe(
    'what was in force before is not known: the site was built without git history',
  );
  repository.commit('Write the playbook');
  repository.save('README.md', 'Words.');
  const whole = repository;
  repository = new TestRepository();
  repository.git('fetch', '--quiet', '--depth=1', `file://${whole.root}`, 'main');
  repository.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
  whole.delete();
  expect((await siteOn('2026-11-22')).ahead.get(id)?.because).toBe(
    'what was in force before is not known: git history is not complete here',
  );
});

test('a text in force that is no entry today gives way to the newest one, and that is said', async () => {
  repository.save(file, read(file).replace('---\n', '---\ncolour: red\n'), 'Before there was a gate');
  repository.save(
    file,
    from(file, '2026-12-01', ['colour: red\n', ''], ['Supplier invoice', 'Newest']),
    'Ahead',
  );
  const { playbook, ahead } = await siteOn('2026-11-22');
  expect(playbook.get(id)?.data.title).toBe('Newest');
  expect(ahead.get(id)).toMatchObject({ early: true });
  expect(ahead.get(id)?.because).toMatch(
    /^the text in force until then is not what an entry may be today \(Un/,
  );
});

test('a text in force gives way where the rest of the playbook is ahead of it', async () => {
  repository.commit('Write the playbook');
  const clause = '\n## CF-3 Parts\n\nA part is an item.\n';
  repository.write(policy, `${from(policy, '2026-12-01')}${clause}`);
  const procedure = 'content/procedures/intake-and-triage.mdx';
  repository.write(procedure, `${read(procedure)}\nSee [parts](/policies/counterfeit/#cf-3).\n`);
  repository.save(file, from(file, '2026-12-01', ['Supplier invoice', 'Newest']), 'Ahead together');
  const { playbook, ahead } = await siteOn('2026-11-22');
  expect(playbook.clause('CF-3')).toBeDefined();
  expect(ahead.get('policies/counterfeit')).toMatchObject({ early: true });
  expect(ahead.get('policies/counterfeit')?.because).toMatch(/does not fit the rest of the playbook/);
  expect(playbook.get(id)?.data.title, 'what fits stays').toBe('Supplier invoice');
});

test('the check looks at the newest texts', async () => {
  repository.commit('Write the playbook');
  repository.save(file, from(file, '2026-12-01', ['owner: ', 'owner: nobody-']), 'Ahead and wrong');
  const found = checkPlaybook(await readPlaybook(repository.root), '2026-11-22');
  expect(found.map(({ file, rule }) => [file, rule])).toContainEqual([file, 'reference-dangling']);
});
