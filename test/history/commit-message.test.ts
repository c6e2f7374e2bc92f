import { describe, expect, test } from 'vitest';
import { type CommitMessage, readMessage } from '#history/commit-message.ts';
import { displayLine, displayText } from '#history/display-text.ts';

const empty: CommitMessage = {
  subject: '',
  body: '',
  pullRequest: undefined,
  reverts: undefined,
  approvedBy: [],
  reviewedBy: [],
  coAuthors: [],
  overturns: [],
  changeKind: undefined,
};
const commit = '0123456789012345678901234567890123456789';

describe('readMessage', () => {
  test.each<[string, Partial<CommitMessage>]>([
    ['', {}],
    ['\n\n  \n', {}],
    ['Subject', { subject: 'Subject' }],
    [
      'Subject\nover two lines\n\nBody\n\nMore\n',
      { subject: 'Subject over two lines', body: 'Body\n\nMore' },
    ],
    ['Subject\r\n\r\nBody\r\n', { subject: 'Subject', body: 'Body' }],
    ['\n\nSubject\n \t\nBody', { subject: 'Subject', body: 'Body' }],
  ])('splits %j into subject and reason', (message, expected) => {
    expect(readMessage(message)).toEqual({ ...empty, ...expected });
  });

  test.each<[string, Partial<CommitMessage>]>([
    ['Approved-by: Jo Doe', { approvedBy: ['Jo Doe'] }],
    ['approved-BY:Jo', { approvedBy: ['Jo'] }],
    ['Reviewed-by: A\nReviewed-by: B\nReviewed-by: A', { reviewedBy: ['A', 'B'] }],
    ['Co-authored-by: Jo\nChange-kind: Wording', { coAuthors: ['Jo'], changeKind: 'wording' }],
    ['Change-kind: wording\nChange-kind: requirement', { changeKind: 'requirement' }],
    ['Overturns: precedents/fees', { overturns: ['precedents/fees'] }],
    ['Reason.\n\nApproved-by: Jo', { body: 'Reason.', approvedBy: ['Jo'] }],
    ['Approved-by: Jo\n  Doe\nReviewed-by: A', { approvedBy: ['Jo Doe'], reviewedBy: ['A'] }],
    [`Approved-by: Jo\n(cherry picked from commit ${commit})`, { approvedBy: ['Jo'] }],
    ['Approved-by:\nReviewed-by: A', { reviewedBy: ['A'] }],
    ['Approved-by: \u202Ey\u0007', { approvedBy: ['\uFFFDy\uFFFD'] }],
    // A paragraph that holds anything else is prose, and so is one that is not the last.
    ['Text\nApproved-by: Jo', { body: 'Text\nApproved-by: Jo' }],
    ['Approved-by: Jo\n\nText', { body: 'Approved-by: Jo\n\nText' }],
    ['Approved by: Jo', { body: 'Approved by: Jo' }],
  ])('reads the trailers of %j', (rest, expected) => {
    expect(readMessage(`S\n\n${rest}`)).toEqual({ ...empty, subject: 'S', ...expected });
  });

  test.each<[string, number | undefined]>([
    ['Raise the limit (#123)', 123],
    ['Merge pull request #45 from team/branch\n\nRaise the limit', 45],
    ['Merged in branch (pull request #6)', 6],
    ['Merged PR 78: Raise the limit', 78],
    ["Merge branch 'a' into 'main'\n\nRaise\n\nSee merge request team/playbook!9", 9],
    ['Mend #12', undefined],
    ['(#12) first', undefined],
    ['Raise (#)', undefined],
    ['Raise (#1234567890)', undefined],
    ['Raise\n\nLike (#12)', undefined],
  ])('finds the pull request of %j: %j', (message, expected) => {
    expect(readMessage(message).pullRequest).toBe(expected);
  });

  test.each<[string, string | undefined]>([
    [`Revert "Raise"\n\nThis reverts commit ${commit}.`, commit],
    [`Back\n\nBecause.\n\nThis reverts commit ${commit}, reversing\nchanges made to abc.`, commit],
    ['Revert "Raise"', ''],
    ['Reverted "Raise"', ''],
    ['Revert the fee', undefined],
    ['S\n\nThis reverts commit none.', undefined],
  ])('finds what %j reverts: %j', (message, expected) => {
    expect(readMessage(message).reverts).toBe(expected);
  });

  test.each<[string, string]>([
    ['one long word', `s\n\n${'a'.repeat(300_000)}`],
    ['spaces', `s${' '.repeat(300_000)}x`],
    ['empty lines', `s${'\n'.repeat(300_000)}x`],
    ['blank lines', `s\n${' \n'.repeat(150_000)}x`],
    ['trailers', `s\n\n${'A: b\n'.repeat(60_000)}`],
    ['a trailer that goes on and on', `s\n\nA: b${'\n x'.repeat(100_000)}`],
    ['paragraphs', `s${'\n\nA: b'.repeat(50_000)}`],
    ['merge requests', `s\n\nSee merge request ${'!1'.repeat(150_000)} `],
  ])('takes no time over 300 KB of %s', (_, message) => {
    const start = performance.now();
    readMessage(message);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('text from git', () => {
  test('keeps lines, and joiners that scripts and emoji need', () => {
    expect(displayText('a\r\nb\tc\u200Dd\u{1F9D1}\u200D\u2696')).toBe('a\nb\tc\u200Dd\u{1F9D1}\u200D\u2696');
  });

  test('shows what would not be seen', () => {
    const hidden =
      '\u0000\u001B\u007F\u0085\u00AD\u061C\u200B\u200E\u202A\u202E\u2028\u2066\uFEFF\u{E0041}\uD800';
    expect(displayText(hidden)).toBe('\uFFFD'.repeat([...hidden].length));
  });

  test('is on one line where a line is asked for', () => {
    expect(displayLine(' a\n\tb  c ')).toBe('a b c');
  });
});
