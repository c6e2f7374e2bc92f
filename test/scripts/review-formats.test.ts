import { describe, expect, test } from 'vitest';
import { json, playbook, review, uphold } from '#test/helpers/review-repository.ts';

describe('npm run review, in its other formats', () => {
  test('tells the same as Markdown for a comment', () => {
    const repository = playbook();
    uphold(repository);
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
    uphold(repository);
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
});
