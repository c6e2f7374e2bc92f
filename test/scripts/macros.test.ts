import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '#test/helpers/cli.ts';
import { macroFile } from '#test/helpers/macros.ts';
import { playbookWith } from '#test/helpers/playbook.ts';

const policy = 'content/policies/counterfeit.mdx';
const git = (root: string, ...args: string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=Robin', '-c', 'user.email=robin@example.com', ...args]);

/** Replaces words in a file of a playbook. */
function edit(root: string, file: string, from: string, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`no ${from} in ${file}`);
  writeFileSync(path, text.replace(from, to));
}

describe('npm run approve', () => {
  test('approves a macro, after which nothing is wrong', () => {
    const root = playbookWith({ 'content/macros/other.mdx': macroFile('Hello.') });
    expect(run('check', ['--root', root]).out).toContain('macro-unapproved');
    expect(run('approve', ['macros/other', '--by', 'policy-lead', '--root', root])).toEqual({
      code: 0,
      out: 'Approved macros/other by policy-lead on 2026-11-22',
      err: '',
    });
    expect(run('check', ['--root', root]).out).toBe('9 entries: no issues');
  });

  test.each([
    [
      ['macros/othr', '--by', 'policy-lead'],
      1,
      'Unexpected macro `macros/othr`, expected one that can be read. Did you mean `macros/other`?',
    ],
    [
      ['macros/other', '--by', 'policy-led'],
      1,
      'Unexpected person `policy-led`, expected one who may approve macros: `policy-lead`',
    ],
    [
      ['macros/draft', '--by', 'policy-lead'],
      1,
      'Unexpected approval of macros/draft, which is a draft, expected a macro that is active',
    ],
  ])('refuses %j', (args, code, err) => {
    const root = playbookWith({
      'content/macros/other.mdx': macroFile('Hello.'),
      'content/macros/draft.mdx': macroFile('Hello.').replace('status: active', 'status: draft'),
    });
    expect(run('approve', [...args, '--root', root])).toEqual({ code, out: '', err });
  });

  test('refuses an approval by whoever wrote the text, as far as git claims it', () => {
    const root = playbookWith({ 'content/macros/other.mdx': macroFile('Hello.') });
    edit(
      root,
      'content/organisation.yaml',
      '    mayApprove: [macros]',
      '    gitNames: [Robin]\n    mayApprove: [macros]',
    );
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'All');
    const { code, err } = run('approve', ['macros/other', '--by', 'policy-lead', '--root', root]);
    expect([code, err]).toEqual([
      1,
      'Unexpected approval of the own text: Robin wrote it and is `policy-lead`, expected another approver: there is none',
    ]);
  });

  test('asks who wrote the text, not who touched the file last', () => {
    const root = playbookWith({ 'content/macros/other.mdx': macroFile('Hello.') });
    const commit = (name: string) => {
      git(root, 'add', '-A');
      git(root, 'commit', '-qm', 'Work', `--author=${name} <x@example.com>`);
    };
    git(root, 'init', '-q');
    commit('Policy lead');
    edit(root, 'content/macros/other.mdx', 'owner: appeals', 'owner: policy');
    commit('Robin');
    const approve = ['macros/other', '--by', 'policy-lead', '--root', root];
    expect(run('approve', approve).err).toContain('Policy lead wrote it and is `policy-lead`');
    edit(root, 'content/macros/other.mdx', 'Hello.', 'Good day.');
    commit('Robin');
    edit(root, 'content/macros/other.mdx', 'owner: policy', 'owner: appeals');
    commit('Policy lead');
    expect(run('approve', approve)).toMatchObject({ code: 0, err: '' });
  });

  test('walks the stale macros, shows what changed in the clause, and approves where the answer is yes', () => {
    const root = playbookWith();
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'All');
    edit(
      root,
      policy,
      "carries a brand without the brand's consent",
      "carries a brand\nor a logo without the brand's consent",
    );
    edit(root, policy, 'A [supplier', 'A plain [supplier');
    const stale = ['--all-stale', '--by', 'policy-lead', '--root', root];
    const no = run('approve', stale, {}, 'n\n');
    expect(no.code).toBe(1);
    expect(no.out).toMatchInlineSnapshot(`
      "
      macros/counterfeit-overturned  Counterfeit: appeal granted
        CF-1 changed: … An item that carries a brand {+or a logo +}without the brand's consent is removed. …
      Does the text still say what the clauses say? Approve it? [y/N] 
      Left as it is: macros/counterfeit-overturned"
    `);
    expect(run('approve', stale, {}, 'y\n').out).toContain(
      'Approved macros/counterfeit-overturned by policy-lead on 2026-11-22',
    );
    expect(run('approve', stale)).toEqual({ code: 0, out: 'No macro is stale.', err: '' });
    expect(run('check', ['--root', root]).out).toBe('8 entries: no issues');
  });

  test('says so where the history does not tell what the clause said', () => {
    const root = playbookWith();
    edit(root, policy, 'is removed', 'is taken down');
    expect(run('approve', ['--all-stale', '--by', 'policy-lead', '--root', root]).out).toContain(
      'is not in the history',
    );
  });
});

