import { describe, expect, test } from 'vitest';
import { approvalOf } from '#macros/approval.ts';
import { exportFor } from '#macros/helpdesks/export.ts';
import { helpdeskNames } from '#macros/helpdesks/helpdesks.ts';
import { createPlaybook, type Playbook } from '#playbook/playbook.ts';
import type { HelpdeskName, Organisation } from '#schemas/organisation.ts';
import { macroFile, macroIn, readWith } from '#test/helpers/macros.ts';

const body = `Hi {first_name},

**Your listing is back.** These are the facts: {facts}.

<When region="EU">You can go to court.</When>`;

const variables = 'variables: { facts: { label: Facts, type: text, example: a blue jacket } }\n';

const helpdesks: Organisation['helpdesks'] = {
  zendesk: {
    variables: { facts: 'ticket.ticket_field_7' },
    sendDefault: [],
    region: 'ticket.ticket_field_8',
  },
  intercom: { variables: {}, sendDefault: [], field: 'conversation.custom_attributes.{name}' },
  kustomer: { variables: {}, sendDefault: [], field: 'conversation.custom.{name}' },
  freshdesk: { variables: {}, sendDefault: [], field: 'ticket.cf_{name}', folder: '12' },
  front: { variables: {}, sendDefault: ['first_name'], field: 'conversation.custom_fields.{name}' },
  helpscout: { variables: {}, sendDefault: [], blank: '[[{name}]]' },
  gorgias: { variables: {}, sendDefault: ['first_name'], blank: '[[{name}]]' },
};

/** The small playbook with one approved macro in it, and settings of helpdesks. */
async function playbookOf(
  text: string,
  settings: Organisation['helpdesks'],
  extra = variables,
): Promise<Playbook> {
  const read = await readWith({
    'content/macros/counterfeit-overturned.mdx': macroFile(text, { subject: 'Case of {first_name}', extra }),
  });
  const macro = macroIn(read);
  const approved = {
    ...macro,
    data: { ...macro.data, approval: approvalOf(read, macro, 'policy-lead', '2026-11-22') },
  };
  return createPlaybook(
    { ...read.organisation, helpdesks: settings },
    read.entries.map((entry) => (entry.id === macro.id ? approved : entry)),
  );
}

