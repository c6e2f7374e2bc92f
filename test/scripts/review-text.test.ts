import { describe, expect, test } from 'vitest';
import { mark, organisation, precedent, refusal, template } from '#test/helpers/overturned-precedent.ts';
import { edit, json, playbook, review, uphold } from '#test/helpers/review-repository.ts';

describe('npm run review, as text', () => {
  test('tells as text what blocks a change, and exits 1', () => {
    const repository = playbook();
    uphold(repository);
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
    edit(repository, template, ...refusal);
    edit(repository, precedent, ...mark);
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
});
