import { describe, expect, test } from 'vitest';
import { linesWithoutIds, useHistoryPages } from '#test/helpers/history-pages.ts';

const { open } = useHistoryPages();

describe('the history of an entry', () => {
  test('tells its revisions newest first: what kind, when, in force from when to when, by whom', async () => {
    const { page } = await open('evidence-standards/supplier-invoice');
    expect(await linesWithoutIds(page, '.timeline .when')).toMatchInlineSnapshot(`
      [
        "16 November 2026 RequirementIn force from 1 December 2026By Ada LovelacePull request #31",
        "20 February 2026 RequirementCurrent. In force 20 February 2026 to 30 November 2026By Grace Hopper",
        "16 February 2026 RequirementIn force 16 February 2026 to 19 February 2026By Ada Lovelace with Katherine JohnsonApproved by Mary JacksonReviewed by Annie EasleyPull request #12",
        "12 January 2026 NewIn force 15 January 2026 to 15 February 2026By Ada Lovelace",
      ]
    `);
    expect(await linesWithoutIds(page, '.timeline h3')).toMatchInlineSnapshot(`
      [
        "Invoices may be 90 days old (#31)",
        "Revert "Invoices age faster (#12)"",
        "Invoices age faster (#12)",
        "Write the playbook",
      ]
    `);
  });

  test('tells why, that a change was reverted and what it brought back, and each change in the words of the field', async () => {
    const { page } = await open('evidence-standards/supplier-invoice');
    expect(await linesWithoutIds(page, '.timeline > li:nth-child(2) .what > *')).toMatchInlineSnapshot(`
      [
        "Revert "Invoices age faster (#12)"",
        "Sellers of vintage goods could not appeal any more.",
        "Reverts the change #.",
        "Brings back the text of #.",
        "Maximum age: 180 days to 365 days",
        "As it read then Cite #",
      ]
    `);
    expect(await linesWithoutIds(page, '.timeline > li:nth-child(3) .what > *')).toMatchInlineSnapshot(`
      [
        "Invoices age faster (#12)",
        "Old invoices were reused in eleven cases of January.",
        "They named goods that had long been sold.",
        "Maximum age: 365 days to 180 days",
        "As it read then Cite #",
      ]
    `);
  });

  test('tells both dates where a change was written before it landed, and the pull request that landed it', async () => {
    const { page } = await open('decision-templates/counterfeit');
    expect(await linesWithoutIds(page, '.timeline > li:first-child .when p')).toMatchInlineSnapshot(`
      [
        "1 April 2026 Outcomes",
        "written 30 March 2026",
        "Current. In force since 1 April 2026",
        "By Grace Hopper",
        "Approved by Mary Jackson",
        "Pull request #21",
      ]
    `);
    const request = page.locator('.timeline > li:first-child .when a');
    expect(await request.getAttribute('href')).toBe('https://git.example.org/appeals/pull/21');
  });

  test('spells out what a decision template decides differently', async () => {
    const { page } = await open('decision-templates/counterfeit');
    expect(await linesWithoutIds(page, '.outcome-boxes li')).toEqual([
      'authenticity unverified, provenance partial 1: was Request information, now Uphold',
    ]);
    expect(await page.locator('.outcome-boxes details').count()).toBe(0);
  });

  test('says that a text never applied which reached the branch together with a later one', async () => {
    const { page } = await open('procedures/intake-and-triage');
    expect(await linesWithoutIds(page, '.timeline > li:nth-child(3) .when p')).toContain(
      'Never in force: it reached this branch together with a later revision',
    );
  });

  test('says that a binding text was told as wording, and on whose word', async () => {
    const { page } = await open('policies/counterfeit');
    expect(await linesWithoutIds(page, '.timeline .aside')).toEqual([
      'Binding text changed; told as wording on the word of Mary Jackson.',
    ]);
  });

  test('keeps two lives apart', async () => {
    const { page } = await open('glossary/gift-card');
    expect(await linesWithoutIds(page, '.body h2')).toEqual([
      'Second life, since 6 July 2026',
      'First life, until 1 June 2026',
    ]);
  });

  test('goes on through a rename, and beyond the removal of an entry', async () => {
    const { page } = await open('glossary/appeal-request');
    expect(await linesWithoutIds(page, '.timeline .aside')).toEqual([
      'Renamed from content/glossary/appeal.mdx to content/glossary/appeal-request.mdx.',
    ]);
    const gone = await open('glossary/strike-out');
    expect(await linesWithoutIds(gone.page, 'h1, .notice')).toEqual([
      'Strike out',
      'Removed. Its texts stay here, because what was decided by them still refers to them.',
    ]);
  });
});
