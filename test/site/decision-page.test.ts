import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { caseNote } from '#site/client/decision/case-note.ts';
import { stepOf } from '#site/client/decision/case-step.ts';
import { Ticks } from '#site/client/decision/ticks.ts';
import type { DecisionData } from '#site/views/decision-data.ts';
import { axeViolations } from '#test/helpers/axe.ts';
import { useBrowser } from '#test/helpers/browser.ts';

const visit = useBrowser();
const template = '/decision-templates/counterfeit/';
const midway = `${template}#notice=none&authenticity=unverified`;
const decided = `${template}#notice=none&authenticity=unverified&knowledge=not-shown&listing_claim=authentic&provenance=partial`;
const barring = `${template}#listing_claim=inspired&notice=none&knowledge=shown`;
const contradictory = `${template}#authenticity=verified&listing_claim=inspired`;

const question = (page: Page) => page.locator('#question');
const result = (page: Page) => page.locator('#result');
const status = (page: Page) => page.locator('decision-interview [role="status"]');
const answersIn = (page: Page) => new URL(page.url()).hash.slice(1);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
const dataOf = (page: Page): Promise<DecisionData> =>
  page.evaluate(() => JSON.parse(document.querySelector('decision-interview > script')?.textContent ?? ''));

/** What the page's own data say about the answers in its address. */
async function expected(page: Page) {
  const data = await dataOf(page);
  const answers = new Map(
    answersIn(page)
      .split('&')
      .map((part) => part.split('=').map(decodeURIComponent) as [string, string]),
  );
  const step = stepOf(data.table, answers);
  return { data, answers, step, outcome: data.outcomes[step.outcome ?? '']?.name ?? '' };
}

