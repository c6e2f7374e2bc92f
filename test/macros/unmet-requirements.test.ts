import { beforeAll, describe, expect, test } from 'vitest';
import { macroRequirements } from '#checks/macro-requirements.ts';
import { messageKinds } from '#macros/message-kinds.ts';
import { unmetRequirements } from '#macros/unmet-requirements.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import { createPlaybook, type Playbook } from '#playbook/playbook.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readEntry } from '#repository/read-entry.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import type { Macro } from '#schemas/macro.ts';
import type { Requirement } from '#schemas/requirements.ts';
import { macroFile, macroIn } from '#test/helpers/macros.ts';

const day = '2026-11-22';
let shipped: Playbook;

beforeAll(async () => {
  const { playbook } = await readPlaybook(projectRoot);
  if (!playbook) throw new Error('the playbook cannot be read');
  shipped = playbook;
});

/** The shipped playbook with one macro, `test`, in place of all others. */
function withMacro(body: string, fields: Parameters<typeof macroFile>[1]): Playbook {
  const { entry, issues } = readEntry(
    new TextEncoder().encode(macroFile(body, fields)),
    'content/macros/test.mdx',
    shipped.organisation,
  );
  if (!entry) throw new Error(issues.map(({ message }) => message).join('\n'));
  const others = shipped.entries.filter(({ type }) => type !== 'macros');
  return createPlaybook(shipped.organisation, [...others, entry] as AnyEntry[], shipped.requirements);
}

const unmet = (playbook: Playbook): string[] =>
  unmetRequirements(playbook, macroIn(playbook, 'test'), day).map(({ id }) => id);

const declared = ['legal_ground', 'termination_date']
  .map((name) => `  ${name}: { label: ${name}, type: text, example: x }`)
  .join('\n');

/** Fields of a macro to which a requirement applies; it is sent by chat, which is no durable medium. */
function fieldsFor({ appliesTo, regions }: Requirement): Parameters<typeof macroFile>[1] {
  return {
    channel: 'chat',
    outcome: appliesTo.outcomes?.[0] ?? 'uphold',
    audience: appliesTo.audiences?.[0] ?? 'seller',
    ...(regions?.[0] ? { region: regions[0] } : {}),
    extra: `kinds: [${appliesTo.kinds?.[0] ?? 'decision'}]\ngrounds: [${appliesTo.grounds?.[0] ?? 'terms'}]\nvariables:\n${declared}\n`,
  };
}

describe('every requirement of requirements.yaml', () => {
  test('is missed in a message that says nothing, told with its letter, and met by its own mend', () => {
    for (const [id, requirement] of Object.entries(shipped.requirements.requirements)) {
      const fields = fieldsFor(requirement);
      const violating = withMacro('Hello.', fields);
      expect(unmet(violating), id).toContain(id);

      const told = macroRequirements.run({
        playbook: violating,
        today: day,
        unread: { ids: new Set(), clauses: new Set() },
        organisationPosition: () => ({ line: 0, column: 0 }),
        requirementsPosition: () => ({ line: 0, column: 0 }),
      });
      const issue = told.find(({ message }) => message.endsWith(`\`${id}\``));
      expect(issue?.severity, id).toBe(requirement.level);
      expect(issue?.message, id).toContain(requirement.article);
      expect(issue?.hint, id).toContain(requirement.mend);
      expect(issue?.hint.includes('check with Legal'), id).toBe(requirement.confidence === 'field');

      const marked = `Hello.\n\n<Covers requirement="${id}">\n\n${requirement.mend}\n\n</Covers>`;
      expect(unmet(withMacro(marked, fields)), id).not.toContain(id);
    }
  });

  test('does not apply before it begins or after it has ended', () => {
    const playbook = withMacro('Hello.', { region: 'EU' });
    const on = (date: string) =>
      unmetRequirements(playbook, macroIn(playbook, 'test'), date).map(({ id }) => id);
    expect([on('2024-02-16').includes('dsa-20-5'), on('2024-02-17').includes('dsa-20-5')]).toEqual([
      false,
      true,
    ]);
  });

  test('is missed by a mark around text that does not say it', () => {
    const playbook = withMacro('<Covers requirement="dsa-20-5">Go to court.</Covers>', { region: 'EU' });
    const [found] = unmetRequirements(playbook, macroIn(playbook, 'test'), day).filter(
      ({ id }) => id === 'dsa-20-5',
    );
    expect(found?.lacks).toEqual(['out-of-court dispute settlement']);
  });

  test('is missed by a mark that the readers of the region do not get', () => {
    const text =
      '<When region="US"><Covers requirement="dsa-20-5">An out-of-court dispute settlement body, or a court.</Covers></When>';
    expect(unmet(withMacro(text, {}))).toContain('dsa-20-5');
    expect(unmet(withMacro(text.replace('US', 'EU'), {}))).not.toContain('dsa-20-5');
    expect(unmet(withMacro(text, { region: 'US' }))).not.toContain('dsa-20-5');
  });
});

describe('the kinds of a message', () => {
  test.each<[string, Macro['audience'], string[]]>([
    ['uphold', 'seller', ['decision']],
    ['modify', 'seller', ['decision', 'statement-of-reasons']],
    ['overturn', 'notifier', ['decision', 'report-decision']],
    ['request-information', 'buyer', ['request']],
    ['escalate', 'notifier', ['holding']],
  ])('%s to a %s are %j', (outcome, audience, kinds) => {
    expect(messageKinds(shipped.organisation, { outcome, audience, kinds: undefined })).toEqual(kinds);
  });

  test('are what the macro says, where it does', () => {
    expect(
      messageKinds(shipped.organisation, { outcome: 'modify', audience: 'seller', kinds: ['decision'] }),
    ).toEqual(['decision']);
  });
});

describe('the shipped macros', () => {
  test('meet every requirement that is an error', () => {
    const failing = shipped
      .ofType('macros')
      .filter(({ data }) => data.status === 'active')
      .flatMap((macro) =>
        unmetRequirements(shipped, macro, day)
          .filter(({ requirement }) => requirement.level === 'error')
          .map(({ id }) => `${macro.id} ${id}`),
      );
    expect(failing).toEqual([]);
  });
});
