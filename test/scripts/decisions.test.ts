import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '#test/helpers/cli.ts';
import { validPlaybook } from '#test/helpers/playbook.ts';

const yaml = `hit: unique
facts:
  link:
    ask: Is the bidder linked?
    values: { none: No link., likely: Some signs., confirmed: A shared account. }
  strikes:
    ask: How many strikes are active?
    values: { '0': None., '1': One., 2+: Two or more. }
exclusions: []
rules:
  - { id: R1, when: { link: none }, outcome: overturn, because: There is no link., authority: frontline }
  - { id: R2, when: { link: likely, strikes: ['0', '1'] }, outcome: modify, because: The link is not proven. }
  - { id: R3, when: { link: confirmed }, outcome: uphold, because: The link is proven. }
  - { id: R4, when: { link: [none, confirmed], strikes: '0' }, outcome: uphold, because: It is the first time. }
`;
const sound = yaml
  .replace("strikes: ['0', '1'] }", "strikes: ['0', '1', 2+] }")
  .replace(/^ {2}- \{ id: R4.*\n/m, '');

/** A file in a folder of its own; gone when the test ends. */
function file(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'table-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('npm run analyse', () => {
  test('prints what is wrong as JSON that other tools may read, and exits 1', () => {
    const { code, out, err } = run('analyse', [file('links.yaml', yaml), '--format', 'json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toEqual({
      template: 'links',
      facts: 2,
      rules: 4,
      combinations: 9,
      reachable: 9,
      gaps: [{ link: ['likely'], strikes: ['2+'] }],
      conflicts: [
        { rules: ['R1', 'R4'], when: { link: ['none'], strikes: ['0'] }, outcomes: ['overturn', 'uphold'] },
      ],
      orderDependent: [],
      unreachable: [],
      overlaps: [
        {
          rules: ['R3', 'R4'],
          when: { link: ['confirmed'], strikes: ['0'] },
          outcomes: ['uphold', 'uphold'],
        },
      ],
      unreadFacts: [],
      unusedValues: [],
    });
  });

  test('reads frontmatter, YAML and JSON alike, and points at lines and columns', () => {
    const path = file('links.mdx', `---\ntitle: Links\n${yaml}---\n\nText.\n`);
    const { code, out } = run('analyse', [path]);
    expect(code).toBe(1);
    expect(out.replaceAll(path, 'links.mdx')).toMatchInlineSnapshot(`
      "links: 2 facts, 4 rules, 9 combinations, 9 of them reachable
      Not proven: not every reachable combination has exactly one outcome.

      links.mdx:13:3  error  No rule for: link likely, strikes 2+ (1 combination)  decision-gap
          Add a rule for it, widen one, or exclude it with the reason.
      links.mdx:16:5  error  R1 and R4 disagree: outcome overturn (R1) or uphold (R4), authority frontline (R1) or none (R4), for link none, strikes 0 (1 combination)  decision-conflict
          Narrow one of them, or make outcome, authority, macro and escalation agree.
      links.mdx:16:5  warning  R3 and R4 overlap with the same result: link confirmed, strikes 0 (1 combination)  decision-overlap
          Narrow one of them, or join them into one rule.

      1 entry: 2 errors, 1 warning"
    `);
    const asJson = run('analyse', [file('links.json', '{"facts": {}, "rules": []}')]);
    expect(asJson.out).toContain('expected at least 1, at `rules`');
  });

  test('says that a sound table is proven, and exits 0', () => {
    const path = file('links.yml', sound);
    const { code, out } = run('analyse', [path]);
    expect(code).toBe(0);
    expect(out.replaceAll(path, 'links.yml')).toMatchInlineSnapshot(`
      "links: 2 facts, 3 rules, 9 combinations, 9 of them reachable
      Proven: every reachable combination has exactly one outcome.

      links.yml:6:3  warning  No rule reads \`strikes\`  decision-unread-fact
          Remove the fact, or let a rule depend on it: nobody should establish what does not matter.

      1 entry: 0 errors, 1 warning"
    `);
  });

  test.each([
    [['nothing-like-it', '--root', validPlaybook], 1],
    [['./nothing.yaml'], 1],
    [[], 2],
    [['counterfeit', '--format', 'xml'], 2],
  ])('refuses %j', (args, code) => {
    const ran = run('analyse', args);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).not.toContain(' at ');
  });
});

describe('npm run decide', () => {
  test('gives the outcome as soon as all that is possible agrees, and what to ask before', () => {
    const path = file('links.yaml', sound);
    const told = (...facts: string[]) => JSON.parse(run('decide', [path, ...facts, '--format', 'json']).out);
    expect(told()).toEqual({
      template: 'links',
      facts: {},
      outcome: null,
      rule: null,
      because: null,
      authority: null,
      macro: null,
      escalation: null,
      open: ['link'],
      next: 'link',
    });
    expect(told('link=none')).toEqual({
      template: 'links',
      facts: { link: 'none' },
      outcome: 'overturn',
      rule: 'R1',
      because: 'There is no link.',
      authority: 'frontline',
      macro: null,
      escalation: null,
      open: [],
      next: null,
    });
  });

  test('says for people what is decided and what would change it', () => {
    const path = file('links.yaml', sound);
    expect(run('decide', [path, 'link=none']).out).toMatchInlineSnapshot(`
      "Outcome     overturn
      Rule        R1
      Because     There is no link.
      Authority   frontline
      What would change this
        link likely: modify, R2
        link confirmed: uphold, R3"
    `);
    expect(run('decide', [path, 'strikes=2+']).out).toMatchInlineSnapshot(`
      "Outcome     open: overturn, modify and uphold
      Rule        R1, R2 and R3
      Open        link
      Ask next    link: Is the bidder linked? none | likely | confirmed (about 1 to go)"
    `);
  });

  test.each([['lnk=none'], ['link=nnoe']])('names what is nearest to %s, and exits 1', (answer) => {
    const { code, out, err } = run('decide', [file('links.yaml', sound), answer]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/Did you mean `(?:link|none)`/);
  });

  test('exits 1 where no rule decides or the facts exclude each other', () => {
    const excluding = sound.replace(
      'exclusions: []',
      'exclusions: [{ when: { link: none, strikes: 2+ }, because: Never. }]',
    );
    expect(run('decide', [file('gap.yaml', yaml), 'link=likely', 'strikes=2+'])).toEqual({
      code: 1,
      out: '',
      err: 'No one rule decides this case: run `npm run analyse` on the template.',
    });
    expect(run('decide', [file('none.yaml', excluding), 'link=none', 'strikes=2+'])).toEqual({
      code: 1,
      out: '',
      err: 'These facts cannot occur together: exclusions of the template rule them out.',
    });
  });
});
