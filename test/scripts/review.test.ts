import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { reviewJson } from '#report/review-json.ts';
import { type Ran, run } from '#test/helpers/cli.ts';
import { TestRepository } from '#test/helpers/git.ts';
import { passageFile } from '#test/helpers/macros.ts';
import { smallFiles } from '#test/helpers/review.ts';
import { reviewRange } from '../../scripts/review-range.ts';

const template = 'content/decision-templates/counterfeit.mdx';
const policy = 'content/policies/counterfeit.mdx';
const precedent = 'content/precedents/counterfeit-verified-jacket.mdx';
const organisation = 'content/organisation.yaml';

const repositories: TestRepository[] = [];
afterAll(() => {
  for (const repository of repositories) repository.delete();
});

/** A repository with the small playbook in its first commit, under a folder where one is given. */
function playbook(folder = ''): TestRepository {
  const repository = new TestRepository();
  repositories.push(repository);
  for (const [path, text] of smallFiles) repository.write(`${folder}${path}`, text);
  repository.commit('Write the playbook');
  return repository;
}

const edit = (repository: TestRepository, path: string, from: string, to: string, folder = ''): void => {
  const text = smallFiles.get(path) ?? '';
  if (!text.includes(from)) throw new Error(`no ${from} in ${path}`);
  repository.write(folder + path, text.replace(from, to));
};

const review = ({ root }: TestRepository, ...args: string[]): Ran => run('review', ['--root', root, ...args]);

/** The JSON form of a review that is made in this process; `worktree` is the folder as it stands. */
const json = async ({ root }: TestRepository, base: string, head = 'HEAD', folder = '') => {
  const worktree = head === 'worktree';
  const names = { base, head: worktree ? 'HEAD' : head, worktree };
  return JSON.parse(reviewJson(await reviewRange(join(root, folder), names)));
};

/** Ids are those of real commits, the same at every run. */
const upholding = (repository: TestRepository): void => {
  edit(
    repository,
    template,
    'outcome: overturn\n    because: The item is authentic.',
    'outcome: uphold\n    because: Every appeal is refused.',
  );
  edit(repository, policy, 'is removed.', 'must be removed.');
};

