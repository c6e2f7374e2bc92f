import type { Playbook } from '#playbook/playbook.ts';
import type { HelpdeskName } from '#schemas/organisation.ts';
import { canonical, canonicalLine } from '../canonical.ts';
import { exportFor } from './export.ts';
import type { HelpdeskFormat, LiveMacro, LiveText } from './helpdesk.ts';
import { helpdesks } from './helpdesks.ts';
import { readLiveExport } from './live-export.ts';
import { readBack, readBackLine } from './read-back.ts';
import { readStamp, type Stamp, writeStamp } from './stamp.ts';

/** A field whose text is not the one of today, each as words with the markup taken away. */
interface FieldChange {
  field: string;
  /** What the playbook says, and what stands there. */
  expected: string;
  live: string;
}

/** How one macro of a live helpdesk stands against the playbook, or one of the playbook against the helpdesk. */
export type AuditFinding =
  | { finding: 'in-step'; name: string; macro: string }
  /** It carries the revision of today and says something else. */
  | { finding: 'edited'; name: string; macro: string; changes: FieldChange[] }
  /** It carries another revision than the text of today, or one of a macro that may no longer be sent. */
  | { finding: 'stale'; name: string; macro: string; live: string; because: string }
  /** It carries no stamp, or that of a macro that the playbook does not have. */
  | { finding: 'unknown'; name: string; macro: string | undefined }
  /** Approved here and absent there. */
  | { finding: 'missing'; name: string; macro: string };

/** Compares a live export with the playbook; undefined where the file is no list of macros. Findings come in the order of the file, missing ones last. */
export function audit(helpdesk: HelpdeskName, json: unknown, playbook: Playbook): AuditFinding[] | undefined {
  const format = helpdesks[helpdesk];
  const live = readLiveExport(json, format);
  if (!live) return undefined;
  const exported = exportFor(helpdesk, playbook);
  const expected = new Map(
    exported.macros.map((one) => {
      const macro = format.read(one.body as Readonly<Record<string, unknown>>);
      return [keyOf(one), { stamp: one.stamp, macro }] as const;
    }),
  );
  const reasons = new Map(exported.withheld.map(({ id, reason }) => [id, reason]));
  const seen = new Set<string>();

  const findings = live.map((macro): AuditFinding => {
    const stamp = readStamp(macro.stamped);
    if (!stamp || !playbook.get(stamp.id)) return { finding: 'unknown', name: macro.name, macro: stamp?.id };
    const key = keyOf(stamp);
    const twice = seen.has(key);
    seen.add(key);
    const today = expected.get(key);
    const stale = (because: string): AuditFinding => ({
      finding: 'stale',
      name: macro.name,
      macro: key,
      live: writeStamp(stamp),
      because,
    });
    if (!today?.macro)
      return stale(reasons.get(stamp.id) ?? 'The playbook no longer exports it in this form.');
    if (today.stamp !== writeStamp(stamp)) return stale(`The text of today is ${today.stamp}.`);
    if (twice) return stale('It stands there more than once.');
    const changes = changesBetween(today.macro, macro, format);
    return changes.length > 0
      ? { finding: 'edited', name: macro.name, macro: key, changes }
      : { finding: 'in-step', name: macro.name, macro: key };
  });
  const missing = [...expected].flatMap(([key, { macro }]): AuditFinding[] =>
    seen.has(key) ? [] : [{ finding: 'missing', name: macro?.name ?? key, macro: key }],
  );
  return [...findings, ...missing];
}

/** Id and region: one macro of the helpdesk. */
const keyOf = ({ id, region }: Pick<Stamp, 'id' | 'region'>): string => (region ? `${id}#${region}` : id);

function changesBetween(expected: LiveMacro, live: LiveMacro, format: HelpdeskFormat): FieldChange[] {
  const fields = [...new Set([...Object.keys(expected.texts), ...Object.keys(live.texts)])];
  const pairs = [
    ['name', expected.name, live.name] as const,
    ...fields.map(
      (field) => [field, textOf(expected.texts[field], format), textOf(live.texts[field], format)] as const,
    ),
  ];
  return pairs.flatMap(([field, expected, live]) => (expected === live ? [] : [{ field, expected, live }]));
}

/** A text as words, so that what an editor of a helpdesk does to markup is no change. */
function textOf(text: LiveText | undefined, { syntax }: HelpdeskFormat): string {
  if (!text) return '';
  const nameOf = (path: string, fallback: string | undefined) => (fallback ? `${path}|${fallback}` : path);
  const value = text.value.replaceAll('\u00a0', ' ').replaceAll('&nbsp;', ' ');
  if (text.markup === 'plain' && !value.includes('\n'))
    return canonicalLine(readBackLine(value, syntax, nameOf));
  return canonical(
    readBack({ ...text, value }, syntax, nameOf, (path, values) => ({ region: [path, ...values] })),
  );
}
