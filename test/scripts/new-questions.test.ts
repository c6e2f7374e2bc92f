import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '#test/helpers/cli.ts';
import { newEntry } from '#test/helpers/new-entry.ts';
import { playbookWith } from '#test/helpers/playbook.ts';

describe('npm run new, of somebody who answers', () => {
  test('asks only what it must, by number or by name, and again where an answer will not do', () => {
    const root = playbookWith();
    const typed = '1\nfree\nCF-9\n1, CF-2\novertrun\noverturn\nseller\n1\n';
    const { code, out } = newEntry(root, ['macros', 'asked'], typed);
    expect(code).toBe(0);
    expect(out.replaceAll(root, '<root>')).toMatchInlineSnapshot(`
      "
      The team that answers for the entry: a key of \`teams\` in organisation.yaml.
         1  appeals  Appeals
         2  policy   Policy
      Owner, by number or name: 
      The clauses whose content it repeats, by code.
         1  CF-1  No counterfeit goods
         2  CF-2  Proof of origin
      Reflects, one or more, by number or name: Unexpected reflects \`free\`, expected one that can be chosen. There are: \`CF-1\`, \`CF-2\`.

      The clauses whose content it repeats, by code.
         1  CF-1  No counterfeit goods
         2  CF-2  Proof of origin
      Reflects, one or more, by number or name: Unexpected reflects \`CF-9\`, expected one that can be chosen. Did you mean \`CF-1\` or \`CF-2\`?

      The clauses whose content it repeats, by code.
         1  CF-1  No counterfeit goods
         2  CF-2  Proof of origin
      Reflects, one or more, by number or name: 
      The outcome that it tells: a key of \`outcomes\`.
         1  uphold               Uphold
         2  overturn             Overturn
         3  request-information  Request information
      Outcome, by number or name: Unexpected outcome \`overtrun\`, expected one that can be chosen. Did you mean \`overturn\`?

      The outcome that it tells: a key of \`outcomes\`.
         1  uphold               Uphold
         2  overturn             Overturn
         3  request-information  Request information
      Outcome, by number or name: 
      Who reads it.
         1  seller
         2  buyer
         3  notifier
      Audience, by number or name: 
      How it is sent.
         1  email
         2  in-app
         3  chat
      Channel, by number or name: Wrote content/macros/asked.mdx, a draft.

      Still to write:
        line 3  one sentence that says what the entry is for; shown in lists and search results
        line 16  the text of the macro

      Next: npm run check -- content/macros/asked.mdx --root <root>"
    `);
    expect(readFileSync(join(root, 'content/macros/asked.mdx'), 'utf8')).toMatchInlineSnapshot(`
      "---
      title: Asked
      summary: "[to write: one sentence that says what the entry is for; shown in lists and search results]"
      owner: appeals
      status: draft
      effective: 2026-11-22
      reviewBy: 2027-11-22
      language: en
      policy: counterfeit
      reflects: [CF-1, CF-2]
      outcome: overturn
      audience: seller
      channel: email
      ---

      [to write: the text of the macro]
      "
    `);
  });

  test('asks for the facts of a precedent one by one, in the words of the template', () => {
    const root = playbookWith();
    const { code, out } = newEntry(root, ['precedent', 'asked'], '1\n1\n2\n');
    expect(code).toBe(0);
    expect(out.replaceAll(root, '<root>')).toMatchInlineSnapshot(`
      "
      The team that answers for the entry: a key of \`teams\` in organisation.yaml.
         1  appeals  Appeals
         2  policy   Policy
      Owner, by number or name: 
      Is the item authentic?
         1  verified    An approved authenticator confirmed it.
         2  unverified  Nothing conclusive either way.
         3  refuted     An approved authenticator denied it.
      authenticity, by number or name: 
      Is the chain of provenance complete?
         1  complete  Every link is shown.
         2  partial   At least one link is missing.
      provenance, by number or name: Wrote content/precedents/asked.mdx, a draft.

      Still to write:
        line 3  one sentence that says what the entry is for; shown in lists and search results
        line 14  the point to carry to the next case, in one sentence
        line 19  what belongs under "The case"
        line 23  what belongs under "Why it was decided so"

      Next: npm run check -- content/precedents/asked.mdx --root <root>"
    `);
    expect(readFileSync(join(root, 'content/precedents/asked.mdx'), 'utf8')).toContain(
      'facts:\n  authenticity: verified\n  provenance: partial\noutcome: overturn\n',
    );
    expect(run('check', ['--root', root]).code).toBe(0);
  });

  test('says which flags are missing where nobody answers', () => {
    const root = playbookWith();
    const { code, err } = newEntry(root, ['precedents', 'asked', '--template', 'counterfeit']);
    expect(code).toBe(1);
    expect(err).toMatchInlineSnapshot(`
      "Unexpected end of answers, expected 3 more. They can be given as flags:
        --owner <one>  The team that answers for the entry: a key of \`teams\` in organisation.yaml. One of: appeals, policy.
        --facts <fact>=<value>,…
          authenticity: Is the item authentic? One of: verified, unverified, refuted.
          provenance: Is the chain of provenance complete? One of: complete, partial.
      Nothing was written."
    `);
    expect(existsSync(join(root, 'content/precedents/asked.mdx'))).toBe(false);
  });

  test('says that something must be written first where there is nothing to choose', () => {
    const root = playbookWith({ 'content/policies/counterfeit.mdx': undefined });
    const { code, err } = newEntry(root, ['macros', 'x', '--owner', 'appeals']);
    expect(code).toBe(1);
    expect(err).toContain('--policy <one>  The policy that it speaks about. There is none yet.');
  });
});
