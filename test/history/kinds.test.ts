import { describe, expect, test } from 'vitest';
import type { Change } from '#history/change.ts';
import { revisionKind } from '#history/revision-kind.ts';
import { changesOf, type Edit, edited, fixture, told, toldBetween } from '#test/helpers/told-change.ts';

const policy = 'policies/counterfeit.mdx';
const standard = 'evidence-standards/supplier-invoice.mdx';
const template = 'decision-templates/counterfeit.mdx';
const macro = 'macros/counterfeit-overturned.mdx';
const path = 'escalation-paths/policy-team.mdx';
const procedure = 'procedures/intake-and-triage.mdx';
const precedent = 'precedents/counterfeit-verified-jacket.mdx';
const term = 'glossary/appeal.mdx';
const organisation = 'organisation.yaml';

describe('what binds is told as a requirement', () => {
  test.each<[what: string, file: string, ...Edit[]]>([
    ['the text of a clause', policy, ['is removed', 'may be removed']],
    ['an example in a clause', policy, ['**twelve**', '**ten**']],
    ['the title of a clause', policy, ['## CF-2 Proof of origin', '## CF-2 Proof of provenance']],
    ['a clause that is new', policy, ['## CF-2', '## CF-3 Refunds\n\nBuyers are refunded.\n\n## CF-2']],
    ['a clause that is gone', policy, [/## CF-2[\s\S]*/, '']],
    ['a rung of the ladder', policy, ['actions: [A01, A02]', 'actions: [A02]']],
    ['what the law says', policy, ['Name the rule', 'Name the clause']],
    ['the severity', policy, ['severity: S3', 'severity: S2']],
    ['the regions', policy, ['code: CF', 'regions: [EU]\ncode: CF']],
    ['the day from which it applies', policy, ['effective: 2026-01-15', 'effective: 2026-12-01']],
    ['the maximum age of a document', standard, ['maximumAgeDays: 365', 'maximumAgeDays: 180']],
    ['the grade of evidence', standard, ['grade: B', 'grade: C']],
    ['what does not suffice', standard, ['never paid.]', 'never paid., A photo of it.]']],
    ['what evidence a question asks for', template, ['    evidence: [supplier-invoice]\n', '']],
    ['what an answer means', template, ['At least one link is missing.', 'At least two links are missing.']],
    ['where a rule escalates to', template, ['    escalation: policy-team\n', '']],
    ['the standard of proof', template, ['balance-of-probabilities', 'clear-and-convincing']],
    ['an approved macro', macro, ['your listing is back', 'your listing is visible again']],
    ['the clauses that a macro reflects', macro, ['reflects: [CF-1]', 'reflects: [CF-1, CF-2]']],
    ['the subject of a macro', macro, ['channel: email', 'channel: email\nsubject: Your appeal']],
    ['the time in which a desk answers', path, ['4 business hours', '2 business hours']],
    ['what to send along', path, ['[The question in one line.]', '[The question in one line., The case.]']],
    ['a step that cites a clause', procedure, ['1. Read the appeal.', '1. Read the appeal and CF-2.']],
    ['a step that links to what binds', procedure, ['Read the appeal', '[Read](/policies/counterfeit/)']],
    ['the outcome of a precedent', precedent, ['outcome: overturn', 'outcome: uphold']],
    ['a service time', organisation, ['firstTouch: 24 business hours', 'firstTouch: 4 business hours']],
    ['who may decide what', organisation, ['mayDecide: [uphold, overturn,', 'mayDecide: [overturn,']],
    ['who may approve', organisation, ['    mayApprove: [macros]\n', '']],
    [
      'what must follow upon an outcome',
      organisation,
      ['Restore the listing and', 'Restore the listing, then'],
    ],
  ])('%s', (_, file, ...edits) => expect(told(file, ...edits).kind).toBe('requirement'));
});

describe('prose that cites nothing normative is told as wording', () => {
  test.each<[what: string, file: string, ...Edit[]]>([
    ['the title', policy, ['title: Counterfeit goods', 'title: Counterfeit and fakes']],
    ['the summary', policy, ['what happens to the seller', 'what follows for the seller']],
    ['what stands above the clauses', policy, ['---\n\n##', '---\n\nRead the clauses.\n\n##']],
    ['how to ask for evidence', standard, ['as it was issued', 'as you got it']],
    ['prose of an evidence standard', standard, ['Match each line', 'Compare each line']],
    ['prose of a template', template, ['Check that the appeal', 'See that the appeal']],
    ['a question', template, ['Is the item authentic?', 'Is the item genuine?']],
    [
      'the reason of a rule',
      template,
      ['because: One link is missing.', 'because: There is a link missing.'],
    ],
    ['a step of a procedure', procedure, ['1. Read the appeal.', '1. Read all of the appeal.']],
    [
      'a heading of a procedure, with steps below that cite',
      procedure,
      ['## If it goes wrong', '## When stuck'],
    ],
    ['prose of an escalation path', path, ['not a summary', 'never a summary']],
    ['what a precedent teaches', precedent, ['needs no chain', 'does not need a chain']],
    ['a glossary term', term, ['no violation', 'no breach']],
    ['the name of a team', organisation, ['name: Appeals', 'name: Appeals desk']],
  ])('%s', (_, file, ...edits) => expect(told(file, ...edits).kind).toBe('wording'));

  test('a heading above steps that cite a clause', () => {
    const before = edited(fixture(procedure), ['Ask the lead.', 'Ask the lead, who reads CF-2.']);
    const after = edited(before, ['## If it goes wrong', '## When you are stuck']);
    expect(toldBetween(procedure, before, after)).toEqual({
      kind: 'wording',
      changes: ['Section “When you are stuck”, title: “If it goes wrong” to “When you are stuck”'],
    });
  });
});

describe('what changes nothing for a reader is told as housekeeping', () => {
  test.each<[what: string, file: string, ...Edit[]]>([
    ['the owner', policy, ['owner: policy', 'owner: appeals']],
    ['the review date', policy, ['reviewBy: 2027-01-15', 'reviewBy: 2027-06-30']],
    ['words to search by', policy, ['aliases: [fake,', 'aliases: [fake, dupe,']],
    ['the day on which a source was read', policy, ['verifiedOn: 2026-06-24', 'verifiedOn: 2026-11-01']],
    ['quotation marks', policy, ['title: Counterfeit goods', "title: 'Counterfeit goods'"]],
    ['the style of a list', standard, ['verifiers: [frontline]', 'verifiers:\n  - frontline']],
    ['a folded text', standard, ['request: Please send', 'request: >-\n  Please send']],
    ['a comment', policy, ['code: CF', '# The prefix of all clauses.\ncode: CF']],
    ['the order of fields', policy, ['code: CF\narea: PA01', 'area: PA01\ncode: CF']],
    ['a default that is written out', template, ['facts:', 'hit: unique\nfacts:']],
    [
      'the order of what a precedent says of facts',
      precedent,
      [/\{ (authenticity: \w+), (provenance: \w+) \}/, '{ $2, $1 }'],
    ],
    ['wrapping', term, [/that there was no violation, or/, 'that there was\nno violation, or']],
    ['blank lines', policy, ['is removed.\n', 'is removed.\n\n\n']],
    ['marks of emphasis', policy, ['**twelve**', '__twelve__']],
    ['marks of a list', procedure, ['1. Read the appeal.\n2. Choose', '1) Read the appeal.\n2) Choose']],
    ['line ends', term, [/\n/g, '\r\n']],
    ['a byte order mark', term, [/^/, '\uFEFF']],
    ['an approval that is given again', macro, ['on: 2026-01-15', 'on: 2026-02-01']],
    [
      'who is asked on GitHub',
      organisation,
      ['    does: Decides', '    github: "@example/appeals"\n    does: Decides'],
    ],
    ['names in git', organisation, ['    team: policy\n', '    team: policy\n    gitNames: [Kim]\n']],
    ['the order of teams', organisation, [/( {2}appeals:\n.*\n.*\n)( {2}policy:\n.*\n.*\n)/, '$2$1']],
  ])('%s', (_, file, ...edits) => expect(told(file, ...edits).kind).toBe('housekeeping'));
});

describe('macros', () => {
  const approval = /approval:\n(?: .*\n)+/;
  const draft = edited(fixture(macro), [approval, '']);

  test('a text that nobody approved binds nobody', () => {
    const after = edited(
      draft,
      ['your listing is back', 'your listing is visible again'],
      ['[CF-1]', '[CF-2]'],
    );
    expect(toldBetween(macro, draft, after).kind).toBe('wording');
  });

  test('an approved text that is changed and no longer approved did bind', () => {
    const after = edited(draft, ['your listing is back', 'your listing is visible again']);
    expect(changesOf(macro, fixture(macro), after).map(({ label, weight }) => `${label}: ${weight}`)).toEqual(
      ['Approval: requirement', 'Text: requirement'],
    );
  });

  test('the approval brings it in force, and its withdrawal takes it out', () => {
    expect(toldBetween(macro, draft, fixture(macro))).toEqual({
      kind: 'requirement',
      changes: ['Approval: set, by: policy-lead; on: 2026-01-15'],
    });
    expect(toldBetween(macro, fixture(macro), draft).kind).toBe('requirement');
  });

  test('an approval of a draft does not', () => {
    const isDraft: Edit = ['status: active', 'status: draft'];
    const [before, after] = [edited(draft, isDraft), edited(fixture(macro), isDraft)];
    expect(toldBetween(macro, before, after).kind).toBe('housekeeping');
    expect(toldBetween(macro, after, fixture(macro)).kind).toBe('requirement');
  });
});

describe('the life of an entry', () => {
  const changed = { author: 'Ada', approvedBy: [], changeKind: undefined, how: 'changed' } as const;
  const weighing = (weight: Change['weight']): Change[] => [
    { weight, label: 'X', path: ['x'], what: 'value', before: 1, after: 2 },
  ];

  test.each([
    ['active', 'retired', 'retired'],
    ['draft', 'retired', 'retired'],
    ['retired', 'active', 'restored'],
    ['retired', 'draft', 'restored'],
    ['draft', 'active', 'requirement'],
    ['active', 'draft', 'requirement'],
  ])('a status from %s to %s is told as %s', (from, to, kind) => {
    const before = edited(fixture(policy), [/status: active/, `status: ${from} `]);
    const after = edited(before, [`status: ${from}`, `status: ${to}`], ['is removed', 'may be removed']);
    expect(toldBetween(policy, before, after).kind).toBe(kind);
  });

  test.each([
    ['created', false, 'created'],
    ['created', true, 'restored'],
    ['removed', false, 'retired'],
  ] as const)('%s, restored %s: %s', (how, restored, kind) =>
    expect(revisionKind({ ...changed, how }, weighing('outcomes'), restored).kind).toBe(kind),
  );

  test.each([
    [[], 'renamed'],
    [weighing('housekeeping'), 'renamed'],
    [weighing('wording'), 'renamed'],
    [weighing('requirement'), 'requirement'],
    [weighing('outcomes'), 'outcomes'],
  ])('a new name with %j is told as %s', (changes, kind) =>
    expect(revisionKind({ ...changed, how: 'renamed' }, changes, false).kind).toBe(kind),
  );
});

describe('Change-kind: wording', () => {
  const requirement: Change[] = [
    { weight: 'requirement', label: 'X', path: ['x'], what: 'value', before: 1, after: 2 },
  ];
  const judge = (
    approvedBy: string[],
    changeKind = 'wording',
    changes = requirement,
    coAuthors: string[] = [],
  ) =>
    revisionKind(
      { how: 'changed', author: 'Ada Lovelace', coAuthors, approvedBy, changeKind },
      changes,
      false,
    );

  test.each<[string, ReturnType<typeof judge>, string, string[]]>([
    ['lowers with an approval of somebody else', judge(['Kim']), 'wording', ['Kim']],
    ['does not without an approval', judge([]), 'requirement', []],
    ['does not by the own approval', judge(['Ada Lovelace']), 'requirement', []],
    ['does not by the own approval, written otherwise', judge([' ada LOVELACE']), 'requirement', []],
    ['counts those who are not the author', judge(['Ada Lovelace', 'Kim']), 'wording', ['Kim']],
    ['does not by a co-author', judge(['Kim'], 'wording', requirement, ['Kim']), 'requirement', []],
    ['knows no other kind', judge(['Kim'], 'housekeeping'), 'requirement', []],
    [
      'never lowers outcomes',
      judge(['Kim'], 'wording', [...requirement, { ...(requirement[0] as Change), weight: 'outcomes' }]),
      'outcomes',
      [],
    ],
    [
      'never raises',
      judge(['Kim'], 'wording', [{ ...(requirement[0] as Change), weight: 'housekeeping' }]),
      'housekeeping',
      [],
    ],
  ])('%s', (_, found, kind, loweredBy) => expect(found).toEqual({ kind, loweredBy }));
});