describe('npm run review', () => {
  test('tells as text what blocks a change, and exits 1', () => {
    const repository = playbook();
    upholding(repository);
    repository.commit('Refuse every appeal', { author: 'Kim Author <kim@example.com>' });
    const { code, out } = review(repository, '--base', 'HEAD~1');
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "Blocked: 1 precedent is overturned without approval, 2 errors, 2 combinations end differently and 4 more.
      24d380caa8 to 68bcbb78c6: 1 commit, by Kim Author as git claims

      To mend
        precedents/counterfeit-verified-jacket: It was decided as overturn under R1 and would now be uphold under R1.
          If that is meant, write into the last paragraph of a commit message of this range, with the approval of Policy lead, or of Appeals lead:
              Overturns: precedents/counterfeit-verified-jacket
              Approved-by: Policy lead
          Keep the facts and the outcome of content/precedents/counterfeit-verified-jacket.mdx as they were, and add to it in the same range:
              overturnedBy:
                date: 2026-11-22
                reason: <why the rule changed, in one sentence>
        content/decision-templates/counterfeit.mdx:34:12 error: Unexpected macro \`counterfeit-overturned\`, which tells \`overturn\`, expected one that tells \`uphold\`
          Name a macro with outcome \`uphold\`, or mend the outcome of R1.

      Outcomes: counterfeit 2 of 5, overturn to uphold
        counterfeit: 2 of 5 combinations end differently.
          authenticity verified: overturn (R1) → uphold (R1), 2 combinations
            Was: The item is authentic.
            Now: Every appeal is refused.
            For example: authenticity verified, provenance complete.

      Precedents: 1 overturned; 1 without approval
        precedents/counterfeit-verified-jacket Verified jacket. It was decided as overturn under R1 and would now be uphold under R1.
          Was: The item is authentic.
          Now: Every appeal is refused.

      Macros: 1 stale
        approved → stale: Since the approval on 2026-01-15, CF-1 changed. macros/counterfeit-overturned

      Coverage: 4 lost; 4 of 8 places covered, before 8 of 8
        Lost: counterfeit R1 uphold (counterfeit-overturned): covered → unapproved for EU en, US en
        Lost: counterfeit R2 overturn (counterfeit-overturned): covered → unapproved for EU en, US en

      Text: 1 with other outcomes and 1 with other requirements
        decision-templates/counterfeit outcomes: Counterfeit: appeal of a removal
          Rule R1, outcome: overturn to uphold
          Rule R1, because: [-The item is authentic-]{+Every appeal is refused+}.
        policies/counterfeit requirement: Counterfeit goods
          Clause CF-1: … a brand without the brand's consent [-is-]{+must be+} removed. <BoundaryPair> <Case outcome="overturn">The invoice …

      Issues: 2 errors and 1 new warning; 1 of the new is told above
        content/decision-templates/counterfeit.mdx:34:12 error: Unexpected macro \`counterfeit-overturned\`, which tells \`overturn\`, expected one that tells \`uphold\`
          Name a macro with outcome \`uphold\`, or mend the outcome of R1.
        content/precedents/counterfeit-verified-jacket.mdx:10:10 error: Unexpected outcome \`overturn\`, expected \`uphold\`: R1 of decision-templates/counterfeit now decides this case
          Mend the table, or mark the precedent with \`overturnedBy: { date: …, reason: … }\`.

      In force: 2 at the merge; open until then: 1 macro to approve
        decision-templates/counterfeit as soon as it is merged
        policies/counterfeit as soon as it is merged

      Who must look: Appeals, Policy and whoever may approve macros; not the authors: Kim Author
        Appeals (Appeals lead and Macro editor) owns decision-templates/counterfeit, macros/counterfeit-overturned
        Policy (Policy lead) owns policies/counterfeit
        whoever may approve macros (Policy lead) for macros/counterfeit-overturned"
    `);
  });

  test('tells the same as Markdown for a comment', () => {
    const repository = playbook();
    upholding(repository);
    repository.commit('Refuse every appeal', { author: 'Kim Author <kim@example.com>' });
    const { code, out } = review(repository, '--base', 'HEAD~1', '--format', 'markdown');
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "**Blocked**: 1 precedent is overturned without approval, 2 errors, 2 combinations end differently and 4 more.

      - \`precedents/counterfeit-verified-jacket\`: It was decided as overturn under R1 and would now be uphold under R1.
        - If that is meant, write into the last paragraph of a commit message of this range, with the approval of Policy lead, or of Appeals lead:

          \`\`\`
          Overturns: precedents/counterfeit-verified-jacket
          Approved-by: Policy lead
          \`\`\`
        - Keep the facts and the outcome of content/precedents/counterfeit-verified-jacket.mdx as they were, and add to it in the same range:

          \`\`\`
          overturnedBy:
            date: 2026-11-22
            reason: <why the rule changed, in one sentence>
          \`\`\`
      - \`content/decision-templates/counterfeit.mdx:34:12\` error: Unexpected macro \\\`counterfeit-overturned\\\`, which tells \\\`overturn\\\`, expected one that tells \\\`uphold\\\`
        - Name a macro with outcome \\\`uphold\\\`, or mend the outcome of R1.

      **What it does**

      - **Outcomes**: **counterfeit** 2 of 5, overturn to uphold
      - **Precedents**: 1 overturned; 1 without approval
      - **Macros**: 1 stale
      - **Coverage**: 4 lost; 4 of 8 places covered, before 8 of 8
      - **Text**: 1 with other outcomes and 1 with other requirements
      - **Issues**: 2 errors and 1 new warning; 1 of the new is told above
      - **In force**: 2 at the merge; open until then: 1 macro to approve
      - **Who must look**: Appeals, Policy and whoever may approve macros; not the authors: Kim Author

      <sub>\`24d380caa8\` to \`68bcbb78c6\`: 1 commit, by Kim Author as git claims. All of it: <code>npm run review -- --base 24d380caa8</code></sub>

      <details><summary>Outcomes</summary>

      - **counterfeit**: 2 of 5 combinations end differently.
        - **authenticity verified**: overturn (R1) → uphold (R1), 2 combinations
          - Was: The item is authentic.
          - Now: Every appeal is refused.
          - For example: authenticity verified, provenance complete.

      </details>

      <details><summary>Precedents</summary>

      - \`precedents/counterfeit-verified-jacket\` Verified jacket. It was decided as overturn under R1 and would now be uphold under R1.
        - Was: The item is authentic.
        - Now: Every appeal is refused.

      </details>

      <details><summary>Macros</summary>

      - approved → stale: Since the approval on 2026-01-15, CF-1 changed. \`macros/counterfeit-overturned\`

      </details>

      <details><summary>Coverage</summary>

      - Lost: counterfeit R1 uphold (\`counterfeit-overturned\`): covered → unapproved for EU en, US en
      - Lost: counterfeit R2 overturn (\`counterfeit-overturned\`): covered → unapproved for EU en, US en

      </details>

      <details><summary>Text</summary>

      - \`decision-templates/counterfeit\` outcomes: Counterfeit: appeal of a removal
        - Rule R1, outcome: overturn to uphold
        - Rule R1, because: <del>The item is authentic</del><ins>Every appeal is refused</ins>.
      - \`policies/counterfeit\` requirement: Counterfeit goods
        - Clause CF-1: … a brand without the brand's consent <del>is</del><ins>must be</ins> removed. &lt;BoundaryPair&gt; &lt;Case outcome="overturn"&gt;The invoice …

      </details>

      <details><summary>Issues</summary>

      - \`content/decision-templates/counterfeit.mdx:34:12\` error: Unexpected macro \\\`counterfeit-overturned\\\`, which tells \\\`overturn\\\`, expected one that tells \\\`uphold\\\`
        - Name a macro with outcome \\\`uphold\\\`, or mend the outcome of R1.
      - \`content/precedents/counterfeit-verified-jacket.mdx:10:10\` error: Unexpected outcome \\\`overturn\\\`, expected \\\`uphold\\\`: R1 of decision-templates/counterfeit now decides this case
        - Mend the table, or mark the precedent with \\\`overturnedBy: { date: …, reason: … }\\\`.

      </details>

      <details><summary>In force</summary>

      - \`decision-templates/counterfeit\` as soon as it is merged
      - \`policies/counterfeit\` as soon as it is merged

      </details>

      <details><summary>Who must look</summary>

      - **Appeals** (Appeals lead and Macro editor) owns \`decision-templates/counterfeit\`, \`macros/counterfeit-overturned\`
      - **Policy** (Policy lead) owns \`policies/counterfeit\`
      - **whoever may approve macros** (Policy lead) for \`macros/counterfeit-overturned\`

      </details>"
    `);
  });

  test('tells the same as JSON, in the fields that were agreed', async () => {
    const repository = playbook();
    const base = repository.head();
    upholding(repository);
    const head = repository.commit('Refuse every appeal');
    const found = await json(repository, 'main~1');
    expect(found).toMatchObject({ base, head, verdict: 'blocked' });
    expect(found.decisions).toMatchInlineSnapshot(`
      [
        {
          "changed": 2,
          "combinations": 5,
          "complete": true,
          "regions": [
            {
              "count": 2,
              "example": {
                "authenticity": "verified",
                "provenance": "complete",
              },
              "from": {
                "authority": "frontline",
                "because": "The item is authentic.",
                "kind": "rule",
                "macro": "counterfeit-overturned",
                "outcome": "overturn",
                "rule": "R1",
              },
              "to": {
                "authority": "frontline",
                "because": "Every appeal is refused.",
                "kind": "rule",
                "macro": "counterfeit-overturned",
                "outcome": "uphold",
                "rule": "R1",
              },
              "when": {
                "authenticity": [
                  "verified",
                ],
              },
            },
          ],
          "renamedFrom": null,
          "space": {
            "exclusions": {
              "added": [],
              "removed": [],
            },
            "facts": {
              "added": [],
              "removed": [],
            },
            "values": {
              "added": [],
              "removed": [],
            },
          },
          "state": "changed",
          "template": "counterfeit",
        },
      ]
    `);
    for (const field of ['precedents', 'macros', 'entries', 'approvers'])
      expect(found[field]).not.toEqual([]);
    expect(Object.keys(found.macros[0])).toEqual(expect.arrayContaining(['id', 'state', 'because']));
    expect(Object.keys(found.entries[0])).toEqual(expect.arrayContaining(['id', 'kind', 'changes']));
    expect(found.coverage).toMatchObject({ before: { places: 8 }, lost: [{ rule: 'R1' }, {}, {}, {}] });
  });

  test('is clean, and proves it, where nothing that binds moves', () => {
    const repository = playbook();
    edit(repository, 'content/glossary/appeal.mdx', 'title: Appeal', 'title: Appeals');
    repository.commit('Mend a title');
    const { code, out } = review(repository, '--base', 'HEAD~1');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Clean. No decision changes: proven over 5 combinations.
      24d380caa8 to 0d41151b7d: 1 commit, by Ada Lovelace as git claims

      Outcomes: No decision changes: proven over 5 combinations

      Text: 1 reworded
        glossary/appeal wording: Appeals
          Title: Appeal to Appeals

      Who must look: Appeals; not the authors: Ada Lovelace (Appeals lead)
        Appeals (Macro editor; not Appeals lead, an author) owns glossary/appeal"
    `);
  });

  test('passes with the trailers, and says who claims to approve', () => {
    const repository = playbook();
    edit(
      repository,
      template,
      'outcome: overturn\n    because: The item is authentic.\n    authority: frontline\n    macro: counterfeit-overturned',
      'outcome: uphold\n    because: Every appeal is refused.\n    authority: frontline\n    noMacro: The policy team writes to the seller.',
    );
    edit(
      repository,
      precedent,
      '\n---\n\n## The',
      '\noverturnedBy:\n  date: 2026-11-22\n  reason: The rule was too kind.\n---\n\n## The',
    );
    repository.commit(
      'Refuse every appeal\n\nOverturns: precedents/counterfeit-verified-jacket\nApproved-by: Policy lead <lead@example.com>\n',
      {
        author: 'Kim Author <kim@example.com>',
      },
    );
    const { code, out } = review(repository, '--base', 'HEAD~1');
    expect(code).toBe(0);
    expect(out).toContain('Attention: ');
    expect(out).toContain(`Policy lead approved it, as ${repository.head().slice(0, 10)} claims.`);
    expect(out).not.toContain('@');
  });

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

  test('says what is broken first, and all that can still be said', async () => {
    const repository = playbook();
    edit(repository, organisation, 'timeZone: Europe/Berlin', 'timeZone: [Europe/Berlin]');
    edit(repository, template, 'outcome: request-information', 'outcome: uphold');
    repository.commit('Break the organisation');
    const { code, out } = review(repository, '--base', 'HEAD~1');
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "Blocked: 1 error, 1 combination ends differently and 1 change of binding text.
      24d380caa8 to eb589042a5: 1 commit, by Ada Lovelace as git claims

      To mend
        content/organisation.yaml cannot be read, so little else can be said.
        content/organisation.yaml:2:11 error: Unexpected list, expected a text, at \`timeZone\`
          IANA name, such as \`Europe/Berlin\`; decides where a day and a week begin.

      Outcomes: counterfeit 1 of 5, request-information to uphold
        counterfeit: 1 of 5 combinations end differently.
          authenticity unverified, provenance partial: request-information (R3) → uphold (R3), 1 combination
            Because, as before: One link is missing.
            For example: authenticity unverified, provenance partial.

      Text: 1 with other outcomes and 1 with other requirements
        decision-templates/counterfeit outcomes: Counterfeit: appeal of a removal
          Rule R3, outcome: request-information to uphold
        organisation requirement
          Time zone: timeZone: {+[+}Europe/Berlin{+]+}

      Issues: 1 error
        content/organisation.yaml:2:11 error: Unexpected list, expected a text, at \`timeZone\`
          IANA name, such as \`Europe/Berlin\`; decides where a day and a week begin.

      In force: 1 at the merge
        decision-templates/counterfeit as soon as it is merged

      Who must look: Appeals; not the authors: Ada Lovelace (Appeals lead)
        Appeals (Macro editor; not Appeals lead, an author) owns decision-templates/counterfeit
        content/organisation.yaml has no owner in organisation.yaml."
    `);
    // And the other way round: the old side is the broken one.
    expect(await json(repository, 'HEAD', 'HEAD~1')).toMatchObject({ entries: [] });
    repository.git('checkout', '--quiet', 'HEAD~1', '--', 'content');
    repository.commit('Mend it');
    expect(await json(repository, 'HEAD~1')).toMatchObject({
      verdict: 'attention',
      decisions: [{ template: 'counterfeit', changed: 1 }],
      issues: [],
    });
  });

  test('a folder that had no playbook gets one', async () => {
    const repository = new TestRepository();
    repositories.push(repository);
    repository.save('readme.txt', 'Nothing yet');
    for (const [path, text] of smallFiles) repository.write(path, text);
    repository.commit('Write the playbook');
    const found = await json(repository, 'HEAD~1');
    expect(found.verdict).toBe('attention');
    expect(found.decisions).toMatchObject([{ state: 'new', combinations: 5, changed: 5 }]);
  });

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
