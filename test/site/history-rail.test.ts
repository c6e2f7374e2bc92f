import { describe, expect, inject, test } from 'vitest';
import { revisionPath } from '#playbook/paths.ts';
import { linesWithoutIds, useHistoryPages } from '#test/helpers/history-pages.ts';

const { visit } = useHistoryPages();

describe('the rail of an entry', () => {
  test('tells since when it reads so, and the last change that mattered', async () => {
    const { page } = await visit('/policies/counterfeit/');
    const facts = await linesWithoutIds(page, '.rail dt, .rail dd');
    expect(facts[facts.indexOf('In force since') + 1]).toBe('15 January 2026this text since 3 August 2026');
    expect(facts[facts.indexOf('Last change') + 1]).toBe(
      'Requirement 3 August 2026Say what many units mean (#27)by Ada Lovelace',
    );
    await page.getByRole('link', { name: '4 revisions' }).click();
    await page.waitForURL(/\/policies\/counterfeit\/history\/$/);
  });

  test('tells of the text that is in force, not of the one to come', async () => {
    const { page } = await visit('/evidence-standards/supplier-invoice/');
    const facts = await linesWithoutIds(page, '.rail dt, .rail dd');
    expect(facts[facts.indexOf('Last change') + 1]).toMatch(/^Requirement 20 February 2026/);
  });

  test('asks what was in force on a day with one field', async () => {
    const { page } = await visit('/evidence-standards/supplier-invoice/');
    await page.getByLabel('As of').fill('2026-02-18');
    await page.getByRole('button', { name: 'Show' }).press('Enter');
    await page.waitForURL(/\/as-of\/\?entry=evidence-standards%2Fsupplier-invoice&date=2026-02-18$/);
    const answer = page.locator('.as-of-entry');
    expect(await answer.locator('small').textContent()).toBe(
      'In force from 16 February 2026 to 19 February 2026',
    );
    await answer.getByRole('link').click();
    const { shortened } = inject('historyCommits');
    await page.waitForURL(`**${revisionPath('evidence-standards/supplier-invoice', shortened)}`);
    await page.getByText('180 days').waitFor();
  });
});
