import { beforeAll, describe, expect, test } from 'vitest';
import { approvalOf } from '#macros/approval.ts';
import { type AuditFinding, audit } from '#macros/helpdesks/audit.ts';
import { exportFor } from '#macros/helpdesks/export.ts';
import { helpdeskNames } from '#macros/helpdesks/helpdesks.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import { createPlaybook, type Playbook } from '#playbook/playbook.ts';
import { auditJson, auditText } from '#report/audit-report.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import type { HelpdeskName } from '#schemas/organisation.ts';

let playbook: Playbook;

beforeAll(async () => {
  const read = await readPlaybook(projectRoot);
  if (!read.playbook) throw new Error('the playbook cannot be read');
  const before = read.playbook;
  const entries = before.entries.map(
    (entry): AnyEntry =>
      entry.type === 'macros' && entry.data.status === 'active'
        ? {
            ...entry,
            data: { ...entry.data, approval: approvalOf(before, entry, 'policy-lead', '2026-11-22') },
          }
        : entry,
  );
  playbook = createPlaybook(before.organisation, entries, before.requirements);
});

/** Where each helpdesk keeps the name and the text, and how its interface wraps a list. */
const places: Record<
  HelpdeskName,
  { wrap: (bodies: unknown[]) => unknown; reformat: (json: string) => string }
> = {
  zendesk: {
    wrap: (bodies) => ({ macros: bodies.map((body) => (body as { macro: unknown }).macro), next_page: null }),
    reformat: (json) =>
      json.replaceAll('</p><p>', '</p>\\n<p class=\\"x\\">').replaceAll('{{ticket.', '{{ ticket.'),
  },
  intercom: {
    wrap: (bodies) => ({ type: 'list', data: bodies }),
    reformat: (json) => json.replaceAll('</p><p>', '</p>\\n\\n<p>').replaceAll('strong>', 'b>'),
  },
  kustomer: {
    wrap: (bodies) => ({ data: bodies.map((attributes) => ({ type: 'shortcut', id: '1', attributes })) }),
    reformat: (json) => json.replaceAll('\\n\\n', '\\n\\n\\n'),
  },
  freshdesk: {
    wrap: (bodies) => bodies,
    reformat: (json) => json.replaceAll('<p>', '<div dir=\\"ltr\\">').replaceAll('</p>', '</div>'),
  },
  front: {
    wrap: (bodies) => ({ _results: bodies, _pagination: { next: null } }),
    reformat: (json) => json.replaceAll('</p><p>', '</p> <p>').replaceAll('a case', 'a&nbsp;case'),
  },
  helpscout: {
    wrap: (bodies) => ({ _embedded: { replies: bodies } }),
    reformat: (json) => json.replaceAll('</p><p>', '</p>\\n<p>'),
  },
  gorgias: {
    wrap: (bodies) => ({ object: 'list', data: bodies }),
    reformat: (json) => json.replaceAll('<p>', '<p style=\\"margin:0\\">'),
  },
};

/** A live helpdesk: what was exported, as its interface would list it. */
function liveOf(name: HelpdeskName): { bodies: unknown[]; json: (bodies: unknown[]) => unknown } {
  const bodies = exportFor(name, playbook).macros.map(({ body }) => body);
  return { bodies: structuredClone(bodies), json: (changed) => places[name].wrap(changed) };
}

const kinds = (findings: readonly AuditFinding[] | undefined): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(findings ?? [], ({ finding }) => finding)].map(([kind, found]) => [kind, found.length]),
  );

/** Changes every text of a body, wherever it stands. */
const editTexts = (body: unknown, change: (text: string) => string): unknown =>
  JSON.parse(change(JSON.stringify(body)));

