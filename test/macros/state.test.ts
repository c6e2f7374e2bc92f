import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { approvalOf, approvalRefusal } from '#macros/approval.ts';
import { manifestOf } from '#macros/manifest.ts';
import { refusalOf, stateOf } from '#macros/state.ts';
import { textDigest } from '#macros/text-digest.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import { createPlaybook, type Playbook } from '#playbook/playbook.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readEntry } from '#repository/read-entry.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { macroFile, macroIn, passageFile, readWith } from '#test/helpers/macros.ts';

const macros = (playbook: Playbook) =>
  playbook.ofType('macros').filter(({ data }) => data.status === 'active');

/** A playbook in which every active macro is approved as it stands. */
function approved(playbook: Playbook): Playbook {
  const entries = playbook.entries.map((entry): AnyEntry => {
    if (entry.type !== 'macros' || entry.data.status !== 'active') return entry;
    return {
      ...entry,
      data: { ...entry.data, approval: approvalOf(playbook, entry, 'policy-lead', '2026-11-22') },
    };
  });
  return createPlaybook(playbook.organisation, entries, playbook.requirements);
}

/** The playbook after the text of one file was changed. */
function changed(playbook: Playbook, file: string, change: (text: string) => string): Playbook {
  const before = readFileSync(join(projectRoot, file), 'utf8');
  const text = change(before);
  if (text === before) throw new Error(`nothing changed in ${file}`);
  const { entry, issues } = readEntry(new TextEncoder().encode(text), file, playbook.organisation);
  if (!entry) throw new Error(issues.map(({ message }) => message).join('\n'));
  const approval = playbook.get(entry.id);
  const kept =
    entry.type === 'macros' && approval?.type === 'macros'
      ? { ...entry, data: { ...entry.data, approval: approval.data.approval } }
      : entry;
  return createPlaybook(
    playbook.organisation,
    playbook.entries.map((one) => (one.id === kept.id ? kept : one)) as AnyEntry[],
    playbook.requirements,
  );
}

const inState = (playbook: Playbook, state: string): string[] =>
  macros(playbook)
    .filter((macro) => stateOf(playbook, macro).state === state)
    .map(({ id }) => id);

