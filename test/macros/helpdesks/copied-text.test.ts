import { expect, test } from 'vitest';
import { copiedText } from '#macros/helpdesks/copied-text.ts';
import { exportFor, settingsOf } from '#macros/helpdesks/export.ts';
import { helpdeskNames, helpdesks } from '#macros/helpdesks/helpdesks.ts';
import { readBack } from '#macros/helpdesks/read-back.ts';
import { knownVariables, messageOf } from '#macros/message.ts';
import { renderText } from '#macros/render-text.ts';
import { hasConditions } from '#macros/text.ts';
import { uncover } from '#macros/uncover.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';

const { playbook } = await readPlaybook(projectRoot);

test.each(helpdeskNames)('%s gets every shipped macro as the exporter writes it', (name) => {
  if (!playbook) throw new Error('the playbook cannot be read');
  const { syntax, read } = helpdesks[name];
  const settings = settingsOf(playbook, name);
  const { macros } = exportFor(name, playbook);
  expect(macros.length).toBeGreaterThan(100);
  for (const { id, region, body } of macros) {
    const macro = playbook.ofType('macros').find((one) => one.id === id);
    const exported = read(body as Record<string, unknown>)?.texts.body;
    if (!macro || !exported) throw new Error(`${id} cannot be read back`);
    const open = uncover(messageOf(playbook, macro).text);
    const copied = copiedText(open, region, knownVariables(playbook, macro), name, settings);
    if (!copied) throw new Error(`${id} cannot be said`);
    expect(copied.html ?? copied.plain, id).toBe(exported.value);
    if (copied.html === undefined) continue;
    const again = readBack(
      exported,
      syntax,
      (path, fallback) => syntax.write(path, fallback, 'plain') ?? path,
      (_, values) => ({ region: values }),
    );
    expect(copied.plain, id).toBe(
      hasConditions(again) ? exported.value : renderText(again, ({ name: placeholder }) => placeholder),
    );
  }
});

test('a region that the helpdesk cannot choose is asked for, and one that the reader is in is chosen', () => {
  const text = (words: string, region: string) => ({
    type: 'when' as const,
    on: { region: [region] },
    children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: words }] }],
  });
  const open = [text('For the EU.', 'EU'), text('For the UK.', 'UK')];
  const settings = { variables: {}, sendDefault: [] };
  expect(copiedText(open, 'UK', {}, 'zendesk', settings)).toEqual({
    html: '<p>For the UK.</p>',
    plain: 'For the UK.',
  });
  expect(() => copiedText(open, undefined, {}, 'front', settings)).toThrow(RangeError);
  const both =
    '{% if case.region == "EU" %}<p>For the EU.</p>{% endif %}{% if case.region == "UK" %}<p>For the UK.</p>{% endif %}';
  expect(copiedText(open, 'UK', {}, 'zendesk', { ...settings, region: 'case.region' })).toEqual({
    html: both,
    plain: both,
  });
});

test.each([
  ['a field for it', {}, undefined],
  ['a way to say its default', { item: 'ticket.item' }, 'there'],
])('a helpdesk without %s gets nothing', (_, variables: Record<string, string>, value) => {
  const open = [{ type: 'paragraph' as const, children: [{ type: 'variable' as const, name: 'item' }] }];
  expect(
    copiedText(open, undefined, { item: { default: value } }, 'front', { variables, sendDefault: [] }),
  ).toBeUndefined();
});