describe('the body of the call', () => {
  const bodies = async (name: HelpdeskName) =>
    exportFor(name, await playbookOf(body, helpdesks)).macros.map((macro) => macro.body);

  test('of Zendesk', async () =>
    expect(await bodies('zendesk')).toMatchInlineSnapshot(`
    [
      {
        "macro": {
          "actions": [
            {
              "field": "subject",
              "value": "Case of {{ticket.requester.first_name | default: "there"}}",
            },
            {
              "field": "comment_value_html",
              "value": "<p>Hi {{ticket.requester.first_name | default: "there"}},</p><p><strong>Your listing is back.</strong> These are the facts: {{ticket.ticket_field_7}}.</p>{% if ticket.ticket_field_8 == "EU" %}<p>You can go to court.</p>{% endif %}",
            },
            {
              "field": "comment_mode_is_public",
              "value": true,
            },
            {
              "field": "current_tags",
              "value": "appeal_overturn pa01 macro_counterfeit-overturned_2c105407",
            },
            {
              "field": "status",
              "value": "solved",
            },
          ],
          "active": true,
          "description": "macros/counterfeit-overturned@2c105407 reflects CF-1",
          "restriction": null,
          "title": "Counterfeit goods::Counterfeit: a macro",
        },
      },
    ]
  `));
  test('of Intercom', async () =>
    expect(await bodies('intercom')).toMatchInlineSnapshot(`
    [
      {
        "available_on": [
          "inbox",
        ],
        "body": "<p>Hi <attribute key="user.first_name" default="there"/>,</p><p><strong>Your listing is back.</strong> These are the facts: <attribute key="conversation.custom_attributes.facts"/>.</p><p>You can go to court.</p>",
        "name": "Counterfeit: a macro (EU) [macros/counterfeit-overturned#EU@2c105407]",
        "visible_to": "everyone",
        "visible_to_team_ids": [],
      },
      {
        "available_on": [
          "inbox",
        ],
        "body": "<p>Hi <attribute key="user.first_name" default="there"/>,</p><p><strong>Your listing is back.</strong> These are the facts: <attribute key="conversation.custom_attributes.facts"/>.</p>",
        "name": "Counterfeit: a macro (US) [macros/counterfeit-overturned#US@2c105407]",
        "visible_to": "everyone",
        "visible_to_team_ids": [],
      },
    ]
  `));
  test('of Kustomer', async () =>
    expect(await bodies('kustomer')).toMatchInlineSnapshot(`
    [
      {
        "draft": {
          "text": "Hi {{#if customer.firstName}}{{customer.firstName}}{{else}}there{{/if}},

    **Your listing is back.** These are the facts: {{conversation.custom.facts}}.

    You can go to court.",
        },
        "name": "Counterfeit: a macro (EU) [macros/counterfeit-overturned#EU@2c105407]",
      },
      {
        "draft": {
          "text": "Hi {{#if customer.firstName}}{{customer.firstName}}{{else}}there{{/if}},

    **Your listing is back.** These are the facts: {{conversation.custom.facts}}.",
        },
        "name": "Counterfeit: a macro (US) [macros/counterfeit-overturned#US@2c105407]",
      },
    ]
  `));
  test('of Freshdesk', async () =>
    expect(await bodies('freshdesk')).toMatchInlineSnapshot(`
    [
      {
        "content_html": "<p>Hi {{ticket.requester.firstname | default: "there"}},</p><p><strong>Your listing is back.</strong> These are the facts: {{ticket.cf_facts}}.</p><p>You can go to court.</p>",
        "folder_id": 12,
        "title": "Counterfeit: a macro (EU) [macros/counterfeit-overturned#EU@2c105407]",
        "visibility": 0,
      },
      {
        "content_html": "<p>Hi {{ticket.requester.firstname | default: "there"}},</p><p><strong>Your listing is back.</strong> These are the facts: {{ticket.cf_facts}}.</p>",
        "folder_id": 12,
        "title": "Counterfeit: a macro (US) [macros/counterfeit-overturned#US@2c105407]",
        "visibility": 0,
      },
    ]
  `));
  test('of Front', async () =>
    expect(await bodies('front')).toMatchInlineSnapshot(`
    [
      {
        "body": "<p>Hi there,</p><p><strong>Your listing is back.</strong> These are the facts: {{conversation.custom_fields.facts}}.</p><p>You can go to court.</p>",
        "name": "Counterfeit: a macro (EU) [macros/counterfeit-overturned#EU@2c105407]",
        "subject": "Case of there",
      },
      {
        "body": "<p>Hi there,</p><p><strong>Your listing is back.</strong> These are the facts: {{conversation.custom_fields.facts}}.</p>",
        "name": "Counterfeit: a macro (US) [macros/counterfeit-overturned#US@2c105407]",
        "subject": "Case of there",
      },
    ]
  `));
  test('of Help Scout', async () =>
    expect(await bodies('helpscout')).toMatchInlineSnapshot(`
    [
      {
        "chatText": "Hi {%customer.firstName,fallback=there%},

    Your listing is back. These are the facts: [[facts]].

    You can go to court.",
        "name": "Counterfeit: a macro (EU) [macros/counterfeit-overturned#EU@2c105407]",
        "text": "<p>Hi {%customer.firstName,fallback=there%},</p><p><strong>Your listing is back.</strong> These are the facts: [[facts]].</p><p>You can go to court.</p>",
      },
      {
        "chatText": "Hi {%customer.firstName,fallback=there%},

    Your listing is back. These are the facts: [[facts]].",
        "name": "Counterfeit: a macro (US) [macros/counterfeit-overturned#US@2c105407]",
        "text": "<p>Hi {%customer.firstName,fallback=there%},</p><p><strong>Your listing is back.</strong> These are the facts: [[facts]].</p>",
      },
    ]
  `));
  test('of Gorgias', async () =>
    expect(await bodies('gorgias')).toMatchInlineSnapshot(`
    [
      {
        "actions": [
          {
            "arguments": {
              "subject": "Case of there",
            },
            "name": "setSubject",
            "title": "Set subject",
            "type": "user",
          },
          {
            "arguments": {
              "body_html": "<p>Hi there,</p><p><strong>Your listing is back.</strong> These are the facts: [[facts]].</p><p>You can go to court.</p>",
              "body_text": "Hi there,

    Your listing is back. These are the facts: [[facts]].

    You can go to court.",
            },
            "name": "setResponseText",
            "title": "Add response text",
            "type": "user",
          },
          {
            "arguments": {
              "tags": "appeal_overturn,pa01,macro_counterfeit-overturned_eu_2c105407",
            },
            "name": "addTags",
            "title": "Add tags",
            "type": "user",
          },
        ],
        "external_id": "macros/counterfeit-overturned#EU@2c105407",
        "language": "en",
        "name": "Counterfeit: a macro (EU)",
      },
      {
        "actions": [
          {
            "arguments": {
              "subject": "Case of there",
            },
            "name": "setSubject",
            "title": "Set subject",
            "type": "user",
          },
          {
            "arguments": {
              "body_html": "<p>Hi there,</p><p><strong>Your listing is back.</strong> These are the facts: [[facts]].</p>",
              "body_text": "Hi there,

    Your listing is back. These are the facts: [[facts]].",
            },
            "name": "setResponseText",
            "title": "Add response text",
            "type": "user",
          },
          {
            "arguments": {
              "tags": "appeal_overturn,pa01,macro_counterfeit-overturned_us_2c105407",
            },
            "name": "addTags",
            "title": "Add tags",
            "type": "user",
          },
        ],
        "external_id": "macros/counterfeit-overturned#US@2c105407",
        "language": "en",
        "name": "Counterfeit: a macro (US)",
      },
    ]
  `));

  test.each(helpdeskNames)('of %s holds the subject, or the export says that it does not', async (name) => {
    const { macros, problems } = exportFor(name, await playbookOf(body, helpdesks));
    const told = problems.some(({ message }) => message.includes('subject'));
    expect(JSON.stringify(macros).includes('Case of')).toBe(!told);
  });
});

