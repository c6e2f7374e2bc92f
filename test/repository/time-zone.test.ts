import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { timeZoneOf } from '#repository/time-zone.ts';

const organisation = (text: string): string => {
  const root = mkdtempSync(join(tmpdir(), 'redress-time-zone-'));
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'content/organisation.yaml'), text);
  return root;
};

test.each([
  ['name: A\ntimeZone: Europe/Berlin\n', 'Europe/Berlin'],
  ['timeZone: "America/Sao_Paulo" # head office\r\n', 'America/Sao_Paulo'],
  ["timeZone: 'Etc/GMT+3'\n", 'Etc/GMT+3'],
  ['people:\n  timeZone: Europe/Berlin\n', 'UTC'],
  ['timeZone: Mars/Olympus\n', 'UTC'],
  ['', 'UTC'],
])('reads %j as %s', async (text, zone) => {
  expect(await timeZoneOf(organisation(text))).toBe(zone);
});

test('is UTC where there is no playbook', async () => {
  expect(await timeZoneOf(mkdtempSync(join(tmpdir(), 'redress-no-playbook-')))).toBe('UTC');
});