describe('the interview', () => {
  test('walks to the result of the table by keyboard alone', async () => {
    const { page, errors } = await visit(template);
    await page.locator('.answer').first().focus();
    await page.keyboard.press('Enter');
    for (let asked = 1; asked < 12 && (await question(page).isVisible()); asked++) {
      expect(await focused(page)).toBe('question');
      await page.keyboard.press('2');
    }
    const { outcome, step } = await expected(page);
    expect(await result(page).textContent()).toBe(outcome);
    expect(await focused(page)).toBe('result');
    expect(await status(page).textContent()).toContain(outcome);
    expect(await page.locator('.rules tr[data-state="matches"] th a').allTextContents()).toEqual(
      step.rules.map(({ id }) => id),
    );
    expect(errors).toEqual([]);
  });

  test('shows a question with a sentence for each value, its evidence with checklists, and how far it is', async () => {
    const { page } = await visit(template);
    const { table, standards } = await dataOf(page);
    const { next } = stepOf(table, new Map());
    const asked = table.facts[next ?? ''];
    expect(await question(page).textContent()).toBe(asked?.ask);
    expect(await page.locator('.answer b').allTextContents()).toEqual(Object.keys(asked?.values ?? {}));
    expect(await page.locator('.answer .sentence').allTextContents()).toEqual(
      Object.values(asked?.values ?? {}),
    );
    expect(await page.locator('.progress').textContent()).toMatch(/^Question 1 of about \d+$/);
    const [first] = asked?.evidence ?? [];
    const standard = standards[first ?? ''];
    const details = page.locator('.standards details').first();
    expect(await details.locator('summary').textContent()).toContain(standard?.title);
    await details.locator('summary').click();
    expect(await details.locator('label').allTextContents()).toEqual(standard?.checks);
  });

  test('shows the boundary pairs of the question about their fact, and nowhere else', async () => {
    const { page } = await visit(`${template}#notice=none&authenticity=refuted`);
    const { table } = await dataOf(page);
    expect(await question(page).textContent()).toBe(table.facts.units?.ask);
    await page.locator('.boundaries summary').click();
    expect(await page.locator('.boundaries .pair').first().textContent()).toContain('Nine pairs of shoes');
    await page.goto(new URL(template.slice(1), inject('site')).href);
    expect(await page.locator('.boundaries').count()).toBe(0);
  });

  test('goes back with Backspace and with the button of the browser', async () => {
    const { page } = await visit(template);
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    const two = answersIn(page);
    await page.keyboard.press('Backspace');
    expect(answersIn(page)).toBe(two.slice(0, two.indexOf('&')));
    expect(await status(page).textContent()).toMatch(/^Took back /);
    await page.goBack();
    await expect.poll(() => page.locator('.given li').count()).toBe(2);
    expect(answersIn(page)).toBe(two);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.locator('.given li').count()).toBe(0);
    expect(answersIn(page)).toBe('');
  });

  test('keeps ticks while one goes back and forth in a case, and drops them for another case', async () => {
    const { page } = await visit(template);
    const ticked = () => page.locator('.standards input').first().isChecked();
    await page
      .locator('.standards input')
      .first()
      .evaluate((box) => (box as HTMLElement).click());
    await page.keyboard.press('1');
    await page.goBack();
    await expect.poll(() => page.locator('.given li').count()).toBe(0);
    expect(await ticked()).toBe(true);
    await page.evaluate(() => location.assign('#notice=none'));
    await expect.poll(() => page.locator('.given li').count()).toBe(1);
    await page.keyboard.press('Backspace');
    expect(await ticked()).toBe(false);
  });

  test('lets any answer be changed and keeps the others', async () => {
    const { page } = await visit(decided);
    await page.getByRole('button', { name: 'Change Authenticity' }).click();
    expect(await page.locator('.answer:has(.now) b').textContent()).toBe('unverified');
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    expect(await result(page).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Change Authenticity' }).click();
    await page.keyboard.press('1');
    expect(answersIn(page)).toContain('authenticity=verified');
    expect(answersIn(page)).toContain('provenance=partial');
    expect(await result(page).textContent()).toBe((await expected(page)).outcome);
  });

  test('leaves keys alone while a field has the focus, or where they are switched off', async () => {
    const { page } = await visit(template);
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('input'), { id: 'field' })),
    );
    await page.locator('#field').fill('x');
    await page.keyboard.press('1');
    await page.keyboard.press('Backspace');
    expect(answersIn(page)).toBe('');
    await page.locator('#field').blur();
    await page.evaluate(() => localStorage.setItem('redress-single-keys', 'off'));
    await page.keyboard.press('1');
    expect(answersIn(page)).toBe('');
  });

  test('bars a value that the other answers rule out, and says why', async () => {
    const { page } = await visit(barring);
    const barred = page.locator('.answer[aria-disabled="true"]');
    expect(await barred.locator('b').allTextContents()).toEqual(['verified']);
    await page.keyboard.press('1');
    expect(answersIn(page)).not.toContain('authenticity');
    expect(await status(page).textContent()).toContain((await dataOf(page)).table.exclusions[0]?.because);
  });

  test('says which answers of a link contradict each other', async () => {
    const { page } = await visit(contradictory);
    expect(await page.locator('#stuck').textContent()).toBe('These answers cannot all be so');
    await page.getByRole('button', { name: 'Take back the last answer' }).click();
    expect(answersIn(page)).toBe('authenticity=verified');
  });

  test('opens a link again, and says what it left out of it', async () => {
    const { page } = await visit(`${midway}&colour=red&units=many`);
    expect(await page.locator('.given b').allTextContents()).toEqual(['none', 'unverified']);
    expect(await page.getByRole('alert').textContent()).toBe(
      'Left out of the link, because the table does not know it: "colour=red" (no such fact), "units=many" (no such value).',
    );
    await page.keyboard.press('2');
    expect(answersIn(page)).not.toContain('colour');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('shows no answers where one goes back to a place on the page', async () => {
    const { page } = await visit(template);
    await page.getByRole('link', { name: 'The whole table' }).click();
    expect(answersIn(page)).toBe('rules');
    await page.keyboard.press('1');
    expect(await page.locator('.given li').count()).toBe(1);
    await page.goBack();
    await expect.poll(() => page.locator('.given li').count()).toBe(0);
  });

  test('keeps the answers in the address when a place on the page is visited', async () => {
    const { page } = await visit(decided);
    const before = page.url();
    await page.getByRole('link', { name: 'The whole table' }).click();
    expect(page.url()).toBe(before);
    expect(await focused(page)).toBe('rules');
    expect(await page.locator('#rules').evaluate((place) => place.getBoundingClientRect().top)).toBeLessThan(
      200,
    );
  });
});