describe('what a helpdesk cannot express', () => {
  const problemsOf = async (
    name: HelpdeskName,
    text: string,
    settings: Organisation['helpdesks'],
    extra = variables,
  ) => {
    const { macros, problems } = exportFor(name, await playbookOf(text, settings, extra));
    expect(macros).toEqual([]);
    return problems
      .filter(({ severity }) => severity === 'error')
      .map(({ message, hint }) => `${message} / ${hint}`);
  };

  test('is an error that names macro and helpdesk: a variable without a field', async () => {
    expect(await problemsOf('zendesk', 'Facts: {facts}', {})).toMatchInlineSnapshot(`
      [
        "Unexpected variable \`{facts}\` in macros/counterfeit-overturned, expected one that Zendesk has a field for / Name the field in \`helpdesks\` of organisation.yaml, or copy the macro from its page.",
      ]
    `);
  });

  test('a default without a fallback', async () => {
    expect(await problemsOf('gorgias', 'Hi {first_name}', {}, '')).toMatchInlineSnapshot(`
      [
        "Unexpected default \`there\` of \`{first_name}\` in macros/counterfeit-overturned, expected one that Gorgias can fall back to / Put \`first_name\` on \`sendDefault\` of the helpdesk in organisation.yaml: then the default is always sent, and never a blank.",
      ]
    `);
  });

  test('text that is its own syntax', async () => {
    expect(await problemsOf('zendesk', 'Write \\{\\{x}}', {}, '')).toMatchInlineSnapshot(`
      [
        "Unexpected text \`Write {{x}}\` in macros/counterfeit-overturned, expected none that Zendesk would take for its own syntax / Write it without double braces, brackets or percent signs.",
      ]
    `);
  });

  test('a text beyond its limit', async () => {
    expect(await problemsOf('kustomer', 'word '.repeat(2_100), {}, '')).toMatchInlineSnapshot(`
      [
        "Unexpected length of macros/counterfeit-overturned for Kustomer: 10499 characters of text, expected at most 10240 / Say it shorter, or in two messages.",
      ]
    `);
  });

  test('a folder that is not named', async () => {
    expect(await problemsOf('freshdesk', 'Hello.', {}, '')).toMatchInlineSnapshot(`
      [
        "Unexpected settings for Freshdesk in macros/counterfeit-overturned, expected \`folder\`, the number of the folder that it is put into / Set it in \`helpdesks\` of organisation.yaml.",
      ]
    `);
  });

  test('emphasis that its Markdown would lose', async () => {
    expect(
      await problemsOf('kustomer', '**a:**<When region="EU, US">b</When>', {}, ''),
    ).toMatchInlineSnapshot(`
      [
        "Unexpected text in macros/counterfeit-overturned, expected one that Kustomer gives back as it was / Take emphasis out of the middle of words, and spaces from the edges of emphasis.",
      ]
    `);
  });

  test('nothing that is not approved is exported, and the reason is kept', async () => {
    const playbook = await readWith({ 'content/macros/counterfeit-overturned.mdx': macroFile('Hello.') });
    expect(exportFor('zendesk', playbook)).toMatchObject({
      macros: [],
      withheld: [{ id: 'macros/counterfeit-overturned', reason: 'The macro is not approved.' }],
    });
  });
});