describe.each(helpdeskNames)('an audit of %s', (name) => {
  test('finds its own export in step, file and interface alike', () => {
    const exported = exportFor(name, playbook);
    expect(kinds(audit(name, exported, playbook))).toEqual({ 'in-step': exported.macros.length });
    const { bodies, json } = liveOf(name);
    expect(kinds(audit(name, json(bodies), playbook))).toEqual({ 'in-step': bodies.length });
  });

  test('takes what an editor does to markup for no change', () => {
    const { bodies, json } = liveOf(name);
    const before = JSON.stringify(json(bodies));
    const after = places[name].reformat(before);
    expect(after).not.toBe(before);
    const different = audit(name, JSON.parse(after), playbook)?.filter(
      ({ finding }) => finding !== 'in-step',
    );
    expect(different).toEqual([]);
  });

  test('finds all and only the edits that were made', () => {
    const { bodies, json } = liveOf(name);
    const last = bodies.length - 1;
    bodies[2] = editTexts(bodies[2], (text) => text.replaceAll('appeal', 'complaint'));
    bodies[5] = editTexts(bodies[5], (text) => text.replaceAll(/@[0-9a-f]{8}/g, '@00000000'));
    bodies[last] = editTexts(bodies[last], (text) =>
      text.replaceAll(/macros\/[a-z0-9-]+/g, 'macros/nobody-knows'),
    );
    bodies.splice(8, 1);
    const findings = audit(name, json(bodies), playbook);
    expect(kinds(findings)).toEqual({
      'in-step': bodies.length - 3,
      edited: 1,
      stale: 1,
      unknown: 1,
      missing: 2,
    });
    expect(findings?.[2]?.finding).toBe('edited');
    expect(findings?.[5]?.finding).toBe('stale');
  });
});

describe('an audit', () => {
  test('calls what was made by hand unknown', () => {
    const byHand = {
      title: 'My own reply',
      actions: [{ field: 'comment_value', value: ['channel:all', 'Hello'] }],
    };
    const findings = audit('zendesk', { macros: [byHand] }, playbook);
    expect(findings?.[0]).toEqual({ finding: 'unknown', name: 'My own reply', macro: undefined });
  });

  test('calls a macro stale that may no longer be sent, and says why', () => {
    const exported = exportFor('front', playbook);
    const id = exported.macros[0]?.id ?? '';
    const entries = playbook.entries.map(
      (entry): AnyEntry =>
        entry.id === id && entry.type === 'macros'
          ? { ...entry, data: { ...entry.data, status: 'retired' } }
          : entry,
    );
    const retired = createPlaybook(playbook.organisation, entries, playbook.requirements);
    const findings = audit('front', exported, retired)?.filter(({ finding }) => finding === 'stale');
    expect(findings?.length).toBeGreaterThan(0);
    expect(
      findings?.every(
        (finding) => finding.finding === 'stale' && finding.because === 'The macro is retired.',
      ),
    ).toBe(true);
  });

  test.each([[42], ['text'], [{ tickets: [] }], [null]])('says that %j is no list of macros', (json) => {
    expect(audit('zendesk', json, playbook)).toBe(undefined);
  });

  test('tells edits in the words that changed, and the rest under its heading', () => {
    const findings: AuditFinding[] = [
      { finding: 'in-step', name: 'A', macro: 'macros/a' },
      {
        finding: 'edited',
        name: 'B',
        macro: 'macros/b',
        changes: [
          {
            field: 'body',
            expected: 'one two three four five six seven eight nine ten your listing is back today',
            live: 'one two three four five six seven eight nine ten your listing will be back today',
          },
        ],
      },
      {
        finding: 'stale',
        name: 'C',
        macro: 'macros/c#EU',
        live: 'macros/c#EU@00000000',
        because: 'The text of today is macros/c#EU@11111111.',
      },
      { finding: 'unknown', name: 'D', macro: undefined },
      { finding: 'missing', name: 'E', macro: 'macros/e' },
    ];
    expect(auditText(findings)).toMatchInlineSnapshot(`
      "Edited in place: 1
        macros/b  B
          body: … seven eight nine ten your listing [-is-]{+will be+} back today

      Stale revision: 1
        macros/c#EU@00000000  C
          The text of today is macros/c#EU@11111111.

      Unknown to the playbook: 1
        D

      Missing in the helpdesk: 1
        macros/e  E

      1 in step, 4 different"
    `);
    const json = JSON.parse(auditJson('front', findings));
    expect([json.helpdesk, json.inStep, json.different]).toEqual(['front', 1, 4]);
    expect(json.findings[1].changes[0].words).toContainEqual({ kind: 'removed', text: 'is' });
  });
});
