import { expect, test } from 'vitest';
import { PathMap } from '#history/path-map.ts';
import { Random } from '#test/helpers/random.ts';

test('a PathMap and its forks do what maps and their copies do', () => {
  for (const size of [1, 32, 33, 1024, 1025, 40_000]) {
    const random = new Random(size);
    const pairs = [{ map: new PathMap<{ id: number }>(size), plain: new Map<number, { id: number }>() }];
    for (let step = 0; step < 2_000; step++) {
      const { map, plain } = random.pick(pairs);
      const path = random.below(size);
      if (random.chance(0.05)) pairs.push({ map: map.fork(), plain: new Map(plain) });
      else if (random.chance(0.7)) {
        const value = { id: step };
        map.set(path, value);
        plain.set(path, value);
      } else expect(map.get(path)).toBe(plain.get(path));
    }
    for (const { map, plain } of pairs.slice(-6)) {
      expect(map.entries()).toEqual([...plain].sort(([a], [b]) => a - b));
      for (const other of pairs.slice(0, 6)) {
        const paths = new Set([...plain.keys(), ...other.plain.keys()]);
        const expected = [...paths].filter((path) => plain.get(path) !== other.plain.get(path));
        expect(map.differences(other.map)).toEqual(expected.sort((a, b) => a - b));
      }
    }
  }
});
