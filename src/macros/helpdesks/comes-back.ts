import type { Helpdesk } from '#schemas/organisation.ts';
import type { TextNode } from '../text.ts';
import type { Composed } from './compose-macro.ts';
import type { HelpdeskFormat } from './helpdesk.ts';
import { readBack, readBackLine } from './read-back.ts';

/** Whether a body says what it should: its texts are read as the helpdesk would give them back. */
export function comesBack(
  { body, subject, text, mapping }: Composed,
  format: HelpdeskFormat,
  settings: Helpdesk,
): boolean {
  const live = format.read(body as Readonly<Record<string, unknown>>);
  const nameOf = (path: string, fallback: string | undefined): string => {
    const found = [...mapping].find(
      ([, one]) => one.kind === 'field' && one.path === path && one.fallback === fallback,
    );
    return found?.[0] ?? `${path}|${fallback ?? ''}`;
  };
  const conditionOf = (path: string, values: readonly string[]) =>
    path === settings.region ? { region: values } : undefined;
  const found = live?.texts.body;
  const line = live?.texts.subject;
  return (
    found !== undefined &&
    same(readBack(found, format.syntax, nameOf, conditionOf), text) &&
    (line === undefined || same(readBackLine(line.value, format.syntax, nameOf), subject))
  );
}

const same = (a: readonly TextNode[], b: readonly TextNode[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