describe('the result', () => {
  test('names outcome, rule, reason, who may decide, and what comes next', async () => {
    const { page } = await visit(decided);
    const { data, step, outcome } = await expected(page);
    const [rule] = step.rules;
    expect(await result(page).textContent()).toBe(outcome);
    expect(await page.locator('.because').textContent()).toBe(`${rule?.id} ${rule?.because}`);
    const role = data.roles[rule?.authority ?? ''];
    const who = await page.locator('.who').textContent();
    expect(who).toContain(role?.name);
    expect(who).toContain(`rank ${role?.rank}`);
    if (role?.secondReviewer) expect(who).toContain(role.secondReviewer);
    const macro = data.macros[rule?.macro ?? ''];
    expect(await page.getByRole('link', { name: `Macro: ${macro?.title}` }).getAttribute('href')).toBe(
      macro?.path,
    );
  });

  test('copies the case note exactly, with the ticks that were set', async () => {
    const { page } = await visit(decided, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByText('Evidence checklist').click();
    await page.locator('.part .standards summary').first().click();
    await page.locator('.part .standards input').first().check();
    await page.getByRole('button', { name: 'Copy case note' }).click();
    const { data, answers, step } = await expected(page);
    const [standard] = data.table.facts[[...answers.keys()][0] ?? '']?.evidence ?? [];
    const ticks = new Ticks();
    ticks.set(standard ?? '', 0, true);
    const note = caseNote(data, answers, step, ticks, page.url());
    expect(note).toContain('[x]');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(note);
    expect(await page.locator('.announcer').textContent()).toBe('Copied the case note.');
  });

  test('copies a link that opens the same case', async () => {
    const { page } = await visit(decided, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy link' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  test('tells what would change it, with the evidence and what to ask for', async () => {
    const { page } = await visit(decided);
    await page.getByText('What would change this').click();
    const first = page.locator('.flips li').filter({ hasText: 'if authenticity were verified' });
    expect(await first.locator('.outcome').textContent()).toBe('Overturn: no violation');
    await first.locator('summary').click();
    const { table, standards } = await dataOf(page);
    for (const slug of table.facts.authenticity?.evidence ?? []) {
      expect(await first.textContent()).toContain(standards[slug]?.request);
    }
  });

  test('hands the case to the macro, and stores nothing before', async () => {
    const { page } = await visit(decided);
    const stored = () => page.evaluate(() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage));
    expect(await stored()).toBe('{}{}');
    await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()));
    await page.getByRole('link', { name: /^Macro: / }).click();
    const handed = await page.evaluate(() => JSON.parse(sessionStorage.getItem('redress.case') ?? ''));
    expect(handed).toMatchObject({
      template: 'counterfeit',
      outcome: 'request-information',
      facts: { notice: 'none', authenticity: 'unverified', provenance: 'partial' },
      values: { reason: handed.because },
    });
  });

  test('lists precedents that agree and those one fact apart', async () => {
    const { page } = await visit(
      `${template}#notice=none&authenticity=unverified&knowledge=not-shown&listing_claim=authentic&provenance=complete&corroboration=shown&units=10%2B`,
    );
    await page.locator('.part summary', { hasText: 'Precedents' }).click();
    const text = await page.locator('.part .precedents').textContent();
    expect(text).toContain('Same facts, agrees.');
    expect(text).toContain('Differs in one fact: units was 2-9.');
  });
});

