import type { Filled } from '#macros/fill.ts';
import { renderHtml } from '#macros/render-html.ts';
import { renderLine, renderText } from '#macros/render-text.ts';
import type { Block } from '#macros/text.ts';
import type { Variable } from '#schemas/macro.ts';
import type { Helpdesk, HelpdeskName } from '#schemas/organisation.ts';
import { type Freshness, freshness } from './freshness.ts';
import { writeClipboard } from './write-clipboard.ts';

/** What is copied: the message in both types, as plain text alone, its subject, or its text for a helpdesk. */
export type Copy = 'rich' | 'plain' | 'subject' | { helpdesk: HelpdeskName; without: readonly string[] };

/** How a copy ended; `denied` where the browser does not give the clipboard. */
export type Copied =
  | Exclude<Freshness, { kind: 'refused' }>
  | { kind: 'refused'; reason: string }
  | { kind: 'denied' };

/** What is copied from, and where the playbook is asked. */
export interface CopySource {
  id: string;
  revision: string;
  /** With its conditions on the region still open. */
  text: readonly Block[];
  variables: Readonly<Record<string, Pick<Variable, 'default'>>>;
  region: string | undefined;
  filled: Filled;
  /** Address of the manifest. */
  manifest: string;
  /** Address of the settings of helpdesks. */
  helpdesks: string;
}

type Texts = Readonly<Record<'text/html' | 'text/plain', string>>;

/** Why a text did not reach the clipboard although the browser would have taken it. */
class Refused extends Error {}

/** Asks whether the text still holds, and only then lets exactly that text reach the clipboard. */
export async function copyMacro(copy: Copy, source: CopySource): Promise<Copied> {
  const asked = freshness(source.manifest, source.id, source.revision);
  const ready = asked.then(async (answer): Promise<Texts> => {
    if (answer.kind === 'refused') throw new Refused(answer.reason);
    return typeof copy === 'object' ? helpdeskText(copy, source) : textsOf(copy, source.filled);
  });
  try {
    await writeClipboard(
      copy === 'plain' || copy === 'subject' ? ['text/plain'] : ['text/html', 'text/plain'],
      ready,
    );
    return (await asked) as Exclude<Freshness, { kind: 'refused' }>;
  } catch {
    return ready.then(
      () => ({ kind: 'denied' }) as const,
      (error: unknown) => ({
        kind: 'refused',
        reason: error instanceof Refused ? error.message : 'The text could not be made.',
      }),
    );
  }
}

const textsOf = (copy: 'rich' | 'plain' | 'subject', { subject, text }: Filled): Texts =>
  copy === 'subject'
    ? { 'text/html': '', 'text/plain': renderLine(subject) }
    : { 'text/html': renderHtml(text), 'text/plain': renderText(text) };

/** The text with the placeholders of a helpdesk, as the exporter writes it; few ask for it, so its code comes then. */
async function helpdeskText(
  { helpdesk, without }: Extract<Copy, object>,
  { text, region, variables, helpdesks: address }: CopySource,
): Promise<Texts> {
  if (region !== undefined && without.includes(region))
    throw new Refused('This helpdesk has no text for that region.');
  const [{ copiedText }, settings] = await Promise.all([
    import('#macros/helpdesks/copied-text.ts'),
    fetch(address).then((answer): Promise<Record<HelpdeskName, Helpdesk>> => answer.json()),
  ]).catch(() => {
    throw new Refused('The settings of the helpdesk cannot be reached now.');
  });
  const copied = copiedText(text, region, variables, helpdesk, settings[helpdesk]);
  if (!copied) throw new Refused('This helpdesk has no place for one of the values any more.');
  return { 'text/html': copied.html ?? copied.plain, 'text/plain': copied.plain };
}
