import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveFolder } from '#site/static-server.ts';

test('a site that is taken away and put back while it is served is missed and then found again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-served-'));
  writeFileSync(join(folder, 'index.html'), '<p>Home');
  writeFileSync(join(folder, '404.html'), '<p>No such page');
  const { server, address } = await serveFolder(folder, '/', 0);
  const ask = async (path: string) => {
    const response = await fetch(`${address}${path}`);
    return [response.status, await response.text()];
  };
  try {
    expect(await ask('')).toEqual([200, '<p>Home']);
    expect(await ask('nowhere')).toEqual([404, '<p>No such page']);
    renameSync(folder, `${folder}.old`);
    expect(await ask('')).toEqual([404, 'Not found']);
    renameSync(`${folder}.old`, folder);
    expect(await ask('')).toEqual([200, '<p>Home']);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
