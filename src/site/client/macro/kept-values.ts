import { HANDOVER_KEY, type Handover } from '../decision/case-handover.ts';

/** What was typed for the present case, kept in this tab alone. */
export interface Kept {
  /** Variable name to what was typed. */
  values: Record<string, string>;
  /** Key of the region of the reader, or ''. */
  region: string;
  /** The handed-over case that the values belong to, as it was stored; '' where there was none. */
  handover: string;
}

const KEPT_KEY = 'redress.blanks';
const CLEARED_KEY = 'redress.cleared';

const nothing: Kept = { values: {}, region: '', handover: '' };

/** What is kept; a case that was decided since then starts from what it hands over, so that no value of another person stays. */
export function readKept(): Kept {
  const kept = { ...nothing, ...readJson<Partial<Kept>>(KEPT_KEY) };
  const handover = read(HANDOVER_KEY);
  if (handover === '' || handover === kept.handover) return kept;
  if (Object.keys(kept.values).length > 0) write(CLEARED_KEY, JSON.stringify(kept));
  const fresh = { ...nothing, values: { ...caseOf(handover)?.values }, handover };
  writeKept(fresh);
  return fresh;
}

export const writeKept = (kept: Kept): void => write(KEPT_KEY, JSON.stringify(kept));

/** Forgets the values and the case; they can be brought back until other values are cleared. */
export function clearKept(): Kept {
  write(CLEARED_KEY, JSON.stringify(readKept()));
  write(HANDOVER_KEY, '');
  writeKept(nothing);
  return { ...nothing, values: {} };
}

/** Whether there are cleared values to bring back. */
export const canRestore = (): boolean => read(CLEARED_KEY) !== '';

/** Brings back what was cleared last. */
export function restoreKept(): Kept {
  const kept = { ...nothing, ...readJson<Partial<Kept>>(CLEARED_KEY) };
  write(CLEARED_KEY, '');
  write(HANDOVER_KEY, kept.handover);
  writeKept(kept);
  return kept;
}

/** The case that was handed over with the values; undefined where there is none. */
export const caseOf = (handover: string): Handover | undefined => parse<Handover>(handover);

const readJson = <T>(key: string): T | undefined => parse<T>(read(key));

function parse<T>(text: string): T | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, value: string): void {
  try {
    if (value === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Without storage the values last as long as the page.
  }
}
