import { Liquid } from 'liquidjs';
import { describe, expect, test } from 'vitest';
import { fill } from '#macros/fill.ts';
import { composeMacro } from '#macros/helpdesks/compose-macro.ts';
import { settingsOf } from '#macros/helpdesks/export.ts';
import { freshdesk } from '#macros/helpdesks/freshdesk.ts';
import { zendesk } from '#macros/helpdesks/zendesk.ts';
import { knownVariables, messageOf } from '#macros/message.ts';
import { renderHtml } from '#macros/render-html.ts';
import { resolve } from '#macros/resolve.ts';
import { variablesIn } from '#macros/text.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';

const liquid = new Liquid({ strictFilters: true, strictVariables: false });

/** Puts a value at a path such as `ticket.requester.first_name`. */
function put(scope: Record<string, unknown>, path: string, value: string): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) scope[first] = value;
  else {
    scope[first] ??= {};
    put(scope[first] as Record<string, unknown>, rest.join('.'), value);
  }
}

/** A value that needs no escaping, because a helpdesk puts values in as they are. */
const sampleOf = (name: string): string => `value of ${name.replaceAll('_', ' ')}`;

const { playbook } = await readPlaybook(projectRoot);

describe.each([
  ['zendesk', zendesk],
  ['freshdesk', freshdesk],
] as const)('%s', (name, format) => {
  test('says for every shipped macro and region what our own page says', () => {
    if (!playbook) throw new Error('the playbook cannot be read');
    const settings = settingsOf(playbook, name);
    let compared = 0;
    for (const macro of playbook.ofType('macros').filter(({ data }) => data.status === 'active')) {
      const message = messageOf(playbook, macro);
      const variables = knownVariables(playbook, macro);
      for (const { body, region, mapping } of composeMacro(playbook, macro, format, settings).composed) {
        const template = format.read(body as Record<string, unknown>)?.texts.body?.value ?? '';
        for (const where of region ? [region] : message.regions)
          for (const withDefaults of [true, false]) {
            const scope: Record<string, unknown> = {};
            if (settings.region) put(scope, settings.region, where);
            const values: Record<string, string> = {};
            for (const [ours, mapped] of mapping) {
              if (mapped.kind === 'text') values[ours] = mapped.text;
              else if (mapped.kind === 'field' && !(withDefaults && mapped.fallback !== undefined)) {
                values[ours] = sampleOf(ours);
                put(scope, mapped.path, sampleOf(ours));
              }
            }
            const types = Object.fromEntries(
              variablesIn(message.text).map((ours) => [
                ours,
                { type: 'text' as const, required: false, default: variables[ours]?.default },
              ]),
            );
            const filled = fill(
              { subject: [], text: resolve(message.text, { region: where }) },
              { variables: types, values, locale: 'en-GB' },
            );
            expect(liquid.parseAndRenderSync(template, scope), `${macro.id} in ${where}`).toBe(
              renderHtml(filled.text),
            );
            compared++;
          }
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  test('is read by Liquid with every filter that it knows, and no other', () => {
    expect(format.syntax.write('a.b', 'there', 'plain')).toBe('{{a.b | default: "there"}}');
    expect(format.syntax.write('a.b', 'say "x"', 'plain')).toBe(`{{a.b | default: 'say "x"'}}`);
    expect(format.syntax.write('a.b', `it's "x"`, 'plain')).toBe(undefined);
  });
});