describe('the page', () => {
  const stages = [
    ['a question', template],
    ['a barred value', `${barring}&colour=red`],
    ['a contradiction', contradictory],
    ['the result', decided],
  ] as const;
  const unfold = (page: Page) =>
    page.evaluate(async () => {
      for (let round = 0; round < 3; round++) {
        for (const details of document.querySelectorAll<HTMLDetailsElement>('.now details'))
          details.open = true;
        await new Promise((done) => setTimeout(done, 50));
      }
    });

  describe.each(stages)('at %s', (_stage, path) => {
    test.each(['light', 'dark'] as const)('passes axe in %s, unfolded', async (colorScheme) => {
      const { page } = await visit(path, { colorScheme });
      await unfold(page);
      expect(await axeViolations(page, 'decision-interview', '.rules')).toEqual([]);
    });

    test('does not scroll sideways, unfolded', async () => {
      const { page } = await visit(path);
      await unfold(page);
      for (const width of [1280, 800, 390, 380]) {
        await page.setViewportSize({ width, height: 800 });
        await unfold(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
      }
    });
  });

  test.each([
    ['a question', midway],
    ['the result', decided],
  ])('shows %s on one screen of 1280 x 800', async (_stage, path) => {
    const { page } = await visit(path);
    const bottom = await page
      .locator('.now')
      .evaluate((panel) => panel.lastElementChild?.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(800);
  });

  test('folds the answers so far above the question on a narrow screen', async () => {
    const { page } = await visit(midway, { viewport: { width: 390, height: 800 } });
    const soFar = page.locator('.so-far');
    expect(await soFar.getAttribute('open')).toBeNull();
    const [above, below] = await Promise.all([soFar.boundingBox(), question(page).boundingBox()]);
    expect((above?.y ?? 0) < (below?.y ?? 0)).toBe(true);
    expect(await soFar.locator('summary').textContent()).toMatch(/^So far 2 answers, \d outcomes possible$/);
  });

  test('has the table and the evidence without JavaScript, and nothing empty', async () => {
    const { page } = await visit(template, { javaScriptEnabled: false });
    expect(await page.locator('decision-interview').isVisible()).toBe(false);
    expect(await page.locator('main noscript').textContent()).toContain('The questions need JavaScript.');
    expect(await page.locator('main noscript').isVisible()).toBe(true);
    expect(await page.locator('.rules tbody tr').count()).toBeGreaterThan(10);
    expect(await page.locator('.fact .evidence a').count()).toBeGreaterThan(5);
  });

  test('says what is proven about its table', async () => {
    const { page } = await visit(template);
    expect(await page.locator('.proof-line').textContent()).toMatch(
      /Complete: [\d,]+ combinations, [\d,]+ reachable, each with exactly one outcome/,
    );
  });

  test('dims the rules that cannot match and lights the one that decides', async () => {
    const { page } = await visit(template);
    const states = () =>
      page
        .locator('.rules tbody tr')
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.state ?? ''));
    expect(new Set(await states())).toEqual(new Set(['']));
    await page.keyboard.press('1');
    const { step, data } = await expected(page);
    const possible = new Set(step.rules.map(({ id }) => id));
    expect(await states()).toEqual(data.table.rules.map(({ id }) => (possible.has(id) ? '' : 'impossible')));
    await page.goto(new URL(decided.slice(1), inject('site')).href);
    await expect.poll(async () => (await states()).filter((state) => state === 'matches').length).toBe(1);
  });

  test('has a script of its own of less than 12 KB compressed, engine and all', async () => {
    const scripts = async (path: string) => {
      const { page, requests } = await visit(path);
      await page.waitForLoadState('networkidle');
      const inline = await page.locator('script[type="module"]:not([src])').allTextContents();
      return { files: requests.filter((url) => url.endsWith('.js')), inline };
    };
    const everywhere = await scripts('/glossary/appeal/');
    const here = await scripts(template);
    const own = [
      ...(await Promise.all(
        here.files
          .filter((url) => !everywhere.files.includes(url))
          .map(async (url) => (await fetch(url)).text()),
      )),
      ...here.inline.filter((text) => !everywhere.inline.includes(text)),
    ];
    const size = own.reduce((sum, text) => sum + brotliCompressSync(text).length, 0);
    expect(size).toBeGreaterThan(4_000);
    expect(size).toBeLessThan(12_000);
  });
});
