/** A value that reads as numbers: `3`, `10-29` or `30+`, both bounds included. */
interface Band {
  value: string;
  from: number;
  to: number;
}

/** One fault between the bands of a fact. */
export interface BandFault {
  kind: 'hole' | 'overlap' | 'reversed';
  /** The value at which it shows. */
  value: string;
  /** The value below it; the value itself where its own bounds are reversed. */
  after: string;
  /** The numbers that are missing or taken twice, as a band. */
  numbers: string;
}

/** Holes, overlaps and reversed bounds of a fact whose values all read as numbers; empty for any other fact. */
export function bandFaults(values: readonly string[]): BandFault[] {
  const bands = values.map(bandOf);
  if (!bands.every((band) => band !== undefined)) return [];
  const faults: BandFault[] = bands
    .filter(({ from, to }) => from > to)
    .map(({ value }) => ({ kind: 'reversed', value, after: value, numbers: value }));
  if (faults.length > 0) return faults;
  let [highest, ...rest] = bands.toSorted((a, b) => a.from - b.from || a.to - b.to);
  for (const band of rest) {
    if (!highest) break;
    const { value, from } = band;
    const after = highest.value;
    if (from > highest.to + 1)
      faults.push({ kind: 'hole', value, after, numbers: write(highest.to + 1, from - 1) });
    if (from <= highest.to) {
      faults.push({ kind: 'overlap', value, after, numbers: write(from, Math.min(band.to, highest.to)) });
    }
    if (band.to > highest.to) highest = band;
  }
  return faults;
}

function bandOf(value: string): Band | undefined {
  const parts = /^(\d+)(?:(\+)|-(\d+))?$/.exec(value);
  if (!parts) return undefined;
  const from = Number(parts[1]);
  return { value, from, to: parts[2] ? Number.POSITIVE_INFINITY : Number(parts[3] ?? from) };
}

const write = (from: number, to: number): string =>
  to === Number.POSITIVE_INFINITY ? `${from}+` : from === to ? `${from}` : `${from}-${to}`;
