import { describe, expect, test } from 'vitest';
import { composeMacro } from '#macros/helpdesks/compose-macro.ts';
import { settingsOf } from '#macros/helpdesks/export.ts';
import type { HelpdeskFormat } from '#macros/helpdesks/helpdesk.ts';
import { helpdeskNames, helpdesks } from '#macros/helpdesks/helpdesks.ts';
import { readBack, readBackLine } from '#macros/helpdesks/read-back.ts';
import { messageOf } from '#macros/message.ts';
import { renderHtml } from '#macros/render-html.ts';
import { renderMarkdown } from '#macros/render-markdown.ts';
import { resolve } from '#macros/resolve.ts';
import type { Block, VariableUse } from '#macros/text.ts';
import { uncover } from '#macros/uncover.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { randomMessage } from '#test/helpers/random-message.ts';

/** A random message through a helpdesk and back; only Liquid carries conditions. */
function thereAndBack(text: readonly Block[], format: HelpdeskFormat): Block[] {
  const { syntax, markup } = format;
  const fallback = (name: string) =>
    name === 'first_name' && format.name !== 'Front' && format.name !== 'Gorgias' ? 'there' : undefined;
  const variable = ({ name }: VariableUse): string =>
    syntax.write(`case.${name}`, fallback(name), markup) ?? '';
  const value =
    markup === 'markdown'
      ? renderMarkdown(text, variable)
      : renderHtml(text, {
          variable,
          when: (on, html) =>
            syntax.conditions
              ? syntax.conditions.open('case.region', on.region ?? []) + html + syntax.conditions.close
              : html,
          strong: 'strong',
          emphasis: 'em',
        });
  return readBack(
    { markup, value },
    syntax,
    (path, back) => (back === fallback(path.slice(5)) ? path.slice(5) : `${path} with ${back}`),
    (_, values) => ({ region: values }),
  );
}

const { playbook } = await readPlaybook(projectRoot);

describe.each(helpdeskNames)('%s', (name) => {
  const format = helpdesks[name];

  test('gives back every random message as it was: text, variables, conditions', () => {
    const conditions = format.syntax.conditions ? (['region'] as const) : [];
    for (let seed = 1; seed <= 400; seed++) {
      const text = randomMessage(seed, { variables: ['first_name', 'case_id', 'facts'], conditions });
      expect(thereAndBack(text, format), `seed ${seed}`).toEqual(text);
    }
  });

  test('gives back every shipped macro as it was', () => {
    if (!playbook) throw new Error('the playbook cannot be read');
    const settings = settingsOf(playbook, name);
    for (const macro of playbook.ofType('macros').filter(({ data }) => data.status === 'active')) {
      const { composed, problems } = composeMacro(playbook, macro, format, settings);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const { body, region, mapping } of composed) {
        const names = new Map(
          [...mapping].flatMap(([ours, mapped]) =>
            mapped.kind === 'field' ? [[mapped.path, ours] as const] : [],
          ),
        );
        const nameOf = (path: string) => names.get(path) ?? path;
        const live = format.read(body as Record<string, unknown>);
        if (!live?.texts.body) throw new Error(`${macro.id} cannot be read back`);
        const message = messageOf(playbook, macro);
        const sent = uncover(region ? resolve(message.text, { region }) : message.text);
        const expected = withTexts(sent, mapping);
        const conditionOf = (_: string, values: readonly string[]) => ({ region: values });
        expect(readBack(live.texts.body, format.syntax, nameOf, conditionOf), macro.id).toEqual(expected);
        if (live.texts.subject)
          expect(readBackLine(live.texts.subject.value, format.syntax, nameOf)).toEqual(
            withTexts([{ type: 'paragraph', children: message.subject }], mapping).flatMap((block) =>
              block.type === 'paragraph' ? block.children : [],
            ),
          );
      }
    }
  });
});

/** A message with the plain texts that stand for some variables, spelt out here a second time on purpose. */
function withTexts(
  blocks: readonly Block[],
  mapping: ReadonlyMap<string, { kind: string; text?: string }>,
): Block[] {
  const replaced = JSON.parse(JSON.stringify(blocks), (_, node) => {
    const mapped = node?.type === 'variable' ? mapping.get(node.name) : undefined;
    return mapped?.text === undefined ? node : { type: 'text', value: mapped.text };
  });
  const join = (node: unknown): unknown => {
    if (Array.isArray(node)) {
      return node.map(join).reduce<unknown[]>((joined, one) => {
        const last = joined.at(-1) as { type?: string; value?: string } | undefined;
        const next = one as { type?: string; value?: string };
        if (last?.type === 'text' && next?.type === 'text')
          joined[joined.length - 1] = { type: 'text', value: `${last.value}${next.value}` };
        else joined.push(one);
        return joined;
      }, []);
    }
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, join(value)]));
  };
  return join(replaced) as Block[];
}
