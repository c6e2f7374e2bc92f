import { expect, test } from 'vitest';
import { caseNote } from '#site/client/decision/case-note.ts';
import { stepOf } from '#site/client/decision/case-step.ts';
import { Ticks } from '#site/client/decision/ticks.ts';
import { smallCase } from './small-case.ts';

const note = (answers: Record<string, string>, ticks = new Ticks()) => {
  const given = new Map(Object.entries(answers));
  return caseNote(smallCase, given, stepOf(smallCase.table, given), ticks, 'https://playbook.example/#case');
};

test('a case note holds everything that a second reader needs', () => {
  const ticks = new Ticks();
  ticks.set('grading-certificate', 1, true);
  ticks.set('supplier-invoice', 0, true);
  ticks.set('supplier-invoice', 0, false);
  expect(note({ authenticity: 'refuted', strikes: '0' }, ticks)).toMatchInlineSnapshot(`
    "Counterfeit: appeal of a removal (CF)
    Template: decision-templates/counterfeit, in force since 2 February 2026
    Case: https://playbook.example/#case

    Outcome: Uphold (O1)
    Rule: R3
    Reason: It is not genuine (CF-1).
    Authority: Team lead (rank 3), as the lowest role
    Second reviewer: Legal signs in Q7.
    Macro: Decision stands
    Escalation: Appeals lead (Appeals), answer within 2 business hours

    Facts:
    - Authenticity: refuted. It was denied.
    - Strikes: 0. None.
    Not asked, because no answer could change the result: Provenance

    Evidence that establishes them:
    - Authenticity: E04 Grading certificate (grade A)
    - Strikes: from the case file

    E04 Grading certificate: 1 of 2 checks done
    [ ] The number is in the register.
    [x] The photo is of this item."
  `);
});

test('a case note says which reasons are open, and what was not asked', () => {
  expect(note({ authenticity: 'refuted' })).toMatchInlineSnapshot(`
    "Counterfeit: appeal of a removal (CF)
    Template: decision-templates/counterfeit, in force since 2 February 2026
    Case: https://playbook.example/#case

    Outcome: Uphold (O1)
    Rule: R3
    Reason: It is not genuine (CF-1).
    Rule: R4
    Reason: It is not genuine, once more (CF-1, CF-2).
    These rules give the same result; the answers do not tell their reasons apart.
    Authority: Team lead (rank 3), as the lowest role
    Second reviewer: Legal signs in Q7.
    Macro: Decision stands
    Escalation: Appeals lead (Appeals), answer within 2 business hours

    Facts:
    - Authenticity: refuted. It was denied.
    Not asked, because no answer could change the result: Provenance, Strikes

    Evidence that establishes them:
    - Authenticity: E04 Grading certificate (grade A)"
  `);
});

test('a case note says why nothing is sent', () => {
  expect(note({ authenticity: 'unverified', provenance: 'none' })).toMatchInlineSnapshot(`
    "Counterfeit: appeal of a removal (CF)
    Template: decision-templates/counterfeit, in force since 2 February 2026
    Case: https://playbook.example/#case

    Outcome: Request information (O7)
    Rule: R2
    Reason: Proof is missing (CF-2).
    Authority: Frontline reviewer (rank 1), as the lowest role
    Macro: The seller is asked by phone.

    Facts:
    - Authenticity: unverified. Nothing conclusive.
    - Provenance: none. No link is shown.
    Not asked, because no answer could change the result: Strikes

    Evidence that establishes them:
    - Authenticity: E04 Grading certificate (grade A)
    - Provenance: E06 Supplier invoice (grade B) or E04 Grading certificate (grade A)"
  `);
});
