import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom; a layer may always import itself. Read from architecture of the project: arrows run one way. */
const layers: Record<string, readonly string[]> = {
  schemas: [],
  'src/playbook': ['schemas'],
  'src/decisions': ['schemas', 'src/playbook'],
  'src/macros': ['schemas', 'src/playbook'],
  'src/history': ['schemas', 'src/playbook'],
  'src/review': ['schemas', 'src/playbook', 'src/decisions', 'src/macros', 'src/history'],
  'src/checks': ['schemas', 'src/playbook', 'src/decisions', 'src/macros', 'src/history', 'src/review'],
  'src/report': [
    'schemas',
    'src/playbook',
    'src/decisions',
    'src/macros',
    'src/history',
    'src/review',
    'src/checks',
  ],
  'src/repository': ['schemas', 'src/playbook'],
};

/** Everything that touches the world stays out of the pure layers. */
const world = /^(?:astro(?:[:/]|$)|@astrojs\/|node:(?:fs|child_process|process|net|http|os)|playwright)/;
const pure = Object.keys(layers).filter((layer) => layer !== 'src/repository');

const root = join(import.meta.dirname, '..');
const imports =
  /^(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;
const layerOf = (path: string) => Object.keys(layers).find((layer) => path.startsWith(`${layer}/`));

const resolveImport = (file: string, specifier: string): string => {
  if (specifier.startsWith('#'))
    return specifier.startsWith('#schemas/') || specifier.startsWith('#test/')
      ? specifier.slice(1)
      : `src/${specifier.slice(1)}`;
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier;
};

const used = globSync('{src,schemas}/**/*.{ts,astro}', { cwd: root }).flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(imports)].map((match) => ({
    file,
    specifier: match[1] ?? match[2] ?? match[3] ?? '',
  })),
);

describe('layers', () => {
  test('imports run one way, types included', () => {
    const wrong = used.filter(({ file, specifier }) => {
      const from = layerOf(file);
      const target = resolveImport(file, specifier);
      if (!from || !/^(?:src|schemas|scripts|test)\//.test(target)) return false;
      const to = layerOf(target);
      return to !== from && (!to || !layers[from]?.includes(to));
    });
    expect(wrong).toEqual([]);
  });

  test('pure layers touch neither Astro nor disk, git, network or browser', () => {
    const wrong = used.filter(
      ({ file, specifier }) => pure.includes(layerOf(file) ?? '') && world.test(specifier),
    );
    expect(wrong).toEqual([]);
  });

  test('schemas import zod and siblings alone', () => {
    const wrong = used.filter(
      ({ file, specifier }) =>
        file.startsWith('schemas/') && specifier !== 'zod' && !specifier.startsWith('./'),
    );
    expect(wrong).toEqual([]);
  });

  test('git is run in one place', () => {
    const runs = globSync('src/**/*.{ts,astro}', { cwd: root }).filter((file) =>
      /node:child_process/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(runs.every((file) => file.startsWith('src/repository/'))).toBe(true);
  });
});