describe('npm run check -- --approvals', () => {
  test('lists the state of every macro, worst first', () => {
    const root = playbookWith({
      'content/macros/draft.mdx': macroFile('Hello.').replace('status: active', 'status: draft'),
      'content/macros/retired.mdx': macroFile('Hello.').replace('status: active', 'status: retired'),
    });
    edit(root, policy, 'is removed', 'is taken down');
    const { code, out } = run('check', ['--approvals', '--root', root]);
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "stale     macros/counterfeit-overturned  Since the approval on 2026-01-15, CF-1 changed.
      draft     macros/draft  The macro is not approved.
      retired   macros/retired  The macro is retired.

      1 stale, 1 draft, 1 retired"
    `);
    const json = JSON.parse(run('check', ['--approvals', '--root', root, '--format', 'json']).out);
    expect(json.macros.map(({ id, state }: { id: string; state: string }) => `${id} ${state}`)).toEqual([
      'macros/counterfeit-overturned stale',
      'macros/draft draft',
      'macros/retired retired',
    ]);
  });
});

/** The small playbook with fields for a helpdesk. */
const withHelpdesk = (settings: string) => {
  const root = playbookWith();
  edit(
    root,
    'content/organisation.yaml',
    'redressRoutes:',
    `helpdesks:\n  front: ${settings}\nredressRoutes:`,
  );
  return root;
};

describe('npm run export', () => {
  test('writes a file for a helpdesk, which an audit finds in step', () => {
    const root = withHelpdesk('{ field: "conversation.{name}", sendDefault: [first_name] }');
    expect(run('export', ['front', '--out', join(root, 'out'), '--root', root])).toEqual({
      code: 0,
      out: 'front: 1 macros',
      err: '',
    });
    const file = join(root, 'out/front.json');
    expect(run('audit', ['front', file, '--root', root])).toEqual({
      code: 0,
      out: '1 in step, 0 different',
      err: '',
    });

    edit(root, 'out/front.json', 'is authentic', 'was authentic');
    const { code, out } = run('audit', ['front', file, '--root', root]);
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "Edited in place: 1
        macros/counterfeit-overturned  Counterfeit: appeal granted
          body: … your appeal about {conversation.item}. The item [-is-]{+was+} authentic, and your listing is …

      0 in step, 1 different"
    `);
    const json = run('audit', ['front', file, '--root', root, '--format', 'json']);
    expect([json.code, JSON.parse(json.out).different]).toEqual([1, 1]);
  });

  test('exits 1 and names macro and helpdesk where something cannot be expressed', () => {
    const root = withHelpdesk('{}');
    const { code, out } = run('export', ['front', '--out', join(root, 'out'), '--root', root]);
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "front  error  Unexpected default \`there\` of \`{first_name}\` in macros/counterfeit-overturned, expected one that Front can fall back to
          Put \`first_name\` on \`sendDefault\` of the helpdesk in organisation.yaml: then the default is always sent, and never a blank.
      front  error  Unexpected variable \`{item}\` in macros/counterfeit-overturned, expected one that Front has a field for
          Name the field in \`helpdesks\` of organisation.yaml, or copy the macro from its page.
      front: 0 macros, 2 errors"
    `);
  });

  test.each([
    ['export', ['frnt', '--out', 'x']],
    ['export', ['front']],
    ['audit', ['front']],
    ['audit', ['front', 'no-such-file.json']],
    ['approve', ['macros/other']],
  ])('%s %j is a mistake in the command, which is 2', (script, args) => {
    expect(run(script, [...args, '--root', playbookWith()]).code).toBe(2);
  });
});