describe('the shipped playbook, approved as it stands', () => {
  let playbook: Playbook;
  beforeAll(async () => {
    const read = await readPlaybook(projectRoot);
    if (!read.playbook) throw new Error('the playbook cannot be read');
    playbook = approved(read.playbook);
  });

  test('has every macro approved', () => {
    expect(inState(playbook, 'approved')).toEqual(macros(playbook).map(({ id }) => id));
  });

  test('makes exactly the macros stale that reflect a clause in which one word changes, for every clause', () => {
    let tried = 0;
    for (const policy of playbook.ofType('policies')) {
      for (const clause of policy.clauses) {
        const edited = changed(playbook, policy.file, (text) =>
          text.replace(clause.text, clause.text.replace(/\b(\w{4,})\b/, '$1 indeed')),
        );
        const dependants = macros(playbook).filter(({ data }) => data.reflects.includes(clause.code));
        expect(inState(edited, 'stale'), clause.code).toEqual(dependants.map(({ id }) => id));
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(20);
  });

  test('makes none stale when every paragraph is wrapped anew and emphasis is written otherwise', () => {
    for (const policy of playbook.ofType('policies')) {
      const wrapped = changed(playbook, policy.file, (text) => {
        const bodyAt = text.indexOf('\n---\n', 4) + 5;
        return text.slice(0, bodyAt) + rewrap(text.slice(bodyAt)).replace(/\*\*([^*\n]+)\*\*/g, '__$1__');
      });
      expect(inState(wrapped, 'approved'), policy.id).toEqual(macros(playbook).map(({ id }) => id));
    }
  });

  test('makes exactly the macros changed that include a passage in which one word changes', () => {
    for (const passage of playbook.ofType('passages')) {
      const edited = changed(playbook, passage.file, (text) => `${text}\nOne more sentence.\n`);
      const including = macros(playbook).filter((macro) =>
        macro.body.includes(`<Passage id="${passage.slug}"`),
      );
      const translating = macros(playbook).filter(({ data }) =>
        including.some(({ slug }) => slug === data.translates?.source),
      );
      expect(inState(edited, 'stale').concat(inState(edited, 'changed')).sort(), passage.id).toEqual(
        [...new Set([...including, ...translating].map(({ id }) => id))].sort(),
      );
    }
  });

  test('gives each macro a revision and a state in the manifest', () => {
    const manifest = manifestOf(playbook);
    expect(Object.keys(manifest)).toEqual(playbook.ofType('macros').map(({ id }) => id));
    for (const macro of macros(playbook))
      expect(manifest[macro.id]).toEqual({ revision: textDigest(playbook, macro), state: 'approved' });
  });
});

/** Breaks each line of prose after every third word; headings, lists and components stay as they are. */
const rewrap = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      /^[A-Z]/.test(line)
        ? line.replace(/((?:\S+ ){3})(?=[A-Za-z])/g, (words) => `${words.trimEnd()}\n`)
        : line,
    )
    .join('\n');

describe('the digest of a text', () => {
  const digest = async (body: string, fields: Parameters<typeof macroFile>[1] = {}, passage = 'Goodbye.') => {
    const playbook = await readWith({
      'content/macros/other.mdx': macroFile(body, fields),
      'content/passages/bye.mdx': passageFile(passage),
    });
    return textDigest(playbook, macroIn(playbook, 'other'));
  };
  const text = 'Hi {first_name}, **well** done.\n\n- One\n- Two\n\n<Passage id="bye" />';

  test.each([
    ['wrapping', 'Hi {first_name},\n**well** done.\n\n- One\n- Two\n\n<Passage id="bye" />', {}, 'Goodbye.'],
    [
      'how emphasis and lists are written',
      'Hi {first_name}, __well__ done.\n\n* One\n* Two\n\n<Passage id="bye" />',
      {},
      'Goodbye.',
    ],
    [
      'marks of coverage',
      'Hi {first_name}, **well** done.\n\n<Covers requirement="x">\n\n- One\n- Two\n\n</Covers>\n\n<Passage id="bye" />',
      {},
      'Goodbye.',
    ],
    ['metadata', text, { title: 'Another title' }, 'Goodbye.'],
    [
      'an open condition that the language settles',
      `<When language="en">\n\n${text}\n\n</When>`,
      {},
      'Goodbye.',
    ],
  ])('does not move with %s', async (_, body, fields, passage) => {
    expect(await digest(body, fields, passage)).toBe(await digest(text));
  });

  test.each([
    ['a word', text.replace('done', 'said'), {}, 'Goodbye.'],
    ['a word of a passage', text, {}, 'Farewell.'],
    ['the subject', text, { subject: 'Your case' }, 'Goodbye.'],
    ['a variable', text.replace('{first_name}', 'there'), {}, 'Goodbye.'],
    ['a condition', text.replace('- Two', '- <When region="EU">Two</When>'), {}, 'Goodbye.'],
    [
      'a default that may be sent',
      text.replace('well', '{how}'),
      {
        extra:
          'variables: { how: { label: How, type: text, example: well, required: false, default: well } }\n',
      },
      'Goodbye.',
    ],
  ])('moves with %s', async (_, body, fields, passage) => {
    expect(await digest(body, fields, passage)).not.toBe(await digest(text));
  });
});

describe('a refusal', () => {
  test('gives the reason and the way out', () => {
    const approval = { by: 'policy-lead', on: '2026-01-15' };
    const clauses = [
      { code: 'CF-2', policy: 'policies/counterfeit', approved: 'a', now: 'b' },
      { code: 'CF-9', policy: undefined, approved: 'a', now: undefined },
    ];
    const refusals = [
      refusalOf({ state: 'changed', ...approval }),
      refusalOf({ state: 'stale', ...approval, clauses, source: 'macros/x' }),
      refusalOf({ state: 'draft' }),
      refusalOf({ state: 'retired' }),
    ].map((refusal) => `${refusal?.reason} ${refusal?.wayOut}`);
    expect(refusals).toMatchInlineSnapshot(`
      [
        "The text changed after policy-lead approved it on 2026-01-15. Ask somebody who may approve macros to read and approve it again.",
        "Since the approval on 2026-01-15, CF-2 changed, CF-9 is gone, and its source macros/x changed. Do not send it: ask the owner to read the change and approve the macro again.",
        "The macro is not approved. Choose an approved macro, or ask the owner.",
        "The macro is retired. Use the macro that replaced it.",
      ]
    `);
    expect(refusalOf({ state: 'approved', ...approval })).toBe(undefined);
  });
});

describe('who may approve', () => {
  test('is somebody who may approve macros and did not write the text', async () => {
    const { organisation } = await readWith();
    const withEditor = {
      ...organisation,
      people: {
        ...organisation.people,
        editor: { name: 'Editor', team: 'appeals', roles: ['frontline'], gitNames: [], mayApprove: [] },
        lead: {
          name: 'Lead',
          team: 'appeals',
          roles: ['senior'],
          gitNames: ['Kim'],
          mayApprove: ['macros' as const],
        },
      },
    };
    expect(approvalRefusal(withEditor, 'policy-lead', ['Kim'])).toBe(undefined);
    expect([
      approvalRefusal(withEditor, 'nobody', []),
      approvalRefusal(withEditor, 'editor', []),
      approvalRefusal(withEditor, 'lead', ['Kim']),
    ]).toMatchInlineSnapshot(`
      [
        "Unexpected person \`nobody\`, expected one who may approve macros: \`policy-lead\`, \`lead\`",
        "Unexpected approval by \`editor\`, expected somebody who may approve macros: \`policy-lead\`, \`lead\`",
        "Unexpected approval of the own text: Kim wrote it and is \`lead\`, expected another approver: \`policy-lead\`",
      ]
    `);
  });
});
